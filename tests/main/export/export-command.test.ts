import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { registerExportCommands } from '../../../src-main/cli/export-command.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { guideText, png, readTree, setUp, writeTree } from './export-fixtures.ts';
import { sourceOf } from './plain-source.ts';

const files = {
  'guides/nurse.md': guideText('nurse', '本文', { images: ['/static/img/a.png'] }),
  'guides/cook.md': guideText('cook', 'x'),
  'static/img/a.png': png('a'),
};

function commandLine(content: Readonly<Record<string, string | Uint8Array>> = files) {
  const { workspace, site, dataFolder } = setUp(content);
  const run = async (...args: string[]) => {
    const out = { report: '', said: '', code: -1 };
    const program = new Command().exitOverride();
    program.configureOutput({ writeErr: () => undefined, writeOut: () => undefined });
    registerExportCommands(program, {
      locale: () => 'ja',
      report: (text) => (out.report += text),
      say: (line) => (out.said += `${line}\n`),
      exit: (code) => (out.code = code),
      openSource: (path) => Promise.resolve(path === 'none' ? undefined : sourceOf(path)),
      saver: createSaver(),
      dataFolder,
      now: () => 0,
    });
    await program.parseAsync(args, { from: 'user' });
    return out;
  };
  return { workspace, site, run };
}

describe('shirube export', () => {
  test('writes the guides and reports what it did', async () => {
    const { workspace, site, run } = commandLine();
    const { report, said, code } = await run('export', workspace, '--to', site);
    expect(code).toBe(0);
    expect(said).toBe('');
    expect(report).toBe(
      [
        `書き出し先: ${site}`,
        '追加 3件',
        '  + guides/cook.md (+7 -0)',
        '  + guides/nurse.md (+10 -0)',
        '  + static/img/a.png',
        '書き出しました（書き込み3件、取り除き0件）。',
        '',
      ].join('\n'),
    );
    expect(Object.keys(readTree(site))).toContain('export-manifest.json');
    expect((await run('export', workspace, '--to', site)).report).toContain('変更はありません');
  });

  test('reviews only with --dry-run, also where the folder is still to be made', async () => {
    const { workspace, site, run } = commandLine();
    const fresh = join(site, 'new');
    const { report, code } = await run('export', workspace, '--to', fresh, '--dry-run');
    expect(code).toBe(0);
    expect(report).toContain('何も書き込んでいません');
    expect(readTree(site)).toEqual({});
  });

  test('exports the rest and ends with 1 where a guide is blocked', async () => {
    const { workspace, site, run } = commandLine({
      ...files,
      'guides/bad.md': guideText('bad', '', { error: 'カテゴリーがありません\u001b[31m' }),
    });
    const { report, code } = await run('export', workspace, '--to', site);
    expect(code).toBe(1);
    expect(report).toContain('  × guides/bad.md: カテゴリーがありません\\u001b[31m\n');
    expect(Object.keys(readTree(site))).toContain('guides/cook.md');
  });

  test.each([['--json'], ['--format=json']])('prints JSON alone with %s', async (flag) => {
    const { workspace, site, run } = commandLine();
    const { report } = await run('export', workspace, '--to', site, flag);
    expect(JSON.parse(report)).toMatchObject({
      version: 1,
      target: site,
      dryRun: false,
      items: [
        {
          action: 'added',
          kind: 'guide',
          target: 'guides/cook.md',
          lines: { added: 7, removed: 0 },
        },
        { action: 'added', target: 'guides/nurse.md' },
        { action: 'added', kind: 'image', target: 'static/img/a.png' },
      ],
      summary: {
        added: 3,
        changed: 0,
        blocked: 0,
        conflict: 0,
        removed: 0,
        unchanged: 0,
        written: 3,
      },
    });
  });

  test('ends with 2 where it cannot run, and prints no report', async () => {
    const { workspace, site, run } = commandLine();
    writeTree(site, { file: '' });
    for (const args of [
      ['export', workspace, '--to', join(site, 'file')],
      ['export', workspace, '--to', workspace],
      ['export', 'none', '--to', site],
      ['export', workspace, '--to', site, '--commit'],
    ]) {
      expect(await run(...args)).toMatchObject({ code: 2, report: '' });
    }
    await expect(run('export', workspace)).rejects.toThrow('--to');
    expect(Object.keys(readTree(site))).toEqual(['file']);
  });

  test('ends with 1 where the target refuses', async () => {
    const { workspace, site, run } = commandLine();
    writeTree(site, { '.git/index.lock': '' });
    const { report, said, code } = await run('export', workspace, '--to', site);
    expect({ report, code }).toEqual({ report: '', code: 1 });
    expect(said).toContain('ほかの作業が途中');
  });
});

describe('shirube verify', () => {
  test('tells whether an exported folder matches its manifest', async () => {
    const { workspace, site, run } = commandLine();
    await run('export', workspace, '--to', site);
    expect(await run('verify', site)).toMatchObject({
      code: 0,
      report: '3件すべてが一覧と合っています。\n',
    });
    writeFileSync(join(site, 'guides/cook.md'), 'by hand');
    rmSync(join(site, 'static/img/a.png'));
    const { code, report } = await run('verify', site, '--json');
    expect(code).toBe(1);
    expect(JSON.parse(report)).toEqual({
      version: 1,
      files: 3,
      mismatches: [
        { path: 'guides/cook.md', problem: 'different' },
        { path: 'static/img/a.png', problem: 'missing' },
      ],
    });
  });

  test('ends with 2 where there is no manifest', async () => {
    const { site, run } = commandLine();
    expect(await run('verify', site)).toMatchObject({ code: 2, report: '' });
  });
});
