import { diffArrays } from 'diff';

// Beyond this many changed lines an exact count costs more than it tells.
const maxEditLength = 500;

/** A text as its lines, line ends kept; an empty text has none. */
export function splitLines(text: string): string[] {
  return text.match(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g) ?? [];
}

/** How many lines a change adds and takes away; `before` undefined counts every line as added. */
export function countLines(
  before: string | undefined,
  after: string,
): { added: number; removed: number } {
  const old = before === undefined ? [] : splitLines(before);
  const now = splitLines(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  const middleOld = old.slice(start, old.length - end);
  const middleNow = now.slice(start, now.length - end);
  const changes = diffArrays(middleOld, middleNow, { maxEditLength });
  if (!changes) return { added: middleNow.length, removed: middleOld.length };
  const counts = { added: 0, removed: 0 };
  for (const change of changes) {
    if (change.added) counts.added += change.value.length;
    else if (change.removed) counts.removed += change.value.length;
  }
  return counts;
}
