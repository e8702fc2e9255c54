import { describe, expect, it } from 'vitest';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { SiteImage } from '#core/ipc/contract';
import { noCounts } from '#core/lint/diagnostic';
import type { FieldModel } from '#core/schema/field-model';
import { chooseOffered, splitWords } from '../../../src-renderer/features/form/chips-model.ts';
import {
  diskPath,
  imageMeant,
  matchImages,
  pastedName,
} from '../../../src-renderer/features/form/image-model.ts';
import { nearNotes, toKnownWords } from '../../../src-renderer/features/form/near-words.ts';
import {
  nearestGuide,
  relationChoices,
} from '../../../src-renderer/features/form/relations-model.ts';
import {
  matchTerms,
  type Term,
  termsFor,
} from '../../../src-renderer/features/form/vocabulary-model.ts';
import { entryByKey } from '../../../src-renderer/stores/workspace-store.ts';

function guide(index: number, more: Partial<GuideEntry> = {}): GuideEntry {
  return {
    path: `guides/g_${index}.md`,
    kind: 'guide',
    name: `Guide ${index}`,
    title: `${index}番目の仕事`,
    slug: `g_${index}`,
    category: index % 2 === 0 ? 'even' : 'odd',
    tags: [`タグ${index % 7}`],
    thumbnail: '',
    counts: noCounts,
    siteState: 'same',
    ...more,
  };
}
const toEntries = (guides: readonly GuideEntry[]) => new Map(guides.map((one) => [one.path, one]));
const slugs = (entries: readonly GuideEntry[]): readonly string[] =>
  entries.map(({ slug }) => slug);

describe('related guides', () => {
  const entries = toEntries([
    guide(1, { name: 'Nurse', title: '命に寄り添うシゴト', tags: ['夜勤あり'], category: 'odd' }),
    guide(2, { name: 'Cloud Engineer', keys: { code: 'ABC-9' } }),
    guide(3, { kind: 'other' }),
    guide(4, { slug: '' }),
    guide(5, { name: 'Guide Dog Trainer' }),
  ]);
  const find = (query: string, field = 'slug', path = 'guides/g_5.md') => {
    const { near, sameCategory, others } = relationChoices(entries, path, field, query, undefined);
    return slugs([...near, ...sameCategory, ...others]);
  };

  it('are found by name, title, slug, category, tag and key, whatever the kana, width and case', () => {
    expect(find('')).toEqual(['g_1', 'g_2']);
    for (const query of ['ＮＵＲＳＥ', 'しごと', 'ｼｺﾞﾄ', 'G_1', '夜勤', 'odd', 'nurse　夜勤']) {
      expect(find(query)).toEqual(['g_1']);
    }
    expect(find('abc-9')).toEqual(['g_2']);
    expect(find('nurse cloud')).toEqual([]);
  });

  it('are never the guide itself, nor one that the field cannot name', () => {
    expect(find('', 'slug', 'guides/g_1.md')).toEqual(['g_5', 'g_2']);
    expect(find('', 'code')).toEqual(['g_2']);
    expect(nearestGuide(entries, 'guides/g_1.md', 'slug', 'g_l')?.slug).not.toBe('g_1');
  });

  it('are looked up by the field that the relation names', () => {
    expect(entryByKey(entries, 'code', 'ABC-9')?.slug).toBe('g_2');
    expect(entryByKey(entries, 'slug', 'g_2')?.slug).toBe('g_2');
    expect(entryByKey(entries, 'slug', '')).toBeUndefined();
    expect(entryByKey(entries, 'constructor', 'x')).toBeUndefined();
  });

  it('are found and looked up among 10,000', () => {
    const many = toEntries(Array.from({ length: 10_000 }, (_, index) => guide(index)));
    const search = (query: string) =>
      relationChoices(many, 'guides/g_1.md', 'slug', query, 'g_99x');
    const found = Array.from({ length: 10 }, (_, digit) => search(`仕事 g_99${digit}`));
    expect(
      found.map(
        ({ near, sameCategory, others }) => near.length + sameCategory.length + others.length,
      ),
    ).toEqual(Array.from({ length: 10 }, () => 11));
    expect(entryByKey(many, 'slug', 'g_9999')?.slug).toBe('g_9999');
  });
});

