import type { Severity } from '#core/lint/diagnostic';
import type { Locale } from '#core/messages/messages';
import { createLineIndex } from '#core/text/line-index';
import { type FileFindings, positionOf, toVisible } from './check-report.ts';

const commands: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

/** A text as a workflow command takes it; a line end is the only control character that it can hold. */
const toMessage = (text: string): string =>
  text
    .split('\n')
    .map((line) => toVisible(line).replaceAll('%', '%25'))
    .join('%0A');

const toProperty = (text: string): string =>
  toMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** The report for GitHub Actions: one workflow command a finding, which it shows at its line. */
export function toGithubReport(files: readonly FileFindings[], locale: Locale): string {
  const out: string[] = [];
  for (const { path, text, diagnostics } of files) {
    const lines = createLineIndex(text);
    for (const { code, severity, message, advice, from, to } of diagnostics) {
      const start = positionOf(text, lines, from);
      const end = positionOf(text, lines, to);
      const properties = [
        `file=${toProperty(path)}`,
        `line=${String(start.line + 1)}`,
        `endLine=${String(end.line + 1)}`,
        // GitHub takes columns only where both ends are on one line.
        ...(start.line === end.line
          ? [`col=${String(start.character + 1)}`, `endColumn=${String(end.character + 1)}`]
          : []),
        `title=${toProperty(code)}`,
      ];
      const said = advice ? `${message[locale]}\n${advice[locale]}` : message[locale];
      out.push(`::${commands[severity]} ${properties.join(',')}::${toMessage(said)}\n`);
    }
  }
  return out.join('');
}
