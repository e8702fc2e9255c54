import { mkdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtModule } from '../../support/built-module.ts';
import { type CliRun, folderWith, runCli } from './run-cli.ts';

let bundle: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  bundle = await builtModule('src-main/cli/index.ts');
}, 60_000);
afterAll(() => bundle.remove());

const run = (cwd: string, ...args: readonly string[]): Promise<CliRun> =>
  runCli(bundle.path, cwd, args);

const details = '---json\n{"title": "題", "slug": "nurse", "related_jobs": ["other"]}\n---\n';

/** A folder of guides whose site breaks lines, reads raw HTML and has a template. */
const site = {
  '.shirube/config.json': JSON.stringify({
    name: { ja: '仕事の道', en: 'Paths' },
    guides: ['guides/**/*.md'],
    profile: { flavour: 'gfm-cjk', breaks: true, html: 'sanitise', template: 'site/page.liquid' },
  }),
  'site/page.liquid':
    '<main><h5>{{ guide.title }}|{{ site.name }}|{{ page.path }}|{{ page.related[0].title }}</h5>{% include "foot" %}{{ content }}{{ toc }}</main><script>1</script>\n',
  'site/foot.liquid': '<p>足</p>',
  'guides/nurse.md': `${details}## **「一」**つ\n二\n三<kbd>k</kbd>\n\n## 四\n`,
  'guides/deep/other.md': '---json\n{"title": "別の題", "slug": "other"}\n---\n本文\n',
  'notes.md': '# 覚え書き\n',
};

