import { describe, expect, it } from 'vitest';
import type { SearchResults } from '#core/text/search-results';
import type { SearchQuery } from '#core/text/text-search';
import { createFolderSearch } from '../../../src-main/services/folder-search.ts';
import { createTimeLimit } from '../../../src-main/services/time-limit.ts';
import { openEngine } from './engine-fixtures.ts';

const plainQuery = { caseSensitive: false, loose: true, regexp: false, wholeWord: false };

async function openSearch(files: Readonly<Record<string, string | Uint8Array>>) {
  const opened = await openEngine(files);
  const heard: SearchResults[] = [];
  let time = 0;
  const search = createFolderSearch({
    files: opened.disk,
    store: opened.engine.store,
    pause: () => new Promise((resume) => setImmediate(resume)),
    // Each look at the clock is a millisecond later, so that slices end.
    now: () => (time += 1),
    within: createTimeLimit(),
    onResults: (results) => heard.push(results),
    onError: (where, error) => opened.heard.errors.push([where, error]),
  });
  let id = 0;
  const find = async (query: string, options: Partial<SearchQuery> = {}) => {
    id += 1;
    search.start(id, { ...plainQuery, query, ...options });
    while (heard.at(-1)?.id !== id || !heard.at(-1)?.done) {
      await new Promise((resume) => setImmediate(resume));
    }
    expect(opened.heard.errors).toEqual([]);
    return heard.filter((results) => results.id === id);
  };
  const places = async (query: string, options: Partial<SearchQuery> = {}) =>
    (await find(query, options)).flatMap(({ groups }) =>
      groups.flatMap(({ path, matches }) =>
        matches.map(({ line, before, hit, after }) => `${path}:${line} ${before}[${hit}]${after}`),
      ),
    );
  return { ...opened, search, heard, find, places };
}

