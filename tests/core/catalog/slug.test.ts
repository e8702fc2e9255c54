import { describe, expect, test } from 'vitest';
import { checkSlug, proposeSlug } from '../../../src-core/catalog/slug.ts';
import { guideEntry } from '../../renderer/guide-entry-fixture.ts';

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
    ['nul', { kind: 'reserved' }],
    ['a'.repeat(101), { kind: 'long' }],
    ['cloud_engineer', { kind: 'taken', name: 'Cloud Engineer' }],
    ['odd_file', { kind: 'taken', name: 'Odd' }],
  ])('%s is judged as %o', (slug, expected) => {
    expect(checkSlug(slug, entries, 'guides/')).toEqual(expected);
  });
});

test('a long name proposes a URL name that is not too long', () => {
  const slug = proposeSlug('word '.repeat(40));
  expect(slug.length).toBeLessThanOrEqual(100);
  expect(checkSlug(slug, [], '')).toBeUndefined();
});
