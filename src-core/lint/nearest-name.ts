import { nearest } from '../text/nearest.ts';

/** Whether a short name abbreviates a long one: `sre_engineer` or `sre` for `site_reliability_engineer`. */
function abbreviates(short: readonly string[], long: readonly string[]): boolean {
  const [initials, ...rest] = short;
  if (initials === undefined || initials.length < 2 || long.length < 2) return false;
  if (long.slice(-rest.length || long.length).join() !== rest.join() && rest.length > 0)
    return false;
  const all = long.map((word) => word.charAt(0)).join('');
  const leading = long
    .slice(0, long.length - rest.length)
    .map((word) => word.charAt(0))
    .join('');
  return initials === all || (rest.length > 0 && initials === leading);
}

/** Whether the words of one name begin the other: `site_reliability` and `site_reliability_engineer`. */
function begins(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > 0 && short.every((word, index) => word === long[index]);
}

/**
 * The name that was probably meant: abbreviated or cut short, where only one can be meant by that, else a slip
 * of the pen away. `undefined` where none is near.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const names = [...candidates];
  const words = name.toLowerCase().split('_');
  const likely = names.filter((candidate) => {
    const other = candidate.split('_');
    return abbreviates(words, other) || begins(words, other);
  });
  return likely.length === 1 ? likely[0] : nearest(name, names);
}