describe('words of a field', () => {
  const field = { name: 'tags', vocabulary: 'tags' } as FieldModel;
  const vocabulary = { tags: [{ id: 'b', label: { ja: '乙', en: 'B' } }] };

  it('are those of the vocabulary, then those in use, most used first', () => {
    const uses = { tags: { a: 1, b: 2, c: 5 }, toString: { x: 1 } };
    expect(termsFor(field, vocabulary, uses, 'ja')).toEqual([
      { id: 'b', label: '乙', uses: 2, listed: true },
      { id: 'c', label: 'c', uses: 5, listed: false },
      { id: 'a', label: 'a', uses: 1, listed: false },
    ]);
    expect(termsFor({ ...field, name: 'valueOf', vocabulary: 'valueOf' }, {}, {}, 'ja')).toEqual(
      [],
    );
  });

  it('are those that the schema allows and no others', () => {
    const enumerated = {
      ...field,
      enum: ['x', 1, 'y'],
      enumLabels: ['ex', 'one', 'why'].map((text) => ({ ja: text, en: text })),
    };
    const terms = termsFor(enumerated, vocabulary, { tags: { c: 5, y: 2 } }, 'en');
    expect(terms.map(({ id, label, uses }) => [id, label, uses])).toEqual([
      ['x', 'ex', 0],
      ['y', 'why', 2],
    ]);
    expect(chooseOffered(['ＷＨＹ', 'x', 'z'], terms)).toEqual({
      offered: ['y', 'x'],
      rest: ['z'],
    });
  });

  it('that begin with what was typed come first', () => {
    const terms = ['夜の仕事', '仕事', 'シゴト'].map((id): Term => ({
      id,
      label: id,
      uses: 0,
      listed: true,
    }));
    expect(matchTerms(terms, '仕事').map(({ id }) => id)).toEqual(['仕事', '夜の仕事']);
    expect(matchTerms(terms, 'しご').map(({ id }) => id)).toEqual(['シゴト']);
  });

  it('part at commas, 、 and line ends of every kind', () => {
    expect(splitWords('a、b,c，d;e；f\r\ng\rh\ti、、')).toEqual([...'abcdefghi']);
  });
});

describe('near words', () => {
  const term = (id: string, uses: number, listed = false): Term => ({
    id,
    label: id,
    uses,
    listed,
  });
  const notes = (list: readonly string[], terms: readonly Term[], typed = '') =>
    nearNotes(list, typed, toKnownWords(terms)).map(({ word, near, here }) => [
      word,
      near.id,
      here,
    ]);

  it('go by which is used more, and by which comes first where both are in the list', () => {
    const used = [term('サーバー', 3), term('サーバ', 1)];
    expect(notes(['サーバ'], used)).toEqual([['サーバ', 'サーバー', false]]);
    expect(notes(['サーバー'], used)).toEqual([]);
    expect(notes(['サーバ', 'サーバー'], used)).toEqual([['サーバ', 'サーバー', true]]);
    expect(notes(['サーバ', 'サーバー'], [])).toEqual([['サーバー', 'サーバ', true]]);
  });

  it('a word of the vocabulary is right however little it is used', () => {
    const listed = [term('サーバ', 0, true), term('サーバー', 90)];
    expect(notes(['サーバ'], listed)).toEqual([]);
    expect(notes(['サーバー'], listed)).toEqual([['サーバー', 'サーバ', false]]);
  });

  it('one word twice is no near word, and a word nobody uses is none either', () => {
    expect(notes(['サーバ', 'サーバ'], [])).toEqual([]);
    expect(notes(['サーバ'], [term('サーバー', 0)])).toEqual([]);
  });
});

describe('images', () => {
  const served = { folder: 'public', path: '/static' };
  const images: readonly SiteImage[] = [
    '/static/b/10.png',
    '/static/b/2.png',
    '/static/a/nurse.png',
  ].map((sitePath) => ({ sitePath, bytes: 1 }));

  it('of the present folder come first, in the order of people', () => {
    expect(matchImages(images, '', '/static/b/x.png').map(({ sitePath }) => sitePath)).toEqual([
      '/static/b/2.png',
      '/static/b/10.png',
      '/static/a/nurse.png',
    ]);
    expect(matchImages(images, 'ＮＵＲ', '')).toHaveLength(1);
  });

  it('that are missing were meant to be one that differs in case, or by a slip in the same folder', () => {
    expect(imageMeant('/static/A/Nurse.PNG', images)).toBe('/static/a/nurse.png');
    expect(imageMeant('/static/a/nurze.png', images)).toBe('/static/a/nurse.png');
    expect(imageMeant('/static/c/nurze.png', images)).toBeUndefined();
  });

  it('lie in the static folder, whatever site path it is served under', () => {
    expect(diskPath('/static/a/b.png', served)).toBe('public/a/b.png');
    expect(diskPath('/static/a.png', { folder: '', path: '/static' })).toBe('a.png');
    expect(diskPath('/a.png', { folder: 'public', path: '' })).toBe('public/a.png');
    expect(diskPath('/statics/a.png', served)).toBeUndefined();
  });

  it('from the clipboard are named after guide and field, unless they have a name', () => {
    expect(pastedName('guides/看護師.md', 'hero_image', 'image.png')).toBe('看護師_hero_image.png');
    expect(pastedName('guides/a.md', 'hero_image', 'IMG_1.png')).toBe('IMG_1.png');
  });
});
