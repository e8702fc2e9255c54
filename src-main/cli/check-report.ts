import { type Counts, countBySeverity, type Diagnostic } from '#core/lint/diagnostic';
import { isFixable } from '#core/lint/plan-fixes';
import { cliMessages } from '#core/messages/cli';
import { type Locale, translate } from '#core/messages/messages';
import { createLineIndex, type LineIndex, type Position } from '#core/text/line-index';

/** Findings of one file with the text they refer to, as it is on disk. */
export interface FileFindings {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  readonly text: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** One finding of the JSON report; positions as in LSP, offsets in the file as on disk. */
interface ReportedFinding {
  readonly path: string;
  readonly code: string;
  readonly severity: Diagnostic['severity'];
  readonly message: string;
  readonly range: { readonly start: Position; readonly end: Position };
  readonly offset: readonly [from: number, to: number];
  readonly fixable: boolean;
}

/** A position as an editor counts it: the byte order mark is no character of the first line. */
export function positionOf(text: string, lines: LineIndex, offset: number): Position {
  const position = lines.positionAt(offset);
  const hasMark = position.line === 0 && position.character > 0 && text.startsWith('\ufeff');
  return hasMark ? { line: 0, character: position.character - 1 } : position;
}

function countAll(files: readonly FileFindings[]): Counts {
  return countBySeverity(files.flatMap(({ diagnostics }) => diagnostics));
}

/** The report for programs: one JSON object with a line end. `fileCount` counts the guides that were checked. */
export function toJsonReport(
  files: readonly FileFindings[],
  fileCount: number,
  locale: Locale,
): string {
  const findings = files.flatMap(({ path, text, diagnostics }) => {
    const lines = createLineIndex(text);
    return diagnostics.map((finding): ReportedFinding => {
      const { code, severity, message, from, to } = finding;
      return {
        path,
        code,
        severity,
        message: message[locale],
        range: { start: positionOf(text, lines, from), end: positionOf(text, lines, to) },
        offset: [from, to],
        fixable: isFixable(finding),
      };
    });
  });
  const summary = { files: fileCount, ...countAll(files) };
  return `${JSON.stringify({ version: 1, findings, summary }, null, 2)}\n`;
}

/** A text for the terminal: its control characters, which could write over other lines, as codes (T21). */
export function toVisible(text: string): string {
  return text.replace(
    /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g,
    (unit) => {
      return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
    },
  );
}

/** The report for people: findings by file with line and column from 1, then the sum. */
export function toTextReport(
  files: readonly FileFindings[],
  fileCount: number,
  locale: Locale,
): string {
  const out: string[] = [];
  for (const { path, text, diagnostics } of files) {
    if (diagnostics.length === 0) continue;
    const lines = createLineIndex(text);
    out.push(toVisible(path));
    for (const { code, severity, message, advice, from } of diagnostics) {
      const { line, character } = positionOf(text, lines, from);
      const place = `${String(line + 1)}:${String(character + 1)}`;
      const kind = translate(cliMessages, locale, severity);
      out.push(`  ${place.padEnd(8)}${kind}  ${toVisible(message[locale])}  [${code}]`);
      if (advice) out.push(`${' '.repeat(10)}${toVisible(advice[locale])}`);
    }
    out.push('');
  }
  const counts = countAll(files);
  const total = counts.error + counts.warning + counts.information + counts.hint;
  if (total === 0) out.push(translate(cliMessages, locale, 'clean', { count: fileCount }));
  else {
    out.push(
      translate(cliMessages, locale, 'summary', {
        count: fileCount,
        errors: counts.error,
        warnings: counts.warning,
        notes: counts.information,
        hints: counts.hint,
      }),
    );
    const fixable = files.flatMap(({ diagnostics }) => diagnostics).filter(isFixable).length;
    if (fixable > 0) out.push(translate(cliMessages, locale, 'fixable', { count: fixable }));
  }
  return `${out.join('\n')}\n`;
}
