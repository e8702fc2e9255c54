import { describe, expect, test } from 'vitest';
import { makePlan } from '#core/export/make-plan';
import { selectItems } from '#core/export/selection';
import { badGuide, guide, image, inputOf } from './plan-fixtures.ts';

const actions = (input: Parameters<typeof makePlan>[0]): Record<string, string> =>
  Object.fromEntries(makePlan(input).map((item) => [item.target, item.action]));

const nurse = 'guides/nurse.md';

describe('one guide against the site', () => {
  test.each([
    ['is added where the site has nothing', {}, 'added'],
    ['is unchanged where the bytes are the same', { files: { [nurse]: 'v1' } }, 'unchanged'],
    [
      'is changed where the site has what the last export wrote',
      { files: { [nurse]: 'v0' }, exported: { [nurse]: 'v0' } },
      'changed',
    ],
    [
      '[E05] is in conflict where the site file was edited after the last export',
      { files: { [nurse]: 'by hand' }, exported: { [nurse]: 'v0' } },
      'conflict',
    ],
    [
      '[E13] is in conflict where no manifest says the file is ours',
      { files: { [nurse]: 'v0' } },
      'conflict',
    ],
    [
      'is added again where the exported file is gone from the site',
      { exported: { [nurse]: 'v0' } },
      'added',
    ],
    [
      '[E11] is in conflict where the site has the name in other case',
      { files: { 'guides/Nurse.md': 'v0' } },
      'conflict',
    ],
    [
      '[X4] [E07] is in conflict where the folder on the site is a link',
      { links: ['guides'] },
      'conflict',
    ],
  ])('%s', (_title, site, expected) => {
    expect(actions(inputOf([guide('nurse', 'v1')], [], site))).toMatchObject({ [nurse]: expected });
  });

  test('something that is no file at its place is a conflict', () => {
    const input = inputOf([guide('nurse', 'v1')]);
    const files = new Map([[nurse, undefined]]);
    expect(actions({ ...input, listing: { ...input.listing, files, names: [nurse] } })).toEqual({
      [nurse]: 'conflict',
    });
  });

  test('[P6] a guide with an error is blocked, says why and where, and its earlier export stays', () => {
    const site = { files: { [nurse]: 'v0' }, exported: { [nurse]: 'v0' } };
    const [item] = makePlan(inputOf([badGuide('nurse', 'v1')], [], site));
    expect(item).toMatchObject({
      action: 'blocked',
      reasons: [{ ja: 'だめ', en: 'bad' }],
      place: { pointer: '/slug', from: 8 },
    });
    expect(selectItems(item ? [item] : [])).toMatchObject({ write: [], remove: [] });
  });
});

describe('guides that depend on each other', () => {
  test('a guide is blocked when its related guide is blocked and was never exported, however far', () => {
    const input = inputOf([
      guide('a', '1', { relations: ['b'] }),
      guide('b', '1', { relations: ['c'] }),
      badGuide('c', '1'),
      guide('d', '1'),
    ]);
    expect(actions(input)).toEqual({
      'guides/a.md': 'blocked',
      'guides/b.md': 'blocked',
      'guides/c.md': 'blocked',
      'guides/d.md': 'added',
    });
    // The reason names the guide to repair, not only the one that waits for it.
    expect(makePlan(input)[0]?.reasons[0]?.ja).toContain('「c」を直すまで');
  });

  test('a guide goes when its blocked related guide was exported earlier', () => {
    const input = inputOf([guide('a', '1', { relations: ['c'] }), badGuide('c', '2')], [], {
      files: { 'guides/c.md': '1' },
      exported: { 'guides/c.md': '1' },
    });
    expect(actions(input)).toEqual({ 'guides/a.md': 'added', 'guides/c.md': 'blocked' });
  });

  test('two guides that relate to each other are exported together or not at all', () => {
    const items = makePlan(
      inputOf([guide('a', '1', { relations: ['b'] }), guide('b', '1', { relations: ['a'] })]),
    );
    expect(selectItems(items).write.map((item) => item.target)).toEqual([
      'guides/a.md',
      'guides/b.md',
    ]);
    expect(selectItems(items, ['guides/b.md']).write).toEqual([]);
  });

  test('[E11] two guides whose names differ only in case or normalisation are both blocked', () => {
    const input = inputOf([
      guide('x', '1', { path: 'guides/Nurse.md' }),
      guide('y', '1', { path: 'guides/nurse.md' }),
      guide('z', '1', { path: 'guides/が.md' }),
      guide('w', '1', { path: 'guides/が.md'.normalize('NFD') }),
      guide('v', '1', { path: 'guides/other.md' }),
    ]);
    expect(makePlan(input).map((item) => item.action)).toEqual([
      'blocked',
      'blocked',
      'added',
      'blocked',
      'blocked',
    ]);
  });
});

