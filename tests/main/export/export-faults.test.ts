import { execFileSync, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { dataFolder } from '../../../src-main/services/export-data-folder.ts';
import { hashPlain } from '../../../src-main/services/export-files.ts';
import { readJournal } from '../../../src-main/services/export-journal.ts';
import { withExportLock } from '../../../src-main/services/export-lock.ts';
import { recoverExports } from '../../../src-main/services/export-recovery.ts';
import {
  exportAll,
  guideText,
  png,
  readTree,
  setUp,
  temporaryFolder,
  writeTree,
} from './export-fixtures.ts';

const eight = Object.fromEntries(
  Array.from({ length: 8 }, (_, i) => [`g${i}.md`, guideText(`g${i}`, 'x'.repeat(20_000))]),
);

/** A small file system of its own; `undefined` where this user may not make one. */
function smallDisk(size: string): string | undefined {
  const folder = temporaryFolder();
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]);
  if (mounted.status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}

describe('a disk that fails', () => {
  test('[E03] [X1] that fills up at the fifth of eight files leaves the site as it was', async (context) => {
    const disk = smallDisk('1m');
    if (disk === undefined) return context.skip();
    const site = join(disk, 'site');
    let filled = false;
    const { workspace, make } = setUp(eight, { site });
    await exportAll(make(), site);
    for (const path of Object.keys(eight)) {
      writeFileSync(join(workspace, path), guideText(path.slice(0, 2), 'y'.repeat(24_000)));
    }
    const before = readTree(site);
    const service = make({
      onProgress({ phase, done }) {
        if (phase !== 'write' || done < 4 || filled) return;
        filled = true;
        spawnSync('dd', ['if=/dev/zero', `of=${join(disk, 'filler')}`, 'bs=4096']);
      },
    });
    const plan = await service.plan('site', site);
    const applied = service.apply(plan.ok ? plan.value.id : '', []);
    const result = await applied;
    expect(result).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    // Going back may itself have found no room: then the next start does it.
    rmSync(join(disk, 'filler'));
    await recoverExports(join(workspace, '../data/exports'), createSaver());
    expect(readTree(site)).toEqual(before);
    expect((await exportAll(make(), site)).result).toMatchObject({ ok: true });
  });

  test('with too little room is refused before anything is written', async (context) => {
    const disk = smallDisk('128k');
    if (disk === undefined) return context.skip();
    const { service } = setUp(eight, { site: disk });
    const { result } = await exportAll(service, disk);
    expect(result).toMatchObject({ failure: { code: 'disk-full', detail: 'preflight' } });
    expect(readTree(disk)).toEqual({});
  });

  test('[E04] [X8] that cannot be read back afterwards leaves the site as it was', async () => {
    const context = setUp({ 'a.md': guideText('a', 'old') });
    await exportAll(context.service, context.site);
    const before = readTree(context.site);
    writeTree(context.workspace, { 'a.md': guideText('a', 'new'), 'b.md': guideText('b', 'new') });
    const service = context.make({
      readBack: (path) =>
        path.endsWith('b.md')
          ? Promise.reject(Object.assign(new Error('read'), { code: 'EIO', syscall: 'read' }))
          : hashPlain(path),
    });
    const { result } = await exportAll(service, context.site);
    expect(result).toMatchObject({ failure: { code: 'io', detail: 'EIO read' } });
    expect(readTree(context.site)).toEqual(before);
    expect(await recoverExports(context.exportsFolder, createSaver())).toEqual([]);
  });

  test('[E14] that is read-only is said to be so, and nothing is left behind', async (context) => {
    const disk = smallDisk('1m');
    if (disk === undefined) return context.skip();
    const { make, exportsFolder } = setUp(eight, { site: disk });
    await exportAll(make(), disk, ['g7.md']);
    const before = readTree(disk);
    execFileSync('mount', ['-o', 'remount,ro', disk]);
    const { result } = await exportAll(make(), disk);
    expect(result).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(readTree(disk)).toEqual(before);
    expect(await recoverExports(exportsFolder, createSaver())).toEqual([]);
  });
});

function flip(bytes: Buffer, at: number): Buffer {
  const flipped = Buffer.from(bytes);
  flipped[at] = (flipped[at] ?? 0) ^ 0x21;
  return flipped;
}

/** A site torn in the middle of an export, as a crash leaves it: the journal has no end. */
async function torn() {
  const context = setUp({ 'a.md': guideText('a', 'old'), 'b.md': guideText('b', 'old') });
  await exportAll(context.service, context.site);
  const old = readTree(context.site);
  writeTree(context.workspace, { 'a.md': guideText('a', 'new'), 'b.md': guideText('b', 'new') });
  // An export whose way back fails too stops where it is, like one that is killed.
  const saver = createSaver();
  let saves = 0;
  const service = context.make({
    saver: {
      save(request) {
        saves += 1;
        const failure = { code: 'io', detail: 'EIO' } as const;
        return saves > 1 ? Promise.resolve({ ok: false, failure }) : saver.save(request);
      },
    },
  });
  const { result } = await exportAll(service, context.site);
  expect(result).toMatchObject({ failure: { code: 'io', detail: 'unfinished: EIO' } });
  const name =
    readdirSync(context.exportsFolder)
      .filter((one) => /^\d/.test(one))
      .sort()
      .at(-1) ?? '';
  const journal = join(context.exportsFolder, name, 'journal.jsonl');
  return { ...context, old, journal };
}

