import type { Diagnostic } from '#core/lint/diagnostic';
import type { Localized } from '#core/messages/messages';
import { createLineIndex } from '#core/text/line-index';
import type { PageMark } from './page-marks.ts';

/** Findings whose place in the source is the address of a link or an image. */
const addressCodes: ReadonlySet<string> = new Set([
  'anchor-missing',
  'bare-url-japanese',
  'image-missing',
  'link-broken',
]);

/** The findings in the body that the page shows: errors and warnings, by the lines they span. */
export function bodyMarks(
  diagnostics: readonly Diagnostic[],
  text: () => string,
  localized: (text: Localized) => string,
): PageMark[] {
  const shown = diagnostics.filter(
    ({ severity, pointer }) =>
      pointer === undefined && (severity === 'error' || severity === 'warning'),
  );
  if (shown.length === 0) return [];
  const source = text();
  const lines = createLineIndex(source);
  return shown.map(({ code, severity, from, to, message, advice }) => ({
    severity: severity === 'error' ? 'error' : 'warning',
    fromLine: lines.positionAt(from).line,
    toLine: lines.positionAt(Math.max(from, to - 1)).line,
    message: [message, ...(advice ? [advice] : [])].map(localized).join('\n'),
    address: addressCodes.has(code) ? source.slice(from, to) : undefined,
  }));
}
