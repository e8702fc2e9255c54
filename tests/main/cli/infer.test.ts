import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createValidator } from '#core/schema/validator';
import type { SchemaProposal } from '#core/schema/schema-proposal';
import { builtModule } from '../../support/built-module.ts';
import { guide } from '../engine/engine-fixtures.ts';
import { type CliRun, folderWith, runCli } from './run-cli.ts';

let bundle: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  bundle = await builtModule('src-main/cli/index.ts');
}, 60_000);
afterAll(() => bundle.remove());

const sample = resolve(import.meta.dirname, '../../../content');
const run = (cwd: string, ...args: readonly string[]): Promise<CliRun> =>
  runCli(bundle.path, cwd, ['infer', ...args]);

const names = ['one', 'two', 'three', 'four', 'five', 'six'];
const folder = (): string =>
  folderWith({
    ...Object.fromEntries(
      names.map((name) => [`ガイド/${name}.md`, guide({ slug: `the_${name}`, stars: 1 })]),
    ),
    'broken.md': '---json\n{ "a": 1,, }\n---\n',
    'README.md': '# 読んでください\n',
  });

describe('shirube infer', () => {
  it('[P8] reports fields with their evidence and the guides that differ, for people', async () => {
    const { code, out, err } = await run(sample);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain(
      '13 fields read from 10 guides.\nField definitions now: .shirube/schema/guide.json',
    );
    expect(out).toContain(
      [
        'related_jobs  list of text  in 10 of 10  required',
        '    written as ^[a-z0-9]+(_[a-z0-9]+)*$',
        '    “slug” of another guide',
        '    width 2.5 to 12.5',
        '    Differs from the others (1 guide):',
        '      guides/game_programmer.md  /related_jobs/2  found nowhere else  "embeded_engineer"',
      ].join('\n'),
    );
    expect(out).toContain('    probably meant to be “meta_description”, so it is not proposed');
    expect(out).toContain('faq › question  text  in 2 of 2 rows  optional');
  });

  it('[P9] says the same in Japanese', async () => {
    const { code, out } = await run(sample, '--lang', 'ja');
    expect(code).toBe(0);
    expect(out).toContain('10件のガイドから、13個の項目を読み取りました。');
    expect(out).toContain('related_jobs  文字の一覧  10件中10件にあり  必須');
    expect(out).toContain('ほかと違うガイド（1件）:\n      guides/game_programmer.md');
  });

  it('[P8] prints the proposal as JSON alone, and names skipped guides on standard error', async () => {
    const { code, out, err } = await run(folder(), '--json');
    expect({ code, err }).toEqual({
      code: 0,
      err: 'The guide details of “broken.md” cannot be read, so it was not counted.\n',
    });
    const report = JSON.parse(out) as SchemaProposal & { readonly version: number };
    expect(report).toMatchObject({ version: 1, guides: 6, skipped: ['broken.md'] });
    expect(report.fields.find(({ pointer }) => pointer === '/slug')).toMatchObject({
      present: 6,
      of: 6,
      required: true,
      pattern: '^[a-z0-9]+(_[a-z0-9]+)*$',
    });
    expect(JSON.parse(report.text)).toHaveProperty('properties.stars', { type: 'integer' });
    expect((await run(folder(), '--format', 'json')).out).toBe(out);
  });

  it('[P8] prints a schema that the folder can use as it is', async () => {
    const { code, out, err } = await run(sample, '--format', 'schema');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const written = JSON.parse(
      readFileSync(join(sample, '.shirube/schema/guide.json'), 'utf8'),
    ) as {
      readonly required: readonly string[];
    };
    const schema = JSON.parse(out) as {
      readonly required: readonly string[];
      readonly $schema: string;
    };
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(schema.required).toEqual(written.required);
    expect(createValidator(schema).ok).toBe(true);
    expect(out.endsWith('}\n')).toBe(true);
  });

  it('[P8] has nothing to propose where there are no guides, which is no failure', async () => {
    const root = folderWith({ 'README.md': '# 読んでください\n' });
    const { code, out } = await run(root);
    expect([code, out]).toEqual([
      0,
      'No guide has guide details, so there is nothing to propose.\n\n',
    ]);
  });

  it.each([
    [['nowhere'], 'Cannot find “nowhere”.\n'],
    [['--format', 'xml'], 'There is no format “xml”. Use text, json or schema.\n'],
    [['README.md'], '“README.md” is not a folder.\n'],
  ])('[P8] ends with exit code 2 for %j', async (args, err) => {
    expect(await run(folder(), ...args)).toEqual({ code: 2, out: '', err });
  });

  it('[T21] keeps control characters of names and values out of the terminal', async () => {
    const root = folderWith(
      Object.fromEntries(
        Array.from({ length: 40 }, (_, index) => [
          `g${String(index)}.md`,
          `---json\n{ "a\\u001b[2J": "${index === 0 ? '\\u001b[31m' : `x_${String(index)}`}" }\n---\n`,
        ]),
      ),
    );
    const { out } = await run(root);
    expect(out).not.toContain('\u001b');
    expect(out).toContain('\\u001b[2J');
  });
});