describe('images', () => {
  const shows = (slug: string, content = '1') =>
    guide(slug, content, { images: ['static/img/a.png'] });

  test('an image goes with the guide that shows it, and not without one', () => {
    const items = makePlan(inputOf([shows('nurse')], [image('a.png', 'A'), image('b.png', 'B')]));
    expect(items.map((item) => [item.target, item.action])).toEqual([
      [nurse, 'added'],
      ['static/img/a.png', 'added'],
    ]);
    expect(selectItems(items).write.map((item) => item.kind)).toEqual(['image', 'guide']);
    expect(selectItems(items, [nurse]).write).toEqual([]);
    expect(selectItems(items, ['static/img/a.png']).write).toEqual([]);
  });

  test('a changed image goes although its guide is unchanged', () => {
    const input = inputOf([shows('nurse')], [image('a.png', 'A2')], {
      files: { [nurse]: '1', 'static/img/a.png': 'A1' },
      exported: { [nurse]: '1', 'static/img/a.png': 'A1' },
    });
    expect(selectItems(makePlan(input)).write.map((item) => item.target)).toEqual([
      'static/img/a.png',
    ]);
  });

  test('a missing image and a refused one block the guide', () => {
    const problem = { ja: '中身が違う', en: 'other type' };
    const items = makePlan(
      inputOf(
        [
          guide('a', '1', { images: ['static/img/none.png'] }),
          guide('c', '1', { images: ['static/img/a.png'] }),
        ],
        [image('a.png', 'A', { problem })],
      ),
    );
    expect(items.map((item) => item.action)).toEqual(['blocked', 'blocked']);
    expect(items[1]?.reasons).toEqual([problem]);
  });

  test('[X3] an image that somebody changed on the site holds back the guide that shows it', () => {
    const input = inputOf([shows('nurse')], [image('a.png', 'A')], {
      files: { 'static/img/a.png': 'theirs' },
    });
    expect(actions(input)).toEqual({ [nurse]: 'conflict' });
  });
});

describe('[E12] what the workspace no longer has', () => {
  test('is removed where the bytes are ours', () => {
    const input = inputOf([], [], { files: { [nurse]: '1' }, exported: { [nurse]: '1' } });
    expect(selectItems(makePlan(input)).remove.map((item) => item.target)).toEqual([nurse]);
  });

  test('stays where somebody changed it, or where the manifest does not list it', () => {
    const input = inputOf([], [], {
      files: { [nurse]: 'by hand', 'guides/theirs.md': '1' },
      exported: { [nurse]: '1' },
    });
    expect(actions(input)).toEqual({ [nurse]: 'conflict' });
    expect(selectItems(makePlan(input)).remove).toEqual([]);
  });

  test('stays while a guide that is held back refers to it on the site, and so does what that needs', () => {
    const input = inputOf([badGuide('a', '2')], [], {
      files: { 'guides/a.md': '1', 'guides/b.md': '1', 'static/img/b.png': 'B' },
      exported: { 'guides/a.md': '1', 'guides/b.md': '1', 'static/img/b.png': 'B' },
      refers: {
        'guides/a.md': { relations: ['b'] },
        'guides/b.md': { images: ['static/img/b.png'] },
      },
    });
    expect(actions(input)).toEqual({
      'guides/a.md': 'blocked',
      'guides/b.md': 'blocked',
      'static/img/b.png': 'blocked',
    });
  });

  test('stays when the change that stops referring to it is left out', () => {
    const items = makePlan(
      inputOf([guide('a', '2')], [], {
        files: { 'guides/a.md': '1', 'guides/b.md': '1' },
        exported: { 'guides/a.md': '1', 'guides/b.md': '1' },
        refers: { 'guides/a.md': { relations: ['b'] }, 'guides/b.md': {} },
      }),
    );
    expect(selectItems(items).remove.map((item) => item.target)).toEqual(['guides/b.md']);
    expect(selectItems(items, ['guides/a.md']).remove).toEqual([]);
  });
});
