import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchItems } from '#core/document/match-items';

test.each([
  ['nothing changed', ['a', 'b'], ['a', 'b'], [0, 1]],
  ['moved to the front', ['a', 'b', 'c'], ['c', 'a', 'b'], [2, 0, 1]],
  ['added in the middle', ['a', 'b'], ['a', 'x', 'b'], [0, undefined, 1]],
  ['taken out', ['a', 'b', 'c'], ['a', 'c'], [0, 2]],
  ['edited in place', ['a', 'b', 'c'], ['a', 'x', 'c'], [0, 1, 2]],
  ['moved and edited', ['a', 'b', 'c'], ['c', 'x', 'a'], [2, 1, 0]],
  ['twice the same', ['a', 'a'], ['a', 'a', 'a'], [0, 1, undefined]],
  ['groups, names in any order', [{ a: 1, b: 2 }, 1], [1, { a: 1, b: 2 }], [1, 0]],
])('items are followed: %s', (_name, before, after, places) => {
  expect(matchItems(before, after)).toEqual(places);
});

test('no item is taken for two, and equal ones are found wherever they went', () => {
  const list = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(list, list, (before, after) => {
      const places = matchItems(before, after);
      const known = places.filter((place) => place !== undefined);
      expect(new Set(known).size).toBe(known.length);
      expect(known).toHaveLength(Math.min(before.length, after.length));
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), fc.nat(), fc.nat(), (items, from, to) => {
      if (items.length === 0) return;
      const [source, target] = [from % items.length, to % items.length];
      const moved = items.toSpliced(source, 1).toSpliced(target, 0, items[source] ?? 0);
      const places = matchItems(items, moved);
      expect(places.map((place) => items[place ?? -1])).toEqual(moved);
    }),
  );
});
