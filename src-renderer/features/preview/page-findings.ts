import type { Diagnostic } from '#core/lint/diagnostic';
import { createLineIndex } from '#core/text/line-index';
import type { PageMark } from './page-marks.ts';

/** The findings in the body that the page shows: errors and warnings, by the lines they span. */
export function bodyMarks(diagnostics: readonly Diagnostic[], text: () => string): PageMark[] {
  const shown = diagnostics.filter(
    ({ severity, pointer }) =>
      pointer === undefined && (severity === 'error' || severity === 'warning'),
  );
  if (shown.length === 0) return [];
  const lines = createLineIndex(text());
  return shown.map(({ severity, from, to }) => ({
    severity: severity === 'error' ? 'error' : 'warning',
    fromLine: lines.positionAt(from).line,
    toLine: lines.positionAt(Math.max(from, to - 1)).line,
  }));
}
