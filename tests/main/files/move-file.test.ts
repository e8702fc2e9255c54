import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type Disk, realDisk } from '../../../src-main/files/disk.ts';
import { moveFile } from '../../../src-main/files/move-file.ts';
import { builtModule } from '../../support/built-module.ts';
import { systemError } from '../../support/disk-faults.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
let module: Awaited<ReturnType<typeof builtModule>>;

beforeAll(async () => {
  module = await builtModule('tests/main/files/move-in-child.ts');
  chmodSync(join(module.path, '..'), 0o755);
}, 30_000);
afterAll(() => module.remove());

/** A folder with files of these names, each holding its name. */
function folderWith(...names: string[]): string {
  const folder = temporaryFolder();
  for (const name of names) writeFileSync(join(folder, name), name);
  return folder;
}

const listed = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );

/** The real disk without hard links, as exFAT and some network drives are. */
const withoutLinks: Disk = {
  ...realDisk,
  link: () => Promise.reject(systemError('EPERM')),
};

describe.each([
  ['a disk with hard links', realDisk],
  ['a disk without hard links', withoutLinks],
])('giving a file another name on %s', (_, disk) => {
  const move = (folder: string, from: string, to: string) =>
    moveFile(disk, join(folder, from), join(folder, to));

  it('moves the very file', async () => {
    const folder = folderWith('a.md', 'c.md');
    const { ino } = statSync(join(folder, 'a.md'));
    expect(await move(folder, 'a.md', '看護師.md')).toEqual({ ok: true });
    expect(listed(folder)).toEqual({ '看護師.md': 'a.md', 'c.md': 'c.md' });
    expect(statSync(join(folder, '看護師.md')).ino).toBe(ino);
  });

  it('[F21] never takes the place of a file that is there', async () => {
    const folder = folderWith('a.md', 'b.md');
    expect(await move(folder, 'a.md', 'b.md')).toMatchObject({
      failure: { code: 'already-exists' },
    });
    expect(listed(folder)).toEqual({ 'a.md': 'a.md', 'b.md': 'b.md' });
  });

  it('[F21] never takes the place of one that comes between looking and moving', async () => {
    const folder = folderWith('a.md');
    const late: Disk = {
      ...disk,
      async lstat(path: never, options: never) {
        const found = await realDisk.lstat(path, options).catch((error: unknown) => error);
        if (String(path).endsWith('b.md')) writeFileSync(join(folder, 'b.md'), 'theirs');
        if (found instanceof Error) throw found;
        return found;
      },
    } as Disk;
    const moved = await moveFile(late, join(folder, 'a.md'), join(folder, 'b.md'));
    expect(moved).toMatchObject({ failure: { code: 'already-exists' } });
    expect(listed(folder)).toEqual({ 'a.md': 'a.md', 'b.md': 'theirs' });
  });

  it('[F20] changes only the case where names differ in nothing else', async () => {
    const folder = folderWith('Nurse.md');
    expect(await move(folder, 'Nurse.md', 'nurse.md')).toEqual({ ok: true });
    expect(listed(folder)).toEqual({ 'nurse.md': 'Nurse.md' });
  });

  it('[F20][F22] on a disk that ignores case and accents, the file itself is not in its own way', async () => {
    const folder = folderWith('Nurse.md');
    // Such a disk finds the file under either name, and lists the one that it was given.
    const old = join(folder, 'Nurse.md');
    const insensitive: Disk = {
      ...disk,
      lstat: ((path: string, options: never) =>
        realDisk.lstat(path.endsWith('nurse.md') ? old : path, options)) as Disk['lstat'],
      link: () => Promise.reject(systemError('EEXIST')),
    };
    expect(await moveFile(insensitive, old, join(folder, 'nurse.md'))).toEqual({ ok: true });
    expect(listed(folder)).toEqual({ 'nurse.md': 'Nurse.md' });
  });

  it('two hard links of one file are two names, and both stay', async () => {
    const folder = folderWith('a.md');
    linkSync(join(folder, 'a.md'), join(folder, 'A.md'));
    expect(await move(folder, 'a.md', 'A.md')).toMatchObject({
      failure: { code: 'already-exists' },
    });
    expect(readdirSync(folder).sort()).toEqual(['A.md', 'a.md']);
  });

  it('[F14] leaves a link alone, and a folder too', async () => {
    const folder = folderWith('a.md');
    symlinkSync('a.md', join(folder, 'link.md'));
    mkdirSync(join(folder, 'folder.md'));
    expect(await move(folder, 'link.md', 'b.md')).toMatchObject({ failure: { code: 'linked' } });
    expect(await move(folder, 'folder.md', 'b.md')).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect(readdirSync(folder).sort()).toEqual(['a.md', 'folder.md', 'link.md']);
  });

  it('a file that is gone, and a folder that is gone, are not found', async () => {
    const folder = folderWith('a.md');
    expect(await move(folder, 'b.md', 'c.md')).toMatchObject({ failure: { code: 'not-found' } });
    expect(await move(folder, 'a.md', 'x/c.md')).toMatchObject({ failure: { code: 'not-found' } });
    expect(listed(folder)).toEqual({ 'a.md': 'a.md' });
  });

  it('[F12] waits for a file that is held for a moment', async () => {
    const folder = folderWith('a.md');
    let held = 2;
    const hold =
      <Args extends readonly unknown[]>(call: (...args: Args) => Promise<void>) =>
      (...args: Args) =>
        (held -= 1) >= 0 ? Promise.reject(systemError('EBUSY')) : call(...args);
    const busy: Disk = { ...disk, unlink: hold(disk.unlink), rename: hold(disk.rename) };
    expect(await moveFile(busy, join(folder, 'a.md'), join(folder, 'b.md'))).toEqual({ ok: true });
    expect(listed(folder)).toEqual({ 'b.md': 'a.md' });
  });

  it('[F08] what cannot be taken from its old name keeps it, and has no other', async () => {
    const folder = folderWith('a.md');
    const broken: Disk = {
      ...disk,
      unlink: (path) =>
        String(path).endsWith('a.md') ? Promise.reject(systemError('EIO')) : realDisk.unlink(path),
      rename: () => Promise.reject(systemError('EIO')),
    };
    const moved = await moveFile(broken, join(folder, 'a.md'), join(folder, 'b.md'));
    expect(moved).toMatchObject({ failure: { code: 'io' } });
    expect(listed(folder)).toEqual({ 'a.md': 'a.md' });
  });
});

