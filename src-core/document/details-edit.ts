import { isSameJson } from './json-data.ts';
import { hostileKeys, maxDepth } from './json-limits.ts';

/** One change of the guide details; pointers are JSON pointers, indexes count from 0. */
export type DetailsEdit =
  /** Gives a field or list item a value; an absent field of an existing object is added, `-` adds to a list. */
  | { readonly kind: 'set'; readonly pointer: string; readonly value: unknown }
  /**
   * The same with a value given as JSON text: its numbers and escapes keep their spelling, its layout
   * becomes that of the guide. Refused where the text is no JSON.
   */
  | { readonly kind: 'set-json'; readonly pointer: string; readonly json: string }
  /** Takes a field or list item out. */
  | { readonly kind: 'unset'; readonly pointer: string }
  /** Puts an item into the list at `pointer`, before the item that is now at `index`. */
  | {
      readonly kind: 'insert-item';
      readonly pointer: string;
      readonly index: number;
      readonly value: unknown;
    }
  /** Puts a copy of an item, written just as it is, directly after it. */
  | { readonly kind: 'copy-item'; readonly pointer: string; readonly index: number }
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
export function sharedEnds<Item>(
  before: readonly Item[],
  after: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = isSameJson,
): { readonly head: number; readonly tail: number } {
  const pairs = (fromEnd: boolean, limit: number): number => {
    let count = 0;
    for (; count < limit; count += 1) {
      const [a, b] = fromEnd
        ? [before.at(-1 - count), after.at(-1 - count)]
        : [before[count], after[count]];
      if (a === undefined || b === undefined || !isSame(a, b)) break;
    }
    return count;
  };
  const shorter = Math.min(before.length, after.length);
  const head = pairs(false, shorter);
  return { head, tail: pairs(true, shorter - head) };
}
