import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Diagnostic, Severity } from '#core/lint/diagnostic';

/** A row of the panel: the name of a guide above its findings, or one finding. */
export type FindingRow =
  | {
      readonly kind: 'guide';
      readonly path: string;
      readonly name: string;
      readonly count: number;
    }
  | { readonly kind: 'finding'; readonly path: string; readonly finding: Diagnostic };

/** The findings of one guide in the order of its text; `severity` leaves out the others. */
export function guideRows(
  path: string,
  findings: readonly Diagnostic[],
  severity: Severity | undefined,
): readonly FindingRow[] {
  return findings
    .filter((finding) => severity === undefined || finding.severity === severity)
    .toSorted((a, b) => a.from - b.from)
    .map((finding) => ({ kind: 'finding', path, finding }));
}

/** The findings of all guides under their names, by name of the guide; guides without any are left out. */
export function folderRows(
  findings: ReadonlyMap<string, readonly Diagnostic[]>,
  entries: ReadonlyMap<string, GuideEntry>,
  severity: Severity | undefined,
): readonly FindingRow[] {
  const guides = [...findings]
    .map(([path, list]) => ({
      path,
      name: entries.get(path)?.name ?? path,
      rows: guideRows(path, list, severity),
    }))
    .filter((guide) => guide.rows.length > 0)
    .toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.path < b.path ? -1 : 1));
  return guides.flatMap(({ path, name, rows }) => [
    { kind: 'guide', path, name, count: rows.length } as const,
    ...rows,
  ]);
}

/** How many findings all guides have together. */
export function countAll(findings: ReadonlyMap<string, readonly Diagnostic[]>): number {
  let count = 0;
  for (const list of findings.values()) count += list.length;
  return count;
}

/** Findings that bring a fix. */
export function fixableCount(findings: readonly Diagnostic[]): number {
  return findings.filter((finding) => (finding.fixes?.length ?? 0) > 0).length;
}

/** Index of the row whose finding encloses the caret most closely, or -1. */
export function rowAtCaret(rows: readonly FindingRow[], path: string, caret: number): number {
  let best = -1;
  let shortest = Number.POSITIVE_INFINITY;
  rows.forEach((row, index) => {
    if (row.kind !== 'finding' || row.path !== path) return;
    const { from, to } = row.finding;
    if (caret < from || caret > to || to - from >= shortest) return;
    best = index;
    shortest = to - from;
  });
  return best;
}

/** The next row with a finding from `index` in the direction of `step`; `undefined` past the ends. */
export function nextFindingRow(
  rows: readonly FindingRow[],
  index: number,
  step: 1 | -1,
): number | undefined {
  for (let i = index + step; i >= 0 && i < rows.length; i += step) {
    if (rows[i]?.kind === 'finding') return i;
  }
  return undefined;
}

/** What the button of a fix says: a value put in another's place is replaced, the rest is fixed. */
export function fixVerb(finding: Diagnostic): 'fix' | 'replace' {
  const edit = finding.fixes?.[0]?.edits[0];
  const replaces =
    finding.fixes?.[0]?.edits.length === 1 && edit !== undefined && edit.insert !== '';
  return replaces && (finding.pointer !== undefined || finding.code.startsWith('link'))
    ? 'replace'
    : 'fix';
}
