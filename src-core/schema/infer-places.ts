import type { Outlier } from './schema-proposal.ts';

/** Where a value was seen. */
export interface Place {
  /** Of the guide, relative to the workspace. */
  readonly path: string;
  readonly pointer: string;
}

/** A place with the value that stands there, shortened for people. */
export interface Seen extends Place {
  /** JSON text; empty where nothing is there. */
  readonly value: string;
}

/** How often something was seen, and the first places of it in the order of paths. */
export interface Tally {
  count: number;
  readonly first: Seen[];
}

/** How many places are kept of anything; the proposal lists no more (schema-proposal.ts). */
export const keptPlaces = 20;

/** Longest value that is repeated to people, in UTF-16 units. */
const shownUnits = 80;

/** Order of places that does not depend on the order in which guides were read; item 2 comes before item 10. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  if (a.pointer.length !== b.pointer.length) return a.pointer.length - b.pointer.length;
  return a.pointer < b.pointer ? -1 : a.pointer > b.pointer ? 1 : 0;
}

/** The JSON text of a value, cut without halving a character. */
function shorten(value: unknown): string {
  // A long text or list is cut before it is turned into JSON: most of it would be thrown away.
  const start = typeof value === 'string' ? value.slice(0, 2 * shownUnits) : value;
  const text = JSON.stringify(start) ?? '';
  if (text.length <= shownUnits) return text;
  const cut = text.slice(0, shownUnits);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** Makes an empty tally. */
export function createTally(): Tally {
  return { count: 0, first: [] };
}

/** Keeps `place` if it is among the first `keptPlaces`; `make` is called only then. */
export function keepFirst<P extends Place>(first: P[], place: Place, make: () => P): void {
  const last = first.at(-1);
  if (first.length >= keptPlaces && last && comparePlaces(place, last) >= 0) return;
  let at = first.length;
  while (at > 0 && comparePlaces(place, first[at - 1] ?? place) < 0) at -= 1;
  first.splice(at, 0, make());
  if (first.length > keptPlaces) first.pop();
}

/** Counts one more, and keeps its place if it is among the first. */
export function count(tally: Tally, place: Place, value: unknown): void {
  tally.count += 1;
  const { path, pointer } = place;
  keepFirst(tally.first, place, () => ({ path, pointer, value: shorten(value) }));
}

/** Turns what was seen into outliers with their reason. */
export function toOutliers(first: readonly Seen[], reason: Outlier['reason']): readonly Outlier[] {
  return first.map(({ path, pointer, value }) => ({ path, pointer, reason, value }));
}
