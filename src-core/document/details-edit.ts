import { isSameJson } from './json-data.ts';
import { hostileKeys, maxDepth } from './json-limits.ts';

/** One change of the guide details; pointers are JSON pointers, indexes count from 0. */
export type DetailsEdit =
  /** Gives a field or list item a value; an absent field of an existing object is added, `-` adds to a list. */
  | { readonly kind: 'set'; readonly pointer: string; readonly value: unknown }
  /** Takes a field or list item out. */
  | { readonly kind: 'unset'; readonly pointer: string }
  /** Puts an item into the list at `pointer`, before the item that is now at `index`. */
  | {
      readonly kind: 'insert-item';
      readonly pointer: string;
      readonly index: number;
      readonly value: unknown;
    }
  | { readonly kind: 'remove-item'; readonly pointer: string; readonly index: number }
  /** Moves an item of the list at `pointer`; `to` is its index afterwards. */
  | {
      readonly kind: 'move-item';
      readonly pointer: string;
      readonly from: number;
      readonly to: number;
    };

/** Whether a value can be written as JSON just as it is: no `undefined`, NaN, functions, hostile names, or depth. */
export function isWritable(value: unknown, depth = 1): boolean {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth > maxDepth) return false;
  if (Array.isArray(value)) return value.every((item) => isWritable(item, depth + 1));
  return Object.entries(value).every(
    ([name, child]) => !hostileKeys.has(name) && isWritable(child, depth + 1),
  );
}

/** How many items two lists share at their beginnings and, beyond those, at their ends. */
export function sharedEnds(
  before: readonly unknown[],
  after: readonly unknown[],
): { readonly head: number; readonly tail: number } {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSameJson(before[head], after[head])) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    isSameJson(before[before.length - 1 - tail], after[after.length - 1 - tail])
  ) {
    tail += 1;
  }
  return { head, tail };
}