describe('what a crash leaves', () => {
  test('[E15] a journal with any byte flipped never makes the site anything but old, new or left alone', async () => {
    const context = await torn();
    const tornTree = readTree(context.site);
    const bytes = readFileSync(context.journal);
    const keep = temporaryFolder();
    const parts = ['site', 'data'];
    const root = join(context.site, '..');
    for (const part of parts) cpSync(join(root, part), join(keep, part), { recursive: true });
    const outcomes = new Set<string>();
    const { records } = await readJournal(dirname(context.journal));
    for (let at = 0; at < bytes.length; at += 1) {
      writeFileSync(context.journal, flip(bytes, at));
      const read = await readJournal(dirname(context.journal));
      expect(read.damaged || read.records.length < records.length, `byte ${at}`).toBe(true);
      expect(read.records).toEqual(records.slice(0, read.records.length));
    }
    const ends = [...bytes.keys()].filter((at) => bytes[at] === 10);
    for (const at of [...ends, ...[...bytes.keys()].filter((one) => one % 40 === 0)]) {
      for (const path of Object.keys(tornTree))
        cpSync(join(keep, 'site', path), join(context.site, path));
      rmSync(context.exportsFolder, { recursive: true });
      cpSync(join(keep, 'data/exports'), context.exportsFolder, { recursive: true });
      writeFileSync(context.journal, flip(bytes, at));
      const [recovery] = await recoverExports(context.exportsFolder, createSaver());
      outcomes.add(recovery?.outcome ?? 'none');
      const tree = readTree(context.site);
      if (recovery?.outcome === 'rolled-back') expect(tree).toEqual(context.old);
      else {
        expect(recovery?.outcome, `byte ${at}`).toBe('stopped');
        expect(tree).toEqual(tornTree);
        expect(existsSync(context.journal)).toBe(true);
      }
    }
    expect(outcomes).toEqual(new Set(['rolled-back', 'stopped']));
  }, 60_000);

  test('[X3] bytes that are neither the old nor the new ones stop recovery, and a new plan shows them', async () => {
    const context = await torn();
    writeTree(context.site, { 'b.md': 'by hand' });
    const before = readTree(context.site);
    expect(await recoverExports(context.exportsFolder, createSaver())).toEqual([
      { root: context.site, outcome: 'stopped', paths: ['b.md'] },
    ]);
    expect(readTree(context.site)).toEqual(before);
    const { actions, result } = await exportAll(context.make(), context.site);
    expect(actions).toMatchObject({ 'b.md': 'conflict' });
    expect(result).toMatchObject({ ok: true });
    expect(await recoverExports(context.exportsFolder, createSaver())).toEqual([]);
    expect(readTree(context.site)).toMatchObject({
      'a.md': guideText('a', 'new'),
      'b.md': 'by hand',
    });
  });

  test('[X1] the next export first finishes what the last one left', async () => {
    const context = await torn();
    const { result } = await exportAll(context.make(), context.site);
    expect(result).toMatchObject({ failure: { code: 'plan-outdated' } });
    expect(readTree(context.site)).toEqual(context.old);
    expect((await exportAll(context.make(), context.site)).result).toMatchObject({ ok: true });
  });

  test('a target that is another folder by now is left alone', async () => {
    const context = await torn();
    rmSync(context.site, { recursive: true });
    mkdirSync(context.site);
    expect(await recoverExports(context.exportsFolder, createSaver())).toMatchObject([
      { outcome: 'stopped' },
    ]);
    expect(readTree(context.site)).toEqual({});
  });

  test('copies of the latest twenty exports are kept', async () => {
    const context = setUp({ 'a.md': guideText('a', '0'), 'static/a.png': png('a') });
    for (let i = 0; i < 22; i += 1) {
      writeTree(context.workspace, { 'a.md': guideText('a', String(i)) });
      await exportAll(context.service, context.site);
    }
    const names = readdirSync(context.exportsFolder).filter((name) => /^\d/.test(name));
    expect(names).toHaveLength(20);
    expect(names.sort()[0]).toMatch(/^00000003-/);
  });
});

describe('the lock', () => {
  const key = 'k';

  test('of a process that is gone is taken over, one of a living process is not', async () => {
    const folder = temporaryFolder();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    writeTree(folder, { 'locks/k.lock': `${dead} x y` });
    expect(await withExportLock(folder, key, 0, () => Promise.resolve('ran'))).toBe('ran');
    const nested = await withExportLock(folder, key, 0, () =>
      withExportLock(folder, key, 0, () => Promise.resolve('ran')),
    );
    expect(nested).toBe('busy');
    expect(readdirSync(join(folder, 'locks'))).toEqual([]);
  });

  test('of a number that another process has by now is taken over', async () => {
    const folder = temporaryFolder();
    writeTree(folder, { 'locks/k.lock': `${process.pid} another-boot 1 z` });
    expect(await withExportLock(folder, key, 0, () => Promise.resolve('ran'))).toBe('ran');
  });

  test('lets one after another in, never two', async () => {
    const folder = temporaryFolder();
    let inside = 0;
    let most = 0;
    const work = async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside -= 1;
      return 'ran';
    };
    const all = Array.from({ length: 5 }, () => withExportLock(folder, key, 10_000, work));
    expect(new Set(await Promise.all(all))).toEqual(new Set(['ran']));
    expect(most).toBe(1);
  });
});

test.each([
  ['linux', { XDG_DATA_HOME: '/x' }, '/x/shirube'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/me/.local/share/shirube'],
  ['linux', {}, '/home/me/.local/share/shirube'],
  ['darwin', {}, '/home/me/Library/Application Support/shirube'],
  ['win32', { LOCALAPPDATA: '/l' }, '/l/shirube'],
] as const)('the data folder of %s with %o is %s', (platform, env, expected) => {
  expect(dataFolder(env, platform, '/home/me')).toBe(expected);
});
