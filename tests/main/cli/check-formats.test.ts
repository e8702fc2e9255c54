import { readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtModule } from '../../support/built-module.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { type CheckJson, type CliRun, folderWith, runCli } from './run-cli.ts';

let bundle: Awaited<ReturnType<typeof builtModule>>;
beforeAll(async () => {
  bundle = await builtModule('src-main/cli/index.ts');
}, 60_000);
afterAll(() => bundle.remove());

const run = (cwd: string, ...args: readonly string[]): Promise<CliRun> =>
  runCli(bundle.path, cwd, args);
const broken = '# 題\n\n本文は**「重点」**です\n';

interface Sarif {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly level: string;
      readonly locations: readonly unknown[];
      readonly fixes?: readonly unknown[];
    }[];
  }[];
}

describe('shirube check --format', () => {
  it('[P8] sarif gives every finding with its rule, place and fix', async () => {
    const root = folderWith({ 'ガイド/看護 師.md': broken });

    const { out, code } = await run(root, 'check', '--format', 'sarif');

    const { version, runs } = JSON.parse(out) as Sarif;
    expect([code, version, runs.length]).toEqual([0, '2.1.0', 1]);
    expect(runs[0]?.tool.driver.rules.map(({ id }) => id)).toEqual(['cjk-emphasis']);
    expect(runs[0]?.results).toMatchObject([
      {
        ruleId: 'cjk-emphasis',
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: encodeURI('ガイド/看護 師.md') },
              region: { startLine: 3, startColumn: 3, endLine: 3, endColumn: 13 },
            },
          },
        ],
        fixes: [{ artifactChanges: [{}] }],
      },
    ]);
  });

  it('[P8] github gives one workflow command a finding, which no text can forge', async () => {
    const root = folderWith({
      'a,b:c.md': `---json\n{ "slug": "x", "x": "1" "::error::%0A" }\n---\n${broken}`,
    });

    const { out, code } = await run(root, 'check', '--format', 'github', '--lang', 'en');

    const lines = out.trimEnd().split('\n');
    expect(code).toBe(1);
    expect(lines[0]).toMatch(
      /^::error file=a%2Cb%3Ac\.md,line=2,endLine=2,col=\d+,endColumn=\d+,title=slug-file-name::/,
    );
    expect(
      lines.every((line) => /^::(?:error|warning|notice) file=a%2Cb%3Ac\.md,/.test(line)),
    ).toBe(true);
    expect(lines.at(-1)).toContain('title=cjk-emphasis::');
  });
});

describe('shirube check --fix', () => {
  it('[P1] mends what it can and leaves every other byte, mark and line end as it was', async () => {
    const text = `\ufeff${broken}\n![](a.png)\n`.replaceAll('\n', '\r\n');
    const root = folderWith({ 'a.md': text, 'b.md': '# 題\n' });
    const before = statSync(join(root, 'b.md')).mtimeMs;

    const { out, err } = await run(root, 'check', '--fix', '--json');

    const fixed = text.replace('**「重点」**', '「**重点**」');
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(fixed);
    expect(statSync(join(root, 'b.md')).mtimeMs).toBe(before);
    expect((JSON.parse(out) as CheckJson).findings.map(({ code }) => code)).toEqual(['image-alt']);
    expect(err).toContain('Fixed 1 file.');
  });

  it('[P5] writes nothing that its author has to look at first', async () => {
    const chapters = [
      'Nurseとは',
      '主な仕事内容',
      'キャリアパス',
      '将来性と展望',
      '学び方の道すじ',
      'まとめ',
    ];
    const text = `---json\n{ "slug": "a" }\n---\n# [完全ガイド] Nurse: 題\n\n${chapters.map((one) => `## ${one}\n\n本文\n\n`).join('')}`;
    const root = folderWith({
      'a.md': text,
      '.shirube/schema/guide.json': '{ "type": "object" }',
      '.shirube/config.json': '{ "rules": { "section-style": "off" } }',
    });

    const { out } = await run(root, 'check', '--fix', '--json');

    const { findings } = JSON.parse(out) as CheckJson;
    const missing = findings.filter(({ code }) => code === 'section-missing');
    expect(missing.length).toBeGreaterThan(0);
    expect(missing.every(({ fixable }) => !fixable)).toBe(true);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(text);
  });

  it('[P10] does not write through a link that leads out of the workspace', async () => {
    const outside = join(temporaryFolder(), 'x.md');
    writeFileSync(outside, broken);
    const root = folderWith({ '.shirube/config.json': '{}', 'b.md': '# b\n' });
    symlinkSync(outside, join(root, 'a.md'));

    await run(root, 'check', '--fix');

    expect(readFileSync(outside, 'utf8')).toBe(broken);
  });
});

describe('shirube check --baseline', () => {
  it('[P8] starts an old site green, shows what is new, and tells what is gone', async () => {
    const root = folderWith({ '.shirube/config.json': '{}', 'a.md': broken, 'b.md': broken });

    const first = await run(root, 'check', '--baseline', '--max-warnings', '0');
    expect([first.code, first.err.trim()]).toEqual([
      0,
      'Wrote 2 findings to “.shirube/baseline.json”.',
    ]);
    expect((await run(root, 'check', '--max-warnings', '0')).code).toBe(0);

    writeFileSync(join(root, 'a.md'), `${broken}\n![](c.png)\n`);
    const { code, out } = await run(root, 'check', '--max-warnings', '0', '--json');
    expect(code).toBe(1);
    expect((JSON.parse(out) as CheckJson).findings.map((one) => one.code)).toEqual(['image-alt']);

    writeFileSync(join(root, 'a.md'), '# 題\n');
    const mended = await run(root, 'check');
    expect(mended.err.trim()).toBe(
      '1 earlier finding is gone. Run with --baseline to take it off the list.',
    );
    await run(root, 'check', 'a.md', '--baseline');
    expect(JSON.parse(readFileSync(join(root, '.shirube/baseline.json'), 'utf8'))).toEqual({
      version: 1,
      findings: { 'b.md': [{ code: 'cjk-emphasis', text: 'は**「重点」**で', count: 1 }] },
    });
  });

  it('[P5] leaves accepted findings to allow.json', async () => {
    const accepted = {
      path: 'a.md',
      code: 'cjk-emphasis',
      text: 'は**「重点」**で',
      reason: '引用のまま',
      by: '編集部',
      at: '2026-11-25',
    };
    const root = folderWith({
      '.shirube/allow.json': JSON.stringify({ accepted: [accepted] }),
      'a.md': broken,
    });

    expect((await run(root, 'check')).out).toBe('1 file checked. No findings.\n');
    await run(root, 'check', '--baseline');
    const written = readFileSync(join(root, '.shirube/baseline.json'), 'utf8');
    expect(JSON.parse(written)).toEqual({ version: 1, findings: {} });
  });

  it('[P10] is not written where .shirube leads out of the workspace', async () => {
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'config.json'), '{}');
    const root = folderWith({ 'a.md': broken });
    symlinkSync(outside, join(root, '.shirube'));

    const { code, err } = await run(root, 'check', '--baseline');

    expect(code).toBe(2);
    expect(err).toContain('.shirube/baseline.json');
  });
});
