import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** A guide written in every way that an editor might want to tidy up. */
const guide = `---json
{
  "category" : "medical-care",
  "keywords": ["\\u770b\\/護", "仕事"],
    "n": [ 1.0, 1e3, 9007199254740993 ],
  "tags": [
    "医療",
    "夜勤"
  ],
  "faq": [
    {"q": "はい", "a": {"text": ""}},
    { "q": null }
  ],
  "title": "看護師"
}
---
# [完全ガイド] Nurse: 看護師

---\u2028body\0 \n\n\n`;

const read = (root: string, path: string): string => readFileSync(join(root, path), 'utf8');

describe('shirube set', () => {
  it.each([
    ['/title', '"新しい題"', '"title": "看護師"', '"title": "新しい題"'],
    ['/tags/0', '"看護"', '"医療"', '"看護"'],
    ['/tags/-', '"追加"', '"夜勤"\n', '"夜勤",\n    "追加"\n'],
    ['/keywords/-', '"追加"', '"仕事"]', '"仕事", "追加"]'],
    ['/n/0', '9007199254740993', '1.0', '9007199254740993'],
    ['/n/2', '1.50', '9007199254740993', '1.50'],
    ['/n/1', '-5', '1e3', '-5'],
    ['/faq/0/a/text', '"\\u3042"', '"text": ""', '"text": "\\u3042"'],
    ['/faq/1/q', 'false', 'null', 'false'],
  ])('[P1] changes %s to %s and not a byte besides', async (pointer, json, before, after) => {
    for (const [mark, eol] of [
      ['', '\n'],
      ['\ufeff', '\r\n'],
    ] as const) {
      const text = (mark + guide).replaceAll('\n', eol);
      const root = folderWith({ 'guides/a.md': text });

      const result = await run(root, 'set', 'guides/a.md', pointer, json);

      expect(result).toEqual({
        code: 0,
        out: 'guides/a.md: changed\nChanged 1, unchanged 0, refused 0\n'.replace('guides/', ''),
        err: '',
      });
      const [old, now] = [before.replaceAll('\n', eol), after.replaceAll('\n', eol)];
      expect(read(root, 'guides/a.md')).toBe(text.replace(old, now));
    }
  });

  it('[P1] puts an absent field where the default definitions have it', async () => {
    const root = folderWith({ 'a.md': guide });

    await run(root, 'set', 'a.md', '/slug', '"nurse"');

    expect(read(root, 'a.md')).toBe(guide.replace('    "n"', '    "slug": "nurse",\n    "n"'));
  });

  it("[P1] puts an absent field where the workspace's own definitions have it", async () => {
    const schema = {
      type: 'object',
      properties: { title: {}, extra: {}, category: {} },
    };
    const root = folderWith({
      '.shirube/schema/guide.json': JSON.stringify(schema),
      'a.md': '---json\n{\n  "category": "x",\n  "title": "y"\n}\n---\n',
    });

    await run(root, 'set', 'a.md', '/extra', '1');

    expect(read(root, 'a.md')).toBe(
      '---json\n{\n  "category": "x",\n  "title": "y",\n  "extra": 1\n}\n---\n',
    );
  });

  it('[P1][P8] edits many files, says why some are refused, and ends with 1', async () => {
    const files = {
      'a.md': guide,
      'sub/b.md': guide,
      'toml.md': '+++\na = 1\n+++\n',
      'yaml.md': '---\ntags: [x]\n---\n',
      'broken.md': '---json\n{"tags": ["x"\n---\n',
      'none.md': '# H1\n',
      'missing.md': '---json\n{}\n---\n',
      'sjis.md': Buffer.from([0x8a, 0xc5, 0x8c, 0xec, 0x8e, 0x74]),
    };
    const root = folderWith(files);
    const names = Object.keys(files).filter((name) => name !== 'sub/b.md');
    mkdirSync(join(root, '.shirube'));

    const result = await run(root, 'set', ...names, 'sub/b.md', '/tags/0', '"看護"', '--json');

    expect(result.code).toBe(1);
    const report = JSON.parse(result.out) as {
      files: readonly { path: string; status: string; reason?: string }[];
    };
    const reasons = Object.fromEntries(
      report.files.map(({ path, status, reason }) => [path, reason ?? status]),
    );
    expect(report).toMatchObject({
      version: 1,
      summary: { files: 8, changed: 2, unchanged: 0, refused: 6 },
    });
    expect(reasons).toEqual({
      'a.md': 'changed',
      'sub/b.md': 'changed',
      'toml.md': 'These guide details are not JSON. Change them in the manuscript.',
      'yaml.md': 'These guide details are not JSON. Change them in the manuscript.',
      'broken.md': 'Part of the guide details cannot be read, so they cannot be changed.',
      'none.md': 'This file has no guide details.',
      'missing.md': 'There is no field at “/tags”.',
      'sjis.md': 'The file is not UTF-8 text. Open it in the app to convert it.',
    });
    expect(result.err.split('\n').filter(Boolean)).toHaveLength(6);
    expect(result.err).toContain('missing.md: There is no field at “/tags”.');
    for (const [path, content] of Object.entries(files)) {
      const before = Buffer.from(content);
      const after = readFileSync(join(root, path));
      if (reasons[path] === 'changed') expect(after.toString()).toBe(guide.replace('医療', '看護'));
      else expect(after.equals(before)).toBe(true);
    }
  });

  it('[P1] a folder means every guide below it', async () => {
    const root = folderWith({
      '.shirube/config.json': '{ "guides": ["guides/**/*.md"] }',
      'guides/a.md': guide,
      'guides/deep/b.md': guide,
      'other/c.md': guide,
    });

    const { code, out } = await run(root, 'set', 'guides', 'guides/a.md', '/n', 'null');

    expect({ code, out }).toEqual({
      code: 0,
      out: 'guides/a.md: changed\nguides/deep/b.md: changed\nChanged 2, unchanged 0, refused 0\n',
    });
    expect(read(root, 'other/c.md')).toBe(guide);
  });

  it('[P1] the value that is there already touches nothing, not even the time of the file', async () => {
    const root = folderWith({ 'a.md': guide });
    const before = statSync(join(root, 'a.md'), { bigint: true });

    const result = await run(root, 'set', 'a.md', '/title', '"看護師"');

    expect(result).toMatchObject({ code: 0, err: '' });
    expect(result.out).toContain('a.md: unchanged\n');
    const after = statSync(join(root, 'a.md'), { bigint: true });
    expect([after.ino, after.mtimeNs]).toEqual([before.ino, before.mtimeNs]);
  });

  it('[T18] changes the file that a link inside leads to, and none outside', async () => {
    const outside = folderWith({ 'x.md': guide });
    const root = folderWith({ '.shirube/config.json': '{}', 'real.md': guide });
    symlinkSync(join(root, 'real.md'), join(root, 'link.md'));
    symlinkSync(join(outside, 'x.md'), join(root, 'out.md'));

    const inside = await run(root, 'set', 'link.md', '/title', '1');
    const both = await run(root, 'set', 'out.md', 'real.md', '/title', '2');
    const folder = await run(root, 'set', '.', '/title', '3', '--json');

    expect(inside.out).toContain('link.md: changed');
    expect(both.code).toBe(1);
    expect(both.out).toContain('out.md: refused');
    expect(both.out).toContain('real.md: changed');
    expect(folder.code).toBe(0);
    expect(read(root, 'real.md')).toBe(guide.replace('"看護師"', '3'));
    expect(read(outside, 'x.md')).toBe(guide);
  });

  it('[T25] writes nothing into folders that programs take orders from', async () => {
    const root = folderWith({ '.shirube/config.json': '{}', '.github/a.md': guide });

    const { code, err } = await run(root, 'set', '.github/a.md', '/title', '1');

    expect({ code, err }).toEqual({
      code: 1,
      err: '.github/a.md: Files in this place cannot be changed.\n',
    });
    expect(read(root, '.github/a.md')).toBe(guide);
  });

  it.each([
    [['set', 'a.md', 'title', '1'], '“title” is not the place of a field. Begin with “/”'],
    [['set', 'a.md', '', '1'], 'is not the place of a field'],
    [['set', 'a.md', '/a~2', '1'], 'is not the place of a field'],
    [['set', 'a.md', '/title', '看護師'], `Put text in ", and the whole in ' for the shell.`],
    [['set', 'a.md', '/title', "'x'"], 'is not a value in JSON'],
    [['set', 'a.md', '/title', '{"a":1,"a":2}'], 'is there twice'],
    [['set', 'a.md', '/title', '{"__proto__":1}'], '“__proto__”'],
    [['set', 'a.md', '/title'], 'Give files, the place of the field, and a value'],
    [['set', 'a.txt', '/title', '1'], '“a.txt” is not a Markdown file.'],
    [['set', 'a.md', 'gone.md', '/title', '1'], 'Cannot find “gone.md”.'],
    [['set', 'a.md', 'two/b.md', '/title', '1'], 'different guide folders'],
    [['set', 'empty', '/title', '1'], 'There are no guides in “empty”.'],
    [['set', 'a.md', '/title', '1', '--format', 'xml'], 'There is no format “xml”.'],
    [['unset', 'a.md'], 'Give files and the place of the field.'],
    [['unset', 'a.md', 'title'], 'is not the place of a field'],
  ])('[P8] %j writes nothing, and ends with 2 and a sentence', async (args, sentence) => {
    const root = folderWith({
      '.shirube/config.json': '{}',
      'a.md': guide,
      'a.txt': '',
      'two/.shirube/config.json': '{}',
      'two/b.md': guide,
    });
    mkdirSync(join(root, 'empty'));

    const result = await run(root, ...args);

    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toContain(sentence);
    expect(read(root, 'a.md')).toBe(guide);
  });

  it('[F17] refuses a file that is too large, whole', async () => {
    const root = folderWith({ 'a.md': guide });
    writeFileSync(join(root, 'a.md'), guide + 'x'.repeat(21 * 1024 * 1024));

    expect(await run(root, 'set', 'a.md', '/title', '1')).toMatchObject({
      code: 1,
      err: 'a.md: The file is too large.\n',
    });
  });

  it('[T21] does not let a value write over the terminal', async () => {
    const root = folderWith({ 'a.md': guide });

    const { err } = await run(root, 'set', 'a.md', '/a', '\u001b[2Jx');

    expect(err).toContain('\\u001b[2Jx');
    expect(err).not.toContain('\u001b');
  });

  it('[P9] speaks the language of the system', async () => {
    const root = folderWith({ 'a.md': guide, 'b.md': '# b\n' });
    const ja = (...args: readonly string[]) =>
      runCli(bundle.path, root, args, { LANG: 'ja_JP.UTF-8' });

    const result = await ja('set', 'a.md', 'b.md', '/title', '"新"');
    const help = await ja('set', '--help');

    expect(result.out).toBe(
      'a.md: 変更\nb.md: 変えられません: このファイルには記事情報がありません。\n変更1件、変更なし0件、変えられなかったファイル1件\n',
    );
    expect(result.err).toBe('b.md: このファイルには記事情報がありません。\n');
    expect(help.out).toContain('使い方: shirube set [options] <file…> <pointer> <json>');
    expect((await ja('set', 'a.md', '/title', '新')).err).toContain('JSONの値として読めません');
  });
});

