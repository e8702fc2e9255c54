import { describe, expect, test } from 'vitest';
import type { GuideRow } from '../../../../src-renderer/features/guide-list/guide-list-model.ts';
import {
  rowAfterKey,
  rowByTyping,
} from '../../../../src-renderer/features/guide-list/list-keys.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

const header = (id: string): GuideRow => ({ kind: 'group', id, label: id, count: 2 });
const guide = (name: string, title = ''): GuideRow => ({
  kind: 'guide',
  entry: guideEntry(name, { title }),
  position: 1,
});
// 0 header, 1 and 2 guides, 3 header, 4 and 5 guides
const rows = [
  header('a'),
  guide('Alpha'),
  guide('Beta', 'ガイド'),
  header('b'),
  guide('Another'),
  guide('Zeta'),
];

describe('keys of the list', () => {
  test.each<[string, number, number | undefined]>([
    ['ArrowDown', -1, 1],
    ['ArrowDown', 2, 4],
    ['ArrowDown', 5, 5],
    ['ArrowUp', 4, 2],
    ['ArrowUp', 1, 1],
    ['PageDown', 1, 4],
    ['PageDown', 4, 5],
    ['PageUp', 5, 2],
    ['PageUp', 2, 1],
    ['Home', 5, 1],
    ['End', 1, 5],
    ['Tab', 1, undefined],
  ])('%s from row %i goes to row %s, never to a header', (key, cursor, expected) => {
    expect(rowAfterKey(rows, cursor, key, 2)).toBe(expected);
  });

  test('an empty list has no row to go to', () => {
    expect(rowAfterKey([], -1, 'ArrowDown', 10)).toBeUndefined();
  });
});

describe('typing in the list', () => {
  test.each<[string, number, number | undefined]>([
    ['a', 1, 4],
    ['a', 4, 1],
    ['an', 4, 4],
    ['z', 1, 5],
    ['が', 1, 2],
    ['q', 1, undefined],
  ])('%s from row %i finds row %s', (typed, cursor, expected) => {
    expect(rowByTyping(rows, cursor, typed)).toBe(expected);
  });
});