describe('shirube render', () => {
  it("[P4] gives the body of one guide as the workspace's site would", async () => {
    const result = await run(folderWith(site), 'render', 'guides/nurse.md');
    expect(result).toEqual({
      code: 0,
      out: '<h2 id="user-content-一つ"><strong>「一」</strong>つ</h2>\n<p>二<br>\n三<kbd>k</kbd></p>\n<h2 id="user-content-四">四</h2>\n',
      err: '',
    });
  });

  it('[P4] gives every guide of a folder by its path in that folder', async () => {
    const root = folderWith(site);
    const whole = await run(root, 'render', '.', '--json');
    const part = await run(root, 'render', 'guides', '--format', 'json');
    const two = await run(root, 'render', 'guides/deep', 'notes.md', '--json');
    expect(Object.keys(JSON.parse(whole.out) as object)).toEqual([
      'guides/deep/other.md',
      'guides/nurse.md',
    ]);
    expect(JSON.parse(part.out)).toMatchObject({ 'deep/other.md': '<p>本文</p>\n' });
    expect(Object.keys(JSON.parse(two.out) as object)).toEqual([
      'guides/deep/other.md',
      'notes.md',
    ]);
    expect([whole.code, part.code, two.code]).toEqual([0, 0, 0]);
  });

  it('[P4] takes the profile that is named, or one from a file', async () => {
    const root = folderWith({
      'a.md': '---\nx: y\n---\na\nb <b>c</b> **「d」**e\n',
      'p.json': '{ "flavour": "gfm-cjk", "breaks": true, "headingIds": false }',
    });
    const rest = 'a\nb <b>c</b> **「d」**e';
    const cases = [
      ['commonmark', `<hr />\n<h2>x: y</h2>\n<p>${rest}</p>\n`],
      ['gfm', '<p>a\nb c **「d」**e</p>\n'],
      ['gfm-cjk', '<p>a\nb c <strong>「d」</strong>e</p>\n'],
      ['p.json', '<p>a<br>\nb c <strong>「d」</strong>e</p>\n'],
    ] as const;
    for (const [profile, html] of cases) {
      expect(await run(root, 'render', 'a.md', '--profile', profile)).toEqual({
        code: 0,
        out: html,
        err: '',
      });
    }
  });

  it("[P4] puts the body into the site's template", async () => {
    const { code, out, err } = await run(
      folderWith(site),
      'render',
      'guides/nurse.md',
      '--template',
    );
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('<h5>題|仕事の道|guides/nurse.md|別の題</h5><p>足</p>');
    expect(out).toContain('<p>二<br>\n三<kbd>k</kbd></p>');
    expect(out).toContain('href="#user-content-四"');
    expect(out).not.toContain('script');
  });

  it('[P8] [T31] says what cannot be rendered and why, and renders the others', async () => {
    const root = folderWith({
      'a.md': 'a\n',
      'deep.md': `${'- '.repeat(1113)}x\n`,
      'long.md': 'a\n'.repeat(1_000_001),
      'sjis.md': Buffer.from([0x8a, 0xc5, 0x8c, 0xec, 0x8e, 0x74]),
    });
    const result = await run(root, 'render', '.', '--json');
    expect(result.code).toBe(1);
    expect(JSON.parse(result.out)).toEqual({ 'a.md': '<p>a</p>\n' });
    expect(result.err).toBe(
      'deep.md: Lists, quotes or HTML elements are nested too deep.\nlong.md: The body is too long.\nsjis.md: The file is not UTF-8 text. Open it in the app to convert it.\n',
    );
    const japanese = await run(root, 'render', 'deep.md', '--lang', 'ja');
    expect(japanese).toEqual({
      code: 1,
      out: '',
      err: 'deep.md: 箇条書き、引用、HTMLの要素などの重なりが深すぎます。\n',
    });
  });

  it('says where a template is wrong', async () => {
    const root = folderWith({ ...site, 'site/page.liquid': '<p>\n{% if %}\n' });
    const { code, out, err } = await run(root, 'render', 'guides/nurse.md', '--template');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain('guides/nurse.md: Template “page.liquid”');
  });

  it('[T26] evaluates no details that would have to be run', async () => {
    const root = folderWith({
      'a.md': '---js\nrequire("node:fs").writeFileSync("pwned", "")\n---\n本文\n',
    });
    expect(await run(root, 'render', 'a.md')).toEqual({ code: 0, out: '<p>本文</p>\n', err: '' });
    expect(() => readFileSync(`${root}/pwned`)).toThrow('ENOENT');
  });

  it.each([
    [['render'], 'missing'],
    [['render', '.'], 'html takes one file, and there are 3. Add --json.'],
    [['render', 'a.md', '--format', 'xml'], 'There is no format “xml”. Use html or json.'],
    [['render', 'a.md', '--profile', 'gmf'], 'There is no profile “gmf”.'],
    [['render', 'a.md', '--profile', 'bad.json'], 'The profile “bad.json” cannot be read: '],
    [['render', 'a.md', '--profile', 'list.json'], 'The profile “list.json” cannot be read: '],
    [['render', 'a.md', '--template'], 'The profile names no template.'],
    [['render', 'gone.md'], 'Cannot find “gone.md”.'],
    [['render', 'a.txt'], '“a.txt” is not a Markdown file.'],
    [['render', 'empty', '--json'], 'There are no guides in “empty”.'],
    [['render', 'a.md', 'two/c.md', '--json'], 'different guide folders'],
  ])('[P8] %j prints nothing, and ends with 2 and a sentence', async (args, sentence) => {
    const root = folderWith({
      '.shirube/config.json': '{}',
      'a.md': 'a\n',
      'b.md': 'b\n',
      'a.txt': '',
      'bad.json': '{ "flavour": "best" }',
      'list.json': '[]',
      'two/.shirube/config.json': '{"guides": ["x.md"]}',
      'two/c.md': 'c\n',
    });
    mkdirSync(`${root}/empty`);
    const result = await run(root, ...args);
    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toContain(sentence);
  });

  it('[P9] shows how to use it in the language of the system', async () => {
    const root = folderWith({});
    const help = await runCli(bundle.path, root, ['render', '--help'], { LANG: 'ja_JP.UTF-8' });
    expect(help.out).toContain('使い方: shirube render [options] <paths...>');
    expect(help.out).toContain('--profile <profile>');
    expect((await run(root, '--help')).out).toContain('render [options] <paths...>');
  });
});
