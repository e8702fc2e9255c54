import { nearest } from '../text/nearest.ts';
import { comparePlaces, keptPlaces, type Place } from './infer-places.ts';
import type { NameOrder, ObjectStats } from './infer-values.ts';

/** What counts as nearly all: one in twenty may be a slip. Below twenty, nearly all means all. */
const nearlyAllShare = 0.95;
/** Fewer objects than this say nothing about what all of them must have. */
const fewestObjects = 3;

/** Whether `part` of `whole` is so many that the rest are exceptions. */
export function isNearlyAll(part: number, whole: number): boolean {
  return part > 0 && part >= nearlyAllShare * whole;
}

/**
 * Whether a field is required: it is in every object, or in nearly all of twenty and more, and there
 * are at least three to judge by.
 */
export function isRequired(present: number, of: number): boolean {
  return of >= fewestObjects && isNearlyAll(present, of);
}

function compareOrders(a: NameOrder, b: NameOrder): number {
  if (a.count !== b.count) return b.count - a.count;
  const [left, right] = [JSON.stringify(a.names), JSON.stringify(b.names)];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The fields of an object in the commonest order; names that it lacks stand where they do elsewhere. */
export function orderNames({ fields, orders }: ObjectStats): readonly string[] {
  if (!fields) return [];
  if (!orders) return [...fields.keys()].sort();
  const ordered: string[] = [];
  const placed = new Set<string>();
  for (const { names } of [...orders.values()].sort(compareOrders)) {
    for (const [index, name] of names.entries()) {
      if (placed.has(name)) continue;
      const before = names[index - 1];
      const after = names.find((one) => placed.has(one));
      let at = ordered.length;
      if (before !== undefined) at = ordered.indexOf(before) + 1;
      else if (after !== undefined) at = ordered.indexOf(after);
      ordered.splice(at, 0, name);
      placed.add(name);
    }
  }
  return ordered;
}

/** The first places of objects that lack a field. */
export function placesWithout(name: string, { orders }: ObjectStats): readonly Place[] {
  if (!orders) return [];
  return [...orders.values()]
    .filter(({ names }) => !names.includes(name))
    .flatMap(({ first }) => first)
    .sort(comparePlaces)
    .slice(0, keptPlaces);
}

const withoutDigits = (name: string): string => name.replace(/\d+/g, '');

/**
 * The field that a rare name was probably meant to be: one that nearly all objects have and that is a
 * slip of the pen away. `undefined` where the name is common, or numbered on purpose.
 */
export function meantName(
  name: string,
  counts: ReadonlyMap<string, number>,
  of: number,
): string | undefined {
  const present = counts.get(name) ?? 0;
  if (name.length < 4 || of < 5 || present > Math.max(1, of * (1 - nearlyAllShare)))
    return undefined;
  const usual = [...counts].flatMap(([one, count]) => (isRequired(count, of) ? [one] : [])).sort();
  const meant = nearest(name, usual);
  return meant !== undefined && withoutDigits(meant) === withoutDigits(name) ? undefined : meant;
}