it('a text that another program saves under the old name meanwhile stays there', async () => {
  const folder = folderWith('a.md', 'new');
  const raced: Disk = {
    ...realDisk,
    async link(from, to) {
      await realDisk.link(from, to);
      renameSync(join(folder, 'new'), join(folder, 'a.md'));
    },
  };
  const moved = await moveFile(raced, join(folder, 'a.md'), join(folder, 'b.md'));
  expect(moved).toMatchObject({ failure: { code: 'changed-on-disk' } });
  expect(listed(folder)).toEqual({ 'a.md': 'new' });
});

it('[F08] a folder that is read-only keeps its file under its name', () => {
  const folder = folderWith('a.md');
  chmodSync(folder, 0o555);
  onTestFinished(() => chmodSync(folder, 0o755));
  const child = spawnSync(
    process.execPath,
    [module.path, join(folder, 'a.md'), join(folder, 'b.md')],
    { ...(isRoot ? { uid: 65534, gid: 65534 } : {}), cwd: '/', encoding: 'utf8' },
  );
  expect(JSON.parse(child.stdout)).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(listed(folder)).toEqual({ 'a.md': 'a.md' });
});

it.runIf(isRoot)('[F09] a read-only volume keeps its file under its name', async () => {
  const folder = temporaryFolder();
  const volume = mountSmallVolume(folder);
  writeFileSync(join(folder, 'a.md'), 'a.md');
  volume.remount('ro');
  const moved = await moveFile(realDisk, join(folder, 'a.md'), join(folder, 'b.md'));
  expect(moved).toMatchObject({ failure: { code: 'not-allowed' } });
  expect(listed(folder)).toEqual({ 'a.md': 'a.md' });
});

it.runIf(isRoot)('[F04] a full disk lets a file move or keeps it, whole either way', async () => {
  const folder = temporaryFolder();
  mountSmallVolume(folder);
  writeFileSync(join(folder, 'a.md'), 'a.md');
  expect(() => writeFileSync(join(folder, 'fill'), Buffer.alloc(2_000_000))).toThrow(/ENOSPC/);
  const moved = await moveFile(withoutLinks, join(folder, 'a.md'), join(folder, 'b.md'));
  const { fill: _, ...rest } = listed(folder);
  expect(rest).toEqual(moved.ok ? { 'b.md': 'a.md' } : { 'a.md': 'a.md' });
});

it('[F01][F03] killed at any moment, a move leaves the file whole under one of its names', async () => {
  const folder = folderWith('other.md');
  const text = `${'本文'.repeat(20_000)}終わり`;
  writeFileSync(join(folder, 'a.md'), text);
  for (let round = 0; round < 25; round += 1) {
    const child = spawn(
      process.execPath,
      [module.path, join(folder, 'a.md'), join(folder, 'b.md'), 'for ever'],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const closed = new Promise((resolve) => child.on('close', resolve));
    await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed]);
    await delay((round * 7) % 11);
    child.kill('SIGKILL');
    await closed;
    const names = ['a.md', 'b.md'].filter((name) => existsSync(join(folder, name)));
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    expect(readFileSync(join(folder, 'other.md'), 'utf8')).toBe('other.md');
    // Both names are one file; the next round begins with one of them, as an author would.
    if (names.length === 2) {
      expect(statSync(join(folder, 'a.md')).ino).toBe(statSync(join(folder, 'b.md')).ino);
      renameSync(join(folder, 'a.md'), join(folder, 'c.md'));
      spawnSync('rm', [join(folder, 'b.md')]);
      renameSync(join(folder, 'c.md'), join(folder, 'a.md'));
    } else if (names[0] === 'b.md') renameSync(join(folder, 'b.md'), join(folder, 'a.md'));
  }
}, 60_000);
