/** Longest word worth comparing: beyond it a slip of the pen is not what went wrong. */
const longestWord = 128;

/**
 * How many slips (a letter added, dropped, changed, or two swapped) lie between two words, or
 * `undefined` beyond `limit`: optimal string alignment, in rows of the shorter length.
 */
export function distance(a: string, b: string, limit: number): number | undefined {
  if (Math.abs(a.length - b.length) > limit) return undefined;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let best = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (swapped) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      best = Math.min(best, cost);
    }
    if (best > limit) return undefined;
    beforeLast = last;
    last = current;
  }
  const slips = last[b.length] ?? 0;
  return slips <= limit ? slips : undefined;
}

/**
 * The candidate that `word` was probably meant to be, for suggestions; the first of equally near
 * ones. `undefined` where none is near: at most one slip in three letters, and never more than four.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word === '' || word.length > longestWord) return undefined;
  const wanted = word.toLowerCase();
  let limit = Math.min(4, Math.max(1, Math.floor(word.length / 3)));
  let found: string | undefined;
  for (const candidate of candidates) {
    if (candidate === word || candidate === '') continue;
    const slips = distance(wanted, candidate.toLowerCase(), limit);
    if (slips === undefined) continue;
    found = candidate;
    limit = slips - 1;
    if (limit < 0) break;
  }
  return found;
}
