import { expect, test } from 'vitest';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { findableGuides } from '../../../../src-renderer/editor/completion/guide-options.ts';
import { findOptions } from '../../../../src-renderer/editor/completion/match-options.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

const many = Array.from({ length: 10_000 }, (_, index) =>
  guideEntry(`Guide ${String(index)}`, { title: `${String(index)}番目の仕事` }),
);

test('guides are made ready once for a state of the folder, and only what changed is made ready anew', () => {
  const entries = new Map<string, GuideEntry>(many.map((entry) => [entry.path, entry]));
  const first = findableGuides(entries);
  expect(findableGuides(entries)).toBe(first);

  const renamed = guideEntry('Guide 5', { name: 'Zebra' });
  const after = new Map(entries).set(renamed.path, renamed);
  after.delete(many[7]!.path);
  const second = findableGuides(after);
  expect(second).toHaveLength(9999);
  expect(second.at(-1)?.entry).toBe(renamed);
  const kept = new Set(first);
  expect(second.filter((guide) => !kept.has(guide))).toHaveLength(1);
  expect(findOptions(second, '番目').length).toBe(50);
});