describe('shirube unset', () => {
  it.each([
    ['/title', ',\n  "title": "看護師"\n', '\n'],
    ['/tags/0', '"医療",\n    ', ''],
    ['/faq/0/a/text', '{"text": ""}', '{}'],
  ])('[P1] takes %s out of many files, and not a byte besides', async (pointer, before, after) => {
    const text = `\ufeff${guide}`.replaceAll('\n', '\r\n');
    const root = folderWith({ 'a.md': text, 'b.md': guide });

    const result = await run(root, 'unset', 'a.md', 'b.md', pointer);

    expect(result).toMatchObject({ code: 0, err: '' });
    expect(read(root, 'b.md')).toBe(guide.replace(before, after));
    const crlf = (part: string): string => part.replaceAll('\n', '\r\n');
    expect(read(root, 'a.md')).toBe(text.replace(crlf(before), crlf(after)));
  });

  it('[P1] leaves a guide alone that has no such field, and refuses where its parent is none', async () => {
    const root = folderWith({ 'a.md': guide, 'b.md': '# b\n' });

    expect(await run(root, 'unset', 'a.md', '/nobody')).toEqual({
      code: 0,
      out: 'a.md: unchanged\nChanged 0, unchanged 1, refused 0\n',
      err: '',
    });
    expect(await run(root, 'unset', 'a.md', 'b.md', '/title/x')).toMatchObject({ code: 1 });
    const within = await run(root, 'unset', 'a.md', '/nobody/name');
    expect(within).toMatchObject({ code: 1, err: 'a.md: There is no field at “/nobody”.\n' });
    expect(read(root, 'a.md')).toBe(guide);
  });
});
