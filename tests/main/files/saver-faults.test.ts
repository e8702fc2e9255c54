import { execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver, sweepTemporaries } from '../../../src-main/files/saver.ts';
import { builtModule } from '../../support/built-module.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
let saver: Awaited<ReturnType<typeof builtModule>>;

beforeAll(async () => {
  saver = await builtModule('src-main/files/saver.ts');
  chmodSync(join(saver.path, '..'), 0o755);
}, 30_000);
afterAll(() => saver.remove());

/** Whether this machine lets root make files that nobody can change. */
function canFreeze(): boolean {
  if (!isRoot || process.platform !== 'linux') return false;
  const path = join('/tmp', `shirube-frozen-${process.pid}`);
  writeFileSync(path, '');
  const frozen = spawnSync('chattr', ['+i', path]).status === 0;
  spawnSync('chattr', ['-i', path]);
  rmSync(path);
  return frozen;
}

/** Saves in a child process without privileges, where permission bits count. */
function saveUnprivileged(path: string): unknown {
  const script = `
    const { createSaver } = await import(${JSON.stringify(saver.path)});
    const request = { path: ${JSON.stringify(path)}, bytes: Buffer.from('new'), expected: 'any' };
    process.stdout.write(JSON.stringify(await createSaver().save(request)));`;
  const child = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    ...(isRoot ? { uid: 65534, gid: 65534 } : {}),
    cwd: '/',
    encoding: 'utf8',
  });
  return JSON.parse(child.stdout);
}

describe('saving without permission', () => {
  it.each([
    ['a file that is read-only', 0o444, 0o777],
    ['a folder that is read-only', 0o666, 0o555],
  ])('[F08] %s gives not-allowed and stays as it is', (_, fileMode, folderMode) => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    writeFileSync(path, 'old');
    chmodSync(path, fileMode);
    chmodSync(folder, folderMode);
    onTestFinished(() => chmodSync(folder, 0o777));
    expect(saveUnprivileged(path)).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it.runIf(isRoot)('[F16] an owner that cannot be kept is named in a warning', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    writeFileSync(path, 'old');
    chmodSync(path, 0o666);
    chmodSync(folder, 0o777);
    expect(saveUnprivileged(path)).toMatchObject({ ok: true, warnings: ['owner-lost'] });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

it.runIf(canFreeze())(
  '[F08] a file that nobody may change, not even root, gives not-allowed and stays as it is',
  async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    writeFileSync(path, 'old');
    for (const frozen of [path, folder]) {
      execFileSync('chattr', ['+i', frozen]);
      try {
        expect(
          await createSaver().save({ path, bytes: Buffer.from('new'), expected: 'any' }),
        ).toMatchObject({ ok: false, failure: { code: 'not-allowed' } });
      } finally {
        execFileSync('chattr', ['-i', frozen]);
      }
      expect([readFileSync(path, 'utf8'), readdirSync(folder)]).toEqual(['old', ['a.md']]);
    }
  },
);

it.runIf(isRoot)(
  '[F11] a link to another volume: the temporary file lies there, and nothing is copied over',
  async () => {
    const [folder, volume] = [temporaryFolder(), temporaryFolder()];
    mountSmallVolume(volume);
    const [link, target] = [join(folder, 'a.md'), join(volume, 'real.md')];
    writeFileSync(target, 'old');
    symlinkSync(target, link);
    expect(statSync(folder).dev).not.toBe(statSync(volume).dev);
    const before = statSync(target).ino;
    expect(
      await createSaver().save({ path: link, bytes: Buffer.from('new'), expected: 'any' }),
    ).toMatchObject({ ok: true });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect([readFileSync(target, 'utf8'), readdirSync(volume)]).toEqual(['new', ['real.md']]);
    // By a rename within its volume: the file is another one.
    expect(statSync(target).ino).not.toBe(before);
    // Where that volume is full, it stays as it was.
    const failed = await createSaver().save({
      path: link,
      bytes: Buffer.alloc(2_000_000, 'n'),
      expected: 'any',
    });
    expect(failed).toMatchObject({ failure: { code: 'disk-full' } });
    expect([readFileSync(target, 'utf8'), readdirSync(volume)]).toEqual(['new', ['real.md']]);
  },
);

it('[F13] a folder that a file has taken the place of is not found, and the file stays', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'guides'), 'a file');
  const path = join(folder, 'guides', 'a.md');
  for (const expected of ['any', null, hashOf('old')] as const) {
    const outcome = await createSaver().save({ path, bytes: Buffer.from('new'), expected });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  }
  expect(readFileSync(join(folder, 'guides'), 'utf8')).toBe('a file');
});

