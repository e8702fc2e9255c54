import type { Diagnostic, Severity } from '#core/lint/diagnostic';
import { allRules } from '#core/lint/all-rules';
import type { Locale } from '#core/messages/messages';
import { createLineIndex, type LineIndex } from '#core/text/line-index';
import { type FileFindings, positionOf } from './check-report.ts';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A range as SARIF counts it: lines and columns from 1, columns in UTF-16 units. */
function regionOf(text: string, lines: LineIndex, from: number, to: number): Region {
  const start = positionOf(text, lines, from);
  const end = positionOf(text, lines, to);
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** The rule that a code belongs to: its own, or that of its family. */
function ruleOf(code: string) {
  return (
    allRules.find(({ id }) => code === id) ?? allRules.find(({ id }) => code.startsWith(`${id}-`))
  );
}

/** Only what a URI takes as it is; the path stays one of the workspace. */
const toUri = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function toResult(
  { path, text }: FileFindings,
  lines: LineIndex,
  finding: Diagnostic,
  locale: Locale,
): unknown {
  const { code, severity, message, advice, from, to, anchor, fixes } = finding;
  const artifactLocation = { uri: toUri(path) };
  return {
    ruleId: code,
    level: levels[severity],
    message: { text: advice ? `${message[locale]}\n${advice[locale]}` : message[locale] },
    locations: [
      { physicalLocation: { artifactLocation, region: regionOf(text, lines, from, to) } },
    ],
    ...(anchor === undefined ? {} : { partialFingerprints: { 'shirubeAnchor/v1': anchor } }),
    ...(fixes && fixes.length > 0
      ? {
          fixes: fixes.map((fix) => ({
            description: { text: fix.title[locale] },
            artifactChanges: [
              {
                artifactLocation,
                replacements: fix.edits.map((edit) => ({
                  deletedRegion: regionOf(text, lines, edit.from, edit.to),
                  insertedContent: { text: edit.insert },
                })),
              },
            ],
          })),
        }
      : {}),
  };
}

/** The report for code scanning services: SARIF 2.1.0 with paths relative to the workspace. */
export function toSarifReport(
  files: readonly FileFindings[],
  locale: Locale,
  version: string,
): string {
  const codes = new Set(files.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code)));
  const rules = [...codes].sort().map((id) => {
    const rule = ruleOf(id);
    if (!rule) return { id };
    return {
      id,
      shortDescription: { text: rule.description[locale] },
      fullDescription: { text: rule.rationale[locale] },
      defaultConfiguration: {
        level: rule.defaultSeverity === 'off' ? 'none' : levels[rule.defaultSeverity],
      },
    };
  });
  const results = files.flatMap((file) => {
    const lines = createLineIndex(file.text);
    return file.diagnostics.map((finding) => toResult(file, lines, finding, locale));
  });
  const run = {
    tool: { driver: { name: 'Shirube', version, rules } },
    columnKind: 'utf16CodeUnits',
    results,
  };
  const schema = 'https://json.schemastore.org/sarif-2.1.0.json';
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, null, 2)}\n`;
}
