import { sharedEnds } from './details-edit.ts';

/**
 * Which item of a list is which after a change: for each item of `after` its index (from 0) in
 * `before`, `undefined` for a new one. Equal items are the same; what is left over was edited.
 */
export function matchItems(
  before: readonly unknown[],
  after: readonly unknown[],
): readonly (number | undefined)[] {
  const { head, tail } = sharedEnds(before, after);
  const places = new Map<string, number[]>();
  for (let index = head; index < before.length - tail; index += 1) {
    const json = JSON.stringify(before[index]);
    const known = places.get(json);
    if (known) known.push(index);
    else places.set(json, [index]);
  }
  const end = after.length - tail;
  const matched = after.map((item, index) => {
    if (index < head) return index;
    if (index >= end) return index - after.length + before.length;
    return places.get(JSON.stringify(item))?.shift();
  });
  const left = [...places.values()].flat().sort((a, b) => a - b);
  return matched.map((place) => place ?? left.shift());
}
