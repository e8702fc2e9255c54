import { describe, expect, test } from 'vitest';
import type { GuideType } from '#core/catalog/workspace-config';
import {
  checkSlug,
  filledFields,
  newGuidePath,
  outlineOf,
  proposeSlug,
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

test.each([
  ['Prompt Engineer', 'prompt_engineer'],
  ['  UI/UX  Designer ', 'ui_ux_designer'],
  ['ＰＲＯＭＰＴ１', 'prompt1'],
  ['C# Developer', 'c_sharp_developer'],
  ['R&D Engineer', 'r_and_d_engineer'],
  ['Café Manager', 'cafe_manager'],
  ["Driver's Instructor", 'drivers_instructor'],
  ['看護師', ''],
  ['看護 Nurse', 'nurse'],
])('the name %s proposes the URL name %s', (name, slug) => {
  expect(proposeSlug(name)).toBe(slug);
});

describe('a URL name', () => {
  const entries = [
    guideEntry('Cloud Engineer'),
    guideEntry('Odd', { slug: 'x', path: 'guides/Odd_File.md' }),
  ];
  test.each([
    ['prompt_engineer', undefined],
    ['', { kind: 'empty' }],
    ['Prompt', { kind: 'form' }],
    ['a__b', { kind: 'form' }],
    ['../x', { kind: 'form' }],
    ['cloud_engineer', { kind: 'taken', name: 'Cloud Engineer' }],
    ['odd_file', { kind: 'taken', name: 'Odd' }],
  ])('%s is judged as %o', (slug, expected) => {
    expect(checkSlug(slug, entries, 'guides')).toEqual(expected);
  });
});

test('the file stands in the folder of its type', () => {
  expect(newGuidePath('a', 'guides/')).toBe('guides/a.md');
  expect(newGuidePath('a', '')).toBe('a.md');
  expect(newGuidePath('a', '.')).toBe('a.md');
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
