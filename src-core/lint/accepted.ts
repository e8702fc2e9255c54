import type { AcceptedFinding, Baseline, BaselineEntry } from '../catalog/read-accepted.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { FindingsFilter } from './lint.ts';

const keyOf = (code: string, text: string): string => `${code}\0${text}`;

/** Leaves out findings that somebody found fine, wherever their text has moved to in the guide. */
export function withoutAccepted(accepted: readonly AcceptedFinding[]): FindingsFilter {
  const keys = new Map<string, Set<string>>();
  for (const { path, code, text } of accepted) {
    const own = keys.get(path) ?? new Set();
    keys.set(path, own.add(keyOf(code, text)));
  }
  return (findings, path) => {
    const own = keys.get(path);
    return own
      ? findings.filter(({ code, anchor = '' }) => !own.has(keyOf(code, anchor)))
      : findings;
  };
}

/** Leaves out findings that were there before, as many of each as there were: one more of a kind is new. */
export function withoutBaseline(baseline: Baseline): FindingsFilter {
  return (findings, path) => {
    const entries = Object.hasOwn(baseline, path) ? baseline[path] : undefined;
    if (!entries) return findings;
    const left = new Map(entries.map(({ code, text, count }) => [keyOf(code, text), count]));
    return findings.filter(({ code, anchor = '' }) => {
      const key = keyOf(code, anchor);
      const count = left.get(key) ?? 0;
      if (count > 0) left.set(key, count - 1);
      return count === 0;
    });
  };
}

/** What a baseline says of one guide with these findings, in order of code and text. */
export function toBaselineEntries(findings: readonly Diagnostic[]): readonly BaselineEntry[] {
  const entries = new Map<string, BaselineEntry>();
  for (const { code, anchor = '' } of findings) {
    const key = keyOf(code, anchor);
    entries.set(key, { code, text: anchor, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}

/** How many findings of a guide's baseline are gone, so that it can be made smaller. */
export function countGone(
  entries: readonly BaselineEntry[],
  findings: readonly Diagnostic[],
): number {
  const now = new Map(
    toBaselineEntries(findings).map((one) => [keyOf(one.code, one.text), one.count]),
  );
  return entries.reduce(
    (gone, { code, text, count }) => gone + Math.max(0, count - (now.get(keyOf(code, text)) ?? 0)),
    0,
  );
}
