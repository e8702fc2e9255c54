import { diffArrays } from 'diff';

// Beyond this many changed lines an exact count costs more than it tells.
const maxEditLength = 500;

/** A text as its lines, line ends kept; an empty text has none. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** A run of lines that both texts have, or only one of them. */
export interface LineRun {
  readonly kind: 'same' | 'added' | 'removed';
  readonly lines: readonly string[];
}

/** How one list of lines became another, in order; where lines were replaced, what is removed comes first. */
export function compareLines(old: readonly string[], now: readonly string[]): readonly LineRun[] {
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const middleOld = old.slice(start, old.length - end);
  const middleNow = now.slice(start, now.length - end);
  const changes = diffArrays(middleOld, middleNow, { maxEditLength });
  const middle: readonly LineRun[] = changes
    ? changes.map(({ added, removed, value }) => ({
        kind: added ? 'added' : removed ? 'removed' : 'same',
        lines: value,
      }))
    : [
        { kind: 'removed', lines: middleOld },
        { kind: 'added', lines: middleNow },
      ];
  const runs: readonly LineRun[] = [
    { kind: 'same', lines: old.slice(0, start) },
    ...middle,
    { kind: 'same', lines: old.slice(old.length - end) },
  ];
  return runs.filter((run) => run.lines.length > 0);
}

/** How many lines a change adds and takes away; `before` undefined counts every line as added. */
export function countLines(
  before: string | undefined,
  after: string,
): { added: number; removed: number } {
  const counts = { added: 0, removed: 0 };
  for (const { kind, lines } of compareLines(splitLines(before ?? ''), splitLines(after))) {
    if (kind !== 'same') counts[kind] += lines.length;
  }
  return counts;
}
