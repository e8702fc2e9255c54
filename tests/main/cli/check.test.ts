import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtModule } from '../../support/built-module.ts';
import { pngImage } from '../../support/images.ts';
import { guide } from '../engine/engine-fixtures.ts';
import { type CheckJson, type CliRun, folderWith, runCli } from './run-cli.ts';

let bundle: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  bundle = await builtModule('src-main/cli/index.ts');
}, 60_000);
afterAll(() => bundle.remove());

const run = (cwd: string, ...args: readonly string[]): Promise<CliRun> =>
  runCli(bundle.path, cwd, args);
const read = ({ out }: CliRun): CheckJson => JSON.parse(out) as CheckJson;
const image = { 'static/img/a.png': pngImage() };

describe('shirube check', () => {
  it('[P8] prints findings as JSON alone, with exit code 1 for an error', async () => {
    const root = folderWith({
      ...image,
      '.shirube/config.json': '{ "rules": { "guide-orphan": "off" } }',
      'ガイド/nurse.md': guide({ related_jobs: ['nobody_here'] }),
      'ガイド/ok.md': guide({ slug: 'ok' }),
    });

    const result = await run(root, 'check', '--json');

    expect(result).toMatchObject({ code: 1, err: '' });
    const { version, findings, summary } = read(result);
    expect(version).toBe(1);
    expect(summary).toEqual({ files: 2, error: 1, warning: 0, information: 0, hint: 0 });
    const text = guide({ related_jobs: ['nobody_here'] });
    const at = text.indexOf('"nobody_here"');
    expect(findings).toEqual([
      {
        path: 'ガイド/nurse.md',
        code: 'relation-dangling',
        severity: 'error',
        message: 'There is no related guide “nobody_here”',
        range: { start: { line: 8, character: 4 }, end: { line: 8, character: 17 } },
        offset: [at, at + 13],
        fixable: false,
      },
    ]);
  });

  it('[P1] counts byte order mark and CRLF in offsets, and neither in columns', async () => {
    const text = `\ufeff${guide({ slug: 'x' }, '# 仕事\n本文は**「重点」**です\n')}`.replaceAll(
      '\n',
      '\r\n',
    );
    const root = folderWith({ ...image, 'nurse.md': text });

    const { findings } = read(await run(root, 'check', '--json'));

    const marks = findings.map(({ code, offset }) => `${code} ${text.slice(...offset)}`);
    expect(marks).toEqual(['slug-file-name "x"', 'cjk-emphasis は**「重点」**で']);
    expect(findings[1]?.range.start).toEqual({ line: 16, character: 2 });
  });

  it('[P1] does not count the byte order mark as a column of the first line', async () => {
    const root = folderWith({ 'a.md': '\ufeff本文は**「重点」**です\n' });

    const { findings } = read(await run(root, 'check', '--json'));

    expect(findings[0]).toMatchObject({
      offset: [3, 13],
      range: { start: { line: 0, character: 2 }, end: { line: 0, character: 12 } },
    });
  });

  it('[P8] says the same of one guide as of it in its folder', async () => {
    const root = folderWith({
      ...image,
      'guides/nurse.md': guide({ related_jobs: ['other', 'gone_guide'] }),
      'guides/other.md': guide({ slug: 'other', related_jobs: ['gone_guide'] }),
      '.shirube/config.json': '{ "rules": { "guide-orphan": "off" } }',
    });

    const all = read(await run(root, 'check', '.', '--json'));
    const one = read(await run(join(root, 'guides'), 'check', 'nurse.md', '--format', 'json'));

    expect(one.findings).toEqual(all.findings.filter(({ path }) => path === 'guides/nurse.md'));
    expect(one.findings).toHaveLength(1);
    expect(one.summary['files']).toBe(1);
  });

  it('[P8] finds the workspace above a folder and checks only what is in the folder', async () => {
    const root = folderWith({
      ...image,
      '.shirube/config.json': '{ "guides": ["a/**/*.md", "b/*.md"] }',
      'a/deep/x.md': '# a\n\n### b\n\nc\n',
      'b/y.md': '# a\n\n### b\n\nc\n',
      'c/z.md': '# a\n\n### b\n\nc\n',
    });

    const { findings } = read(await run(root, 'check', 'a', 'c', '--json'));

    expect(findings.map(({ path }) => path)).toEqual(['a/deep/x.md']);
  });

  it('[P8] finds in the sample what the sample was given', async () => {
    const root = resolve(import.meta.dirname, '../../../content');
    const expectations = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../fixtures/sample-expectations.json'), 'utf8'),
    ) as Readonly<Record<string, readonly { readonly code: string; readonly count: number }[]>>;

    const { findings } = read(await run(root, 'check', '--json'));

    const counts: Record<string, Record<string, number>> = {};
    for (const path of Object.keys(expectations)) counts[path] = {};
    for (const { path, code } of findings) {
      const codes = (counts[path] ??= {});
      codes[code] = (codes[code] ?? 0) + 1;
    }
    const expected = Object.entries(expectations).map(([path, list]) => [
      path,
      Object.fromEntries(list.map(({ code, count }) => [code, count])),
    ]);
    expect(counts).toEqual(Object.fromEntries(expected));
  });

  it('[P9] writes for people in the language of the system or the one asked for', async () => {
    const root = folderWith({ 'a.md': '# a\n\n### b\n\nc\n' });

    const system = await runCli(bundle.path, root, ['check'], { LANG: 'ja_JP.UTF-8' });
    const asked = await run(root, 'check', '--lang', 'ja');
    const english = await run(root, 'check');

    expect(system.out).toBe(
      'a.md\n  3:1     注意  見出しの段階が1から3に飛んでいます  [heading-increment]\n          「##」にすると、目次の階層がそろいます。\n\n1件を検査しました。エラー0、注意1、お知らせ0、ヒント0\n',
    );
    expect(asked.out).toBe(system.out);
    expect(english.out).toContain('The heading jumps from level 1 to level 3');
    expect(english.code).toBe(0);
  });

  it.each([
    [['--max-warnings', '1'], 0],
    [['--max-warnings', '0'], 1],
    [['--max-warnings=0', '--json'], 1],
  ])('[P8] with %j ends with %i for one warning', async (args, code) => {
    const root = folderWith({ 'a.md': '# a\n\n### b\n\nc\n' });

    expect((await run(root, 'check', ...args)).code).toBe(code);
  });

  it('[P8] of an empty folder is done', async () => {
    expect(await run(folderWith({}), 'check')).toEqual({
      code: 0,
      out: '0 files checked. No findings.\n',
      err: '',
    });
  });

  it('[P5] reports a broken configuration as a finding and checks by the defaults', async () => {
    const root = folderWith({ '.shirube/config.json': '{ "guides": 3 }', 'a.md': '# a\n' });

    const result = await run(root, 'check', '--json');

    expect(result.code).toBe(1);
    expect(read(result)).toMatchObject({
      findings: [{ path: '.shirube/config.json', code: 'config-value', severity: 'error' }],
      summary: { files: 1 },
    });
  });

  it('[F23] reports a file that is not UTF-8', async () => {
    const root = folderWith({ 'a.md': Buffer.from([0x83, 0x4b, 0x83, 0x43, 0x83, 0x68, 0x0a]) });

    expect(read(await run(root, 'check', '--json')).findings[0]?.code).toBe('not-utf8');
  });

  it('[F23] reports a file whose name is not UTF-8, changes nothing of it, and checks the others', async () => {
    const root = folderWith({ ...image, 'nurse.md': guide({}) });
    const name = Buffer.concat([
      Buffer.from(`${root}/`),
      Buffer.from([0x83, 0x4b]),
      Buffer.from('.md'),
    ]);
    writeFileSync(name, guide({ slug: 'lost' }));

    for (const args of [
      ['check', '--json'],
      ['check', '--json', '--fix'],
    ]) {
      const { findings, summary } = read(await run(root, ...args));
      expect(findings.map(({ path, code }) => [path, code])).toEqual([
        ['\ufffdK.md', 'name-not-utf8'],
      ]);
      expect(summary).toMatchObject({ files: 2, error: 1 });
    }
    await run(root, 'set', '/title', '"別の題"', '**/*.md');
    expect(readFileSync(name, 'utf8')).toBe(guide({ slug: 'lost' }));
    expect(readdirSync(root).filter((one) => one.endsWith('.md'))).toHaveLength(2);
  });

  it('[T21] does not let a text write over the terminal', async () => {
    const root = folderWith({
      ...image,
      'nurse.md': guide({ related_jobs: ['\u001b[2Jx\u202e'] }),
    });

    const { out } = await run(root, 'check');

    expect(out).not.toMatch(/[\u001b\u202e]/);
    expect(out).toContain('\\u001b[2Jx\\u202e');
  });

  it.each([
    [['check', 'missing.md'], 'Cannot find “missing.md”.'],
    [['check', '--format', 'xml'], 'There is no format “xml”. Use text, json, sarif or github.'],
    [['check', '--max-warnings', '-1'], '--max-warnings'],
    [['check', '--max-warnings', 'x'], '--max-warnings'],
    [['check', '--lang', 'fr'], 'ja or en'],
    [['check', '--nope'], 'There is no option “--nope”.'],
    [['check', 'a.txt'], '“a.txt” is not a Markdown file.'],
    [['chek'], 'There is no command “chek”.'],
    [['check', 'one', 'two'], 'different guide folders'],
  ])('[P8] ends with 2 and a sentence on stderr for %j', async (args, sentence) => {
    const root = folderWith({
      'a.txt': '',
      'one/.shirube/config.json': '{}',
      'two/.shirube/config.json': '{}',
    });

    const result = await run(root, ...args);

    expect(result).toMatchObject({ code: 2, out: '' });
    expect(result.err).toContain(sentence);
    expect(result.err).not.toContain('    at ');
  });

  it('[P9] shows how to use it in the language of the system', async () => {
    const root = folderWith({});

    const english = await run(root, 'check', '--help');
    const japanese = await runCli(bundle.path, root, ['check', '--help'], {
      LC_ALL: 'ja_JP.UTF-8',
    });

    expect(english).toMatchObject({ code: 0, err: '' });
    expect(english.out).toContain('Usage: shirube check [options] [paths...]');
    expect(japanese.out).toContain('使い方: shirube check [options] [paths...]');
    expect(japanese.out).not.toContain('Options:');
  });
});