describe('the search over a folder', () => {
  it('finds words whatever their kana, width and case, each with its line', async () => {
    const { places } = await openSearch({
      'a.md': '# 看護師\n\nスーパーで働く\nＡＷＳ\n',
      'b.md': '# 別\n\n  ｽｰﾊﾟｰの話\n',
    });

    expect(await places('すーぱー')).toEqual(['a.md:3 [スーパー]で働く', 'b.md:3 [ｽｰﾊﾟｰ]の話']);
    expect(await places('aws')).toEqual(['a.md:4 [ＡＷＳ]']);
    expect(await places('aws', { caseSensitive: true })).toEqual([]);
    expect(await places('AWS', { caseSensitive: true })).toEqual(['a.md:4 [ＡＷＳ]']);
    expect(await places('すーぱー', { loose: false })).toEqual([]);
    expect(await places('ｽｰﾊﾟｰ', { loose: false })).toEqual(['b.md:3 [ｽｰﾊﾟｰ]の話']);
  });

  it('finds whole words only where that is wished: no letter, kana, kanji or digit goes on', async () => {
    const text = '# AI\n\nAIとRAID、ＡＩ。AI2 _ai ai-1\nカナ・カナリア カナ\n𠮷AI𠮷\n';
    const { places, find } = await openSearch({ 'a.md': text, 'b.md': 'RAID\n' });
    const whole = { wholeWord: true };
    expect(await places('ai', whole)).toEqual([
      'a.md:1 # [AI]',
      'a.md:3 AIとRAID、[ＡＩ]。AI2 _ai ai-1',
      'a.md:3 AIとRAID、ＡＩ。AI2 _ai [ai]-1',
    ]);
    expect(await places('AI', { ...whole, caseSensitive: true })).toHaveLength(2);
    expect(await places('かな', whole)).toEqual([
      'a.md:4 [カナ]・カナリア カナ',
      'a.md:4 カナ・カナリア [カナ]',
    ]);
    expect(await places('a.', { ...whole, regexp: true })).toHaveLength(2);
    // What is no word itself has no longer one around it.
    expect(await places('、', whole)).toHaveLength(1);
    expect((await find('ai', whole)).at(-1)).toMatchObject({ guides: 1, matches: 3 });
  });

  it('gives places as the editor counts them, whatever mark and line ends the file has', async () => {
    const text = '# 仕事\n\n㌔と看護師\n';
    const { find } = await openSearch({
      'a.md': Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`),
      'b.md': text.replaceAll('\n', '\r'),
      'c.md': text,
    });

    const groups = (await find('看護')).flatMap((results) => results.groups);

    expect(groups.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'c.md']);
    for (const { matches } of groups) {
      expect(matches.map(({ from, to }) => text.slice(from, to))).toEqual(['看護']);
    }
  });

  it('searches the unsaved text of open guides, and the file again once they are closed', async () => {
    const { engine, places } = await openSearch({ 'a.md': '# 仕事\n古い\n' });
    expect(await places('古い')).toHaveLength(1);

    engine.openDocument('a.md', '# 仕事\n新しい\n', 0);
    expect(await places('古い')).toEqual([]);
    expect(await places('新しい')).toEqual(['a.md:2 [新しい]']);
    engine.changeDocument({
      path: 'a.md',
      version: 1,
      changes: [{ from: 5, to: 8, insert: 'もっと新しい' }],
    });
    expect(await places('もっと')).toEqual(['a.md:2 [もっと]新しい']);

    engine.closeDocument('a.md');
    await engine.settled();
    expect(await places('もっと')).toEqual([]);
    expect(await places('古い')).toHaveLength(1);
  });

  it('reads only the guides again that changed on disk, came or went', async () => {
    const { engine, disk, places } = await openSearch({ 'a.md': '# 一\n', 'b.md': '# 二\n' });
    await places('一');
    disk.reads.clear();
    expect(await places('二')).toEqual(['b.md:1 # [二]']);
    expect(disk.reads).toEqual(new Map());

    disk.contents.set('a.md', '# 三\n');
    disk.contents.set('c.md', '# 二の次\n');
    disk.contents.delete('b.md');
    engine.filesChanged(['a.md', 'b.md', 'c.md']);
    await engine.settled();
    disk.reads.clear();

    expect(await places('三')).toEqual(['a.md:1 # [三]']);
    expect(await places('二')).toEqual(['c.md:1 # [二]の次']);
    expect([...disk.reads.keys()]).toEqual(['a.md', 'c.md']);
  });

  it('leaves out files that are not UTF-8', async () => {
    const { find } = await openSearch({
      'a.md': new Uint8Array([0x23, 0x20, 0x61, 0x82, 0xa0, 0x62, 0xff]),
      'b.md': '# ab\n',
    });
    expect((await find('a')).at(-1)).toMatchObject({ guides: 1, searched: 2, total: 2 });
  });

  it('ends a search when a newer one begins', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`g${index}.md`, '# 仕事\n']),
    );
    const { search, find, heard } = await openSearch(files);
    await find('仕事');
    heard.length = 0;

    search.start(7, { ...plainQuery, query: '仕' });
    search.start(8, { ...plainQuery, query: '事' });
    while (!heard.at(-1)?.done) await new Promise((resume) => setImmediate(resume));

    expect(heard.some(({ id, done }) => id === 7 && done)).toBe(false);
    expect(heard.at(-1)).toMatchObject({ id: 8, guides: 300, matches: 300 });
    // It came in pieces, so that other work could go between.
    expect(heard.filter(({ id }) => id === 8).length).toBeGreaterThan(1);
    heard.length = 0;
    search.start(9, { ...plainQuery, query: '仕' });
    search.cancel();
    await new Promise((resume) => setTimeout(resume, 20));
    expect(heard.some(({ done }) => done)).toBe(false);
  });

  it('shows no more than can be read, and counts the rest', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 25 }, (_, index) => [`g${index}.md`, `# 題\n${'の'.repeat(150)}\n`]),
    );
    const { find } = await openSearch(files);

    const results = await find('の');

    const groups = results.flatMap((one) => one.groups);
    expect(groups.map(({ matches }) => matches.length)).toEqual(
      Array.from({ length: 10 }, () => 100),
    );
    expect(groups[0]?.count).toBe(150);
    expect(results.at(-1)).toMatchObject({ matches: 1500, guides: 25, more: true, done: true });
  });

  it('finds by regular expression, over lines too', async () => {
    const { places } = await openSearch({ 'a.md': '# 仕事\n\n第12回と第3回\n終わり\n' });

    expect(await places('第\\d+回', { regexp: true })).toEqual([
      'a.md:3 [第12回]と第3回',
      'a.md:3 第12回と[第3回]',
    ]);
    expect(await places('^終', { regexp: true })).toEqual(['a.md:4 [終]わり']);
    expect(await places('回\\n終', { regexp: true })).toEqual(['a.md:3 第12回と第3[回…]']);
    expect(await places('x*', { regexp: true })).toEqual([]);
  });

  it('says of a regular expression that it is none, or that it would take for ever', async () => {
    const { find } = await openSearch({ 'a.md': '# 仕事\n', 'b.md': `${'a'.repeat(50_000)}!` });

    expect((await find('(', { regexp: true })).at(-1)).toMatchObject({
      fault: 'syntax',
      done: true,
    });
    expect((await find('(a+)+$', { regexp: true })).at(-1)).toMatchObject({ fault: 'slow' });
    // Not seen in the pattern itself, but when it runs.
    expect((await find('(.*)(.*)(.*)x$', { regexp: true })).at(-1)).toMatchObject({
      fault: 'slow',
      done: true,
      searched: 1,
    });
    expect((await find('a!', { regexp: true })).at(-1)).toMatchObject({ matches: 1 });
  });
});
