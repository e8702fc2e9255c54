import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundleProgram } from './bundle-program.ts';
import { png, readTree, temporaryFolder, writeTree } from './export-fixtures.ts';

let program = '';
beforeAll(async () => {
  program = await bundleProgram('src-main/cli/index.ts', temporaryFolder());
}, 60_000);

function guide(slug: string, related: readonly string[]): string {
  const details = {
    category: 'it',
    keywords: ['仕事'],
    meta_description: 'この仕事の内容を紹介します。'.repeat(6),
    related_jobs: related,
    slug,
    tags: ['仕事'],
    thumbnail: '/static/img/a.png',
    hero_image: '/static/img/a.png',
    title: '人を支える仕事',
  };
  return `---json\n${JSON.stringify(details, null, 2)}\n---\n# [完全ガイド] ${slug}: 人を支える仕事\n\n本文`;
}

function setUp(related: readonly string[] = ['nurse']) {
  const folder = temporaryFolder();
  const [workspace, site] = [join(folder, 'guides'), join(folder, 'site')];
  mkdirSync(site);
  writeTree(workspace, {
    'nurse.md': guide('nurse', []),
    'cook.md': guide('cook', related),
    'README.md': '# 読んでください\n',
    'static/img/a.png': png('a'),
  });
  const before = readTree(workspace);
  const run = (...args: string[]) => {
    const env = { ...process.env, XDG_DATA_HOME: join(folder, 'data'), LANG: 'ja_JP.UTF-8' };
    const ended = spawnSync(process.execPath, [program, 'export', ...args], {
      encoding: 'utf8',
      env,
    });
    expect(readTree(workspace)).toEqual(before);
    return { code: ended.status, out: ended.stdout, err: ended.stderr };
  };
  return { workspace, site, run, before };
}

test('[P6] [P8] npx shirube export writes the guides of a folder without configuration byte for byte', () => {
  const { workspace, site, run, before } = setUp();
  const review = run(workspace, '--to', site, '--dry-run', '--json');
  expect(review).toMatchObject({ code: 0, err: '' });
  expect(JSON.parse(review.out)).toMatchObject({ dryRun: true, summary: { added: 3, written: 0 } });
  expect(readTree(site)).toEqual({});

  expect(run(workspace, '--to', site)).toMatchObject({ code: 0, err: '' });
  const { 'export-manifest.json': manifest, ...tree } = readTree(site);
  const { 'README.md': _other, ...guides } = before;
  expect(tree).toEqual(guides);
  expect(Object.keys(JSON.parse(manifest ?? '').files)).toEqual(Object.keys(guides).sort());

  const again = run(workspace, '--to', site, '--json');
  expect(JSON.parse(again.out)).toMatchObject({ summary: { unchanged: 3, written: 0 } });
  expect(readFileSync(join(site, 'export-manifest.json'), 'latin1')).toBe(manifest);
});

test('[P6] a guide with an error is held back and said so by the exit code', () => {
  const { workspace, site, run } = setUp(['nobody']);
  const { code, out } = run(workspace, '--to', site, '--json', '--lang', 'ja');
  expect(code).toBe(1);
  const { items } = JSON.parse(out) as { items: { target: string; action: string }[] };
  expect(items.map(({ target, action }) => [target, action])).toEqual([
    ['cook.md', 'blocked'],
    ['nurse.md', 'added'],
    ['static/img/a.png', 'added'],
  ]);
  expect(Object.keys(readTree(site)).sort()).toEqual([
    'export-manifest.json',
    'nurse.md',
    'static/img/a.png',
  ]);
});

test('without a target, or with one that cannot be, it ends with 2 and an empty report', () => {
  const { workspace, site, run } = setUp();
  for (const args of [
    [workspace],
    [workspace, '--to', join(site, 'no/such')],
    [workspace, '--to', workspace],
    [join(site, 'none'), '--to', site],
    [workspace, '--to', site, '--commit'],
  ]) {
    const { code, out, err } = run(...args);
    expect({ args, code, out }).toEqual({ args, code: 2, out: '' });
    expect(err).not.toBe('');
  }
});
