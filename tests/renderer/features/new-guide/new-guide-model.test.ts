import { expect, test } from 'vitest';
import type { GuideType } from '#core/catalog/workspace-config';
import {
  filledFields,
  folderOf,
  guidesFor,
  outlineOf,
  similarTitle,
} from '../../../../src-renderer/features/new-guide/new-guide-model.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

const same = (text: string) => ({ ja: text, en: text });
const type: GuideType = {
  id: 'job',
  label: same(''),
  description: same(''),
  nameLabel: same(''),
  folder: 'guides/',
  h1: '# {name}',
  frontMatter: { keywords: ['{name}'], tags: [], meta_description: '', thumbnail: '/{slug}.png' },
  sections: [
    { id: 'a', heading: '{keycap} {name}とは', required: true, body: '' },
    { id: 'b', heading: '## {keycap} 仕事', required: false, body: '' },
    { id: 'c', heading: '🏷️ #推奨タグ', required: true, body: '' },
  ],
};

test('the file stands in the folder of its type', () => {
  expect(folderOf({ folder: 'guides/' })).toBe('guides/');
  expect(folderOf({ folder: 'a/b' })).toBe('a/b/');
  expect(folderOf({ folder: '.' })).toBe('');
});

test('the outline numbers the chapters that are numbered and fills in the name', () => {
  expect(outlineOf(type, 'Cloud').map((line) => line.heading)).toEqual([
    '1️⃣ Cloudとは',
    '2️⃣ 仕事',
    '🏷️ #推奨タグ',
  ]);
});

test('fields count as filled where the type or the author gives a value', () => {
  const fields = [
    'title',
    'slug',
    'category',
    'keywords',
    'tags',
    'meta_description',
    'thumbnail',
  ].map((name) => ({
    name,
    pointer: `/${name}`,
    widget: 'text' as const,
    label: same(name),
    required: true,
  }));
  const answers = { type: 'job', name: 'A', title: 'T', slug: 'a', category: '' };
  expect(filledFields(type, fields, answers)).toBe(4);
});

test('a title much like another is noticed, a short or different one is not', () => {
  const entries = [
    guideEntry('AI Trainer', { title: 'AIに教える言葉を選ぶ仕事' }),
    guideEntry('Cook', { title: '味を決める仕事' }),
  ];
  expect(similarTitle('ＡＩに伝わる言葉を選ぶ仕事', entries)?.name).toBe('AI Trainer');
  expect(similarTitle('空を飛ぶ', entries)).toBeUndefined();
  expect(similarTitle('', entries)).toBeUndefined();
});

test('guides are found by the words of name, title and URL name, the names that begin so first', () => {
  const entries = [
    guideEntry('Data Nurse'),
    guideEntry('Nurse', { title: '看護師' }),
    guideEntry('Memo Nurse', { kind: 'other' }),
    guideEntry('Pilot'),
  ];
  const names = (query: string) => guidesFor(query, entries).map(({ name }) => name);
  expect(names('ｎｕｒｓｅ')).toEqual(['Nurse', 'Data Nurse']);
  expect(names('看護')).toEqual(['Nurse']);
  expect(names('nurse data')).toEqual(['Data Nurse']);
  expect(names('')).toEqual(['Data Nurse', 'Nurse', 'Pilot']);
});

test('a chapter that starts with a table says so', () => {
  const table = { id: 'd', heading: 'd', required: false, body: '文\n\n| a |\n| :--- |\n| b |' };
  expect(outlineOf({ ...type, sections: [table] }, '').map((line) => line.table)).toEqual([true]);
  expect(outlineOf(type, '').some((line) => line.table)).toBe(false);
});