describe.runIf(isRoot)('saving on a full disk', () => {
  it('[F04][F05] a disk that fills in mid-write keeps the old file whole, and the next save works', async () => {
    const folder = temporaryFolder();
    mountSmallVolume(folder);
    const path = join(folder, 'a.md');
    const old = Buffer.alloc(100_000, 'o');
    writeFileSync(path, old);
    const files = createSaver();
    const failed = await files.save({ path, bytes: Buffer.alloc(2_000_000, 'n'), expected: 'any' });
    expect(failed).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(readFileSync(path).equals(old)).toBe(true);
    expect(readdirSync(folder)).toEqual(['a.md']);
    expect(await files.save({ path, bytes: Buffer.from('small'), expected: 'any' })).toMatchObject({
      ok: true,
    });
  });

  it('[F09] a read-only volume gives not-allowed, and saving works again when it is writable', async () => {
    const folder = temporaryFolder();
    const volume = mountSmallVolume(folder);
    const path = join(folder, 'a.md');
    writeFileSync(path, 'old');
    volume.remount('ro');
    const request = { path, bytes: Buffer.from('new'), expected: 'any' } as const;
    expect(await createSaver().save(request)).toMatchObject({ failure: { code: 'not-allowed' } });
    volume.remount('rw');
    expect(await createSaver().save(request)).toMatchObject({ ok: true });
  });
});

describe('killing the process that saves', () => {
  it('[F01][F03] leaves the old or the new text, whole, and no acknowledged one is lost', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'guides'));
    const path = join(folder, 'guides', 'a.md');
    const text = (number: number): string => `${number}\n${'本文'.repeat(20_000)}\n${number}`;
    writeFileSync(path, text(0));
    const script = `
      const { createSaver } = await import(${JSON.stringify(saver.path)});
      const saver = createSaver();
      const body = '本文'.repeat(20_000);
      for (let number = Number(process.argv[1]) + 1; ; number += 1) {
        const bytes = Buffer.from(number + '\\n' + body + '\\n' + number);
        const outcome = await saver.save({ path: ${JSON.stringify(path)}, bytes, expected: 'any' });
        if (outcome.ok) process.stdout.write(number + ' ');
      }`;
    let last = 0;
    for (let round = 0; round < 50; round += 1) {
      const child = spawn(process.execPath, ['--input-type=module', '-e', script, String(last)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let acknowledged = '';
      child.stdout.setEncoding('utf8').on('data', (data: string) => (acknowledged += data));
      const closed = new Promise((resolve) => child.on('close', resolve));
      await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), closed]);
      await delay((round * 7) % 23);
      child.kill('SIGKILL');
      await closed;
      const found = readFileSync(path, 'utf8');
      const number = Number(found.slice(0, found.indexOf('\n')));
      expect(found === text(number)).toBe(true);
      // The last number may be cut off by the kill: only what is followed by a space was said.
      const said = acknowledged.slice(0, acknowledged.lastIndexOf(' ')).split(' ').map(Number);
      expect(number).toBeGreaterThanOrEqual(said.at(-1) ?? 0);
      last = number;
    }
    await sweepTemporaries(join(folder, 'guides'), 0);
    expect(readdirSync(join(folder, 'guides'))).toEqual(['a.md']);
  }, 240_000);
});
