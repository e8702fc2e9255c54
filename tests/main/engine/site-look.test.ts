import { describe, expect, it } from 'vitest';
import { openEngine } from './engine-fixtures.ts';

function configOf(profile: object): string {
  return `${JSON.stringify({ profile }, null, 2)}\n`;
}

const config = configOf({ css: ['theme/a.css', 'static/b.css'], template: 'theme/page.liquid' });

function lookOf(opened: Awaited<ReturnType<typeof openEngine>>) {
  const { look } = opened.engine.info();
  if (!look) throw new Error('no look');
  return look;
}

describe('the looks of a workspace’s site', () => {
  it('are those of the default page where the profile names nothing', async () => {
    expect(lookOf(await openEngine({}))).toEqual({ styles: [], hasDark: true, notices: [] });
  });

  it('are its style sheets in their order, cleaned, and its template with the files beside it', async () => {
    const opened = await openEngine({
      '.shirube/config.json': config,
      'theme/a.css': '@import "x.css"; a { color: red }',
      'static/b.css': '@media (prefers-color-scheme: dark) { a { color: white } }',
      'theme/page.liquid': '{{ content }}',
      'theme/parts/head.liquid': 'head',
      'theme/notes.txt': 'x',
      'other.liquid': 'x',
    });
    const { engine } = opened;
    expect(lookOf(opened)).toMatchObject({ hasDark: true });
    const { sheets } = engine.look().styles;
    expect(sheets.map(({ name }) => name)).toEqual(lookOf(opened).styles);
    expect(sheets.map(({ css }) => css.trim())).toEqual([
      'a { color: red }',
      '@media (prefers-color-scheme: dark) { a { color: white } }',
    ]);
    expect(engine.look().template).toEqual({
      entry: 'page.liquid',
      files: { 'page.liquid': '{{ content }}', 'parts/head.liquid': 'head' },
    });
  });

  it('say what is left out, in the settings file and to the window', async () => {
    const opened = await openEngine({
      '.shirube/config.json': config,
      'theme/a.css': '@import "x.css";\na { top: 0; background: url(//evil.example/x) }',
      'static/b.css': 'a {',
    });
    const { problems } = opened.engine.info();
    expect(
      problems.map(({ path, diagnostic }) => [path, config.slice(diagnostic.from, diagnostic.to)]),
    ).toEqual([
      ['.shirube/config.json', '"theme/a.css"'],
      ['.shirube/config.json', '"static/b.css"'],
      ['.shirube/config.json', '"theme/page.liquid"'],
    ]);
    expect(problems[2]?.diagnostic.message.ja).toContain('テンプレート「theme/page.liquid」');
    expect(lookOf(opened).notices).toEqual([
      {
        ja: 'サイトのCSS「theme/a.css」のうち、2か所を使いません: @import（1行目）、background（2行目）',
        en: '2 rules of the site’s CSS “theme/a.css” are left out: @import (line 1), background (line 2)',
      },
      {
        ja: 'サイトのCSS「static/b.css」の1行目を読めないため、このCSSは使いません',
        en: 'Line 1 of the site’s CSS “static/b.css” cannot be read, so it is not used',
      },
    ]);
  });

  it.each([
    ['a file that is not there', {}, '見つからない'],
    ['a file over 1 MB', { 'theme/a.css': ' '.repeat(1024 * 1024 + 1) }, '1 MBより大きい'],
    ['bytes that are no text', { 'theme/a.css': new Uint8Array([0x93, 0xfa, 0x96]) }, 'UTF-8'],
  ])('do without %s', async (_, files, said) => {
    const opened = await openEngine({
      '.shirube/config.json': configOf({ css: ['theme/a.css', 'static/b.css'] }),
      'static/b.css': 'a { top: 0 }',
      ...files,
    });
    expect(lookOf(opened).styles).toHaveLength(1);
    expect(lookOf(opened).notices).toHaveLength(1);
    expect(lookOf(opened).notices[0]?.ja).toContain(said);
  });

  it('take 16 style sheets and say which are too many', async () => {
    const css = Array.from({ length: 20 }, (_, index) => `${index}.css`);
    const opened = await openEngine({
      '.shirube/config.json': configOf({ css }),
      ...Object.fromEntries(css.map((path) => [path, 'a { top: 0 }'])),
    });
    expect(lookOf(opened).styles).toHaveLength(16);
    expect(lookOf(opened).notices).toMatchObject([{ en: expect.stringContaining('“16.css”') }]);
  });

  it.each(['theme/a.css', 'theme/page.liquid', 'theme/parts/new.liquid', 'theme', 'static/b.css'])(
    'follow a change of %s without checking the guides again',
    async (changed) => {
      const opened = await openEngine({
        '.shirube/config.json': config,
        'theme/a.css': 'a { top: 0 }',
        'theme/page.liquid': '{{ content }}',
        'static/b.css': '',
        'guides/a.md': '# A\n',
      });
      const { engine, disk, heard } = opened;
      const before = lookOf(opened);
      const reads = disk.reads.get('guides/a.md');
      const path = changed === 'theme' ? 'theme/a.css' : changed;
      disk.contents.set(path, 'b { top: 1px }');
      engine.filesChanged([changed]);
      await engine.settled();
      expect(lookOf(opened)).not.toEqual(before);
      expect(heard.infos.at(-1)?.look).toEqual(lookOf(opened));
      if (changed !== 'theme') expect(disk.reads.get('guides/a.md')).toBe(reads);
      expect(heard.errors).toEqual([]);
    },
  );

  it('follow a changed profile, and stay for files that are no part of them', async () => {
    const opened = await openEngine({ '.shirube/config.json': config, 'theme/a.css': 'a {}' });
    const { engine, disk, heard } = opened;
    const told = heard.infos.length;
    disk.contents.set('theme/notes.txt', 'x');
    engine.filesChanged(['theme/notes.txt']);
    await engine.settled();
    expect(heard.infos).toHaveLength(told);
    disk.contents.set('.shirube/config.json', configOf({}));
    engine.filesChanged(['.shirube/config.json']);
    await engine.settled();
    expect(lookOf(opened)).toEqual({ styles: [], hasDark: true, notices: [] });
  });
});
