import {
  chmodSync,
  linkSync,
  lstatSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src-main/files/disk.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { diskWithFiles, systemError } from '../../support/disk-faults.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text);

function folderWith(name: string, text: string): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, name);
  writeFileSync(path, text);
  return { folder, path };
}

describe('saving a file', () => {
  it('replaces the bytes it expected and gives the hash of the new ones', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    const outcome = await createSaver().save({ path, bytes: bytes('新'), expected: hashOf('old') });
    expect(outcome).toEqual({ ok: true, hash: hashOf('新') });
    expect(readFileSync(path, 'utf8')).toBe('新');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('[F25][F35] refuses where other bytes are there, whatever their size and date', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    const { atime, mtime } = statSync(path);
    writeFileSync(path, 'OLD');
    utimesSync(path, atime, mtime);
    const outcome = await createSaver().save({ path, bytes: bytes('x'), expected: hashOf('old') });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'changed-on-disk' } });
    expect(readFileSync(path, 'utf8')).toBe('OLD');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('[F35] refuses where the bytes change while the temporary file is written', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    const disk = diskWithFiles((file) => {
      const { sync } = file;
      file.sync = async () => {
        writeFileSync(path, 'theirs');
        await sync.call(file);
      };
    });
    const outcome = await createSaver({ disk }).save({
      path,
      bytes: bytes('ours'),
      expected: hashOf('old'),
    });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'changed-on-disk' } });
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('[F36] refuses where the file is gone, and creates it again when told to', async () => {
    const path = join(temporaryFolder(), 'a.md');
    const saver = createSaver();
    const refused = await saver.save({ path, bytes: bytes('x'), expected: hashOf('old') });
    expect(refused).toMatchObject({ ok: false, failure: { code: 'changed-on-disk' } });
    expect(await saver.save({ path, bytes: bytes('x'), expected: 'any' })).toMatchObject({
      ok: true,
    });
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('[F21] creates a file only where none is, even when another comes first in the race', async () => {
    const { path } = folderWith('a.md', 'theirs');
    const there = await createSaver().save({ path, bytes: bytes('x'), expected: null });
    expect(there).toMatchObject({ ok: false, failure: { code: 'already-exists' } });
    const late = join(temporaryFolder(), 'b.md');
    const disk = {
      ...realDisk,
      link: async (
        from: Parameters<typeof realDisk.link>[0],
        to: Parameters<typeof realDisk.link>[1],
      ) => {
        writeFileSync(late, 'theirs');
        await realDisk.link(from, to);
      },
    };
    const raced = await createSaver({ disk }).save({
      path: late,
      bytes: bytes('x'),
      expected: null,
    });
    expect(raced).toMatchObject({ ok: false, failure: { code: 'already-exists' } });
    expect(readFileSync(late, 'utf8')).toBe('theirs');
    expect(readdirSync(join(late, '..'))).toEqual(['b.md']);
  });

  it('[F21] creates a file without hard links, where the disk has none', async () => {
    const path = join(temporaryFolder(), 'a.md');
    const disk = { ...realDisk, link: () => Promise.reject(systemError('ENOTSUP')) };
    const saver = createSaver({ disk });
    expect(await saver.save({ path, bytes: bytes('x'), expected: null })).toMatchObject({
      ok: true,
    });
    expect(await saver.save({ path, bytes: bytes('y'), expected: null })).toMatchObject({
      ok: false,
    });
    expect(readFileSync(path, 'utf8')).toBe('x');
  });

  it('[F13] never recreates a parent folder that is gone', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'gone', 'a.md');
    const outcome = await createSaver().save({ path, bytes: bytes('x'), expected: 'any' });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('[F11][F14] keeps a link and puts the temporary file beside its target', async () => {
    const { path } = folderWith('real.md', 'old');
    const link = join(temporaryFolder(), 'link.md');
    symlinkSync(path, link);
    const temporaries: string[] = [];
    const disk = diskWithFiles((_, opened) => temporaries.push(opened));
    const outcome = await createSaver({ disk }).save({
      path: link,
      bytes: bytes('new'),
      expected: hashOf('old'),
    });
    expect(outcome).toMatchObject({ ok: true });
    expect(readlinkSync(link)).toBe(path);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(temporaries[0]).toMatch(
      new RegExp(`^${join(path, '..')}/\\.shirube-[0-9a-f]{16}\\.tmp$`),
    );
  });

  it('[F14] refuses a link to nowhere', async () => {
    const link = join(temporaryFolder(), 'link.md');
    symlinkSync('nowhere.md', link);
    for (const expected of ['any', null] as const) {
      const outcome = await createSaver().save({ path: link, bytes: bytes('x'), expected });
      expect(outcome.ok).toBe(false);
    }
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('[F15][T20] splits a file with hard links, never writes through them, and says so', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    linkSync(path, join(folder, 'other-name.md'));
    const outcome = await createSaver().save({ path, bytes: bytes('new'), expected: 'any' });
    expect(outcome).toEqual({ ok: true, hash: hashOf('new'), warnings: ['names-split'] });
    expect(readFileSync(join(folder, 'other-name.md'), 'utf8')).toBe('old');
  });

  it('[F16] keeps the permission bits; a new file gets those asked for', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    chmodSync(path, 0o640);
    const saver = createSaver();
    await saver.save({ path, bytes: bytes('new'), expected: 'any', mode: 0o600 });
    expect(statSync(path).mode & 0o777).toBe(0o640);
    await saver.save({ path: join(folder, 'b'), bytes: bytes('x'), expected: null, mode: 0o600 });
    expect(statSync(join(folder, 'b')).mode & 0o777).toBe(0o600);
  });

  it('[F16] a disk that has no permissions is told of, and the text is saved', async () => {
    const { path } = folderWith('a.md', 'old');
    const disk = diskWithFiles((file) => {
      file.chmod = () => Promise.reject(systemError('EPERM'));
    });
    const outcome = await createSaver({ disk }).save({
      path,
      bytes: bytes('new'),
      expected: 'any',
    });
    expect(outcome).toMatchObject({ ok: true, warnings: ['permissions-lost'] });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('[F24] saves under a name of 255 bytes', async () => {
    const { path } = folderWith(`${'あ'.repeat(84)}.md`, 'old');
    expect(await createSaver().save({ path, bytes: bytes('x'), expected: 'any' })).toMatchObject({
      ok: true,
    });
  });
});

describe('faults while saving', () => {
  it('[T63] opens the temporary file only where nothing is, never through a link, for us alone', async () => {
    const { path } = folderWith('a.md', 'old');
    const opened: { flags: number; mode: number }[] = [];
    const disk = {
      ...realDisk,
      open: async (...[at, flags, mode]: Parameters<typeof realDisk.open>) => {
        if (typeof flags === 'number') opened.push({ flags, mode: Number(mode) });
        return realDisk.open(at, flags, mode);
      },
    };
    await createSaver({ disk }).save({ path, bytes: bytes('x'), expected: 'any' });
    // O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW on Linux.
    expect(opened).toEqual([{ flags: 0o1 | 0o100 | 0o200 | 0o400000, mode: 0o600 }]);
  });

  it.each([
    ['writeFile', 'ENOSPC', 'disk-full'],
    ['sync', 'EIO', 'io'],
    ['sync', 'EDQUOT', 'disk-full'],
    ['close', 'EIO', 'io'],
    ['chmod', 'EIO', 'io'],
  ] as const)(
    '[F04][F05][F06][F07][F08] a fault of %s (%s) gives %s and keeps the old file whole',
    async (call, code, failure) => {
      const { folder, path } = folderWith('a.md', 'old');
      const disk = diskWithFiles((file) => {
        const close = file.close.bind(file);
        file[call] = async () => {
          if (call === 'close') await close();
          throw systemError(code);
        };
      });
      const outcome = await createSaver({ disk }).save({
        path,
        bytes: bytes('new'),
        expected: 'any',
      });
      expect(outcome).toMatchObject({ ok: false, failure: { code: failure } });
      expect(readFileSync(path, 'utf8')).toBe('old');
      expect(readdirSync(folder)).toEqual(['a.md']);
    },
  );

  it('[F05] notices a write that silently stayed short', async () => {
    const { path } = folderWith('a.md', 'old');
    const disk = diskWithFiles((file) => {
      const { writeFile } = file;
      file.writeFile = (data) => writeFile.call(file, (data as Uint8Array).subarray(0, 2));
    });
    const outcome = await createSaver({ disk }).save({
      path,
      bytes: bytes('new'),
      expected: 'any',
    });
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('[F07] a folder that cannot be synced means saved, durability unknown', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    const disk = diskWithFiles((file, opened) => {
      if (opened === folder) file.sync = () => Promise.reject(systemError('EIO'));
    });
    const outcome = await createSaver({ disk }).save({
      path,
      bytes: bytes('new'),
      expected: 'any',
    });
    expect(outcome).toEqual({ ok: true, hash: hashOf('new'), warnings: ['durability-unknown'] });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('[F07] where what was saved cannot be read back after that, it is not saved', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    const disk = diskWithFiles((file, opened) => {
      if (opened !== folder) return;
      file.sync = () => {
        writeFileSync(path, 'lost');
        return Promise.reject(systemError('EIO'));
      };
    });
    const saver = createSaver({ disk });
    expect(await saver.save({ path, bytes: bytes('new'), expected: 'any' })).toMatchObject({
      ok: false,
      failure: { code: 'io' },
    });
  });

  it('[F21] a claimed name is given back where the new file cannot take it', async () => {
    const folder = temporaryFolder();
    const disk = {
      ...realDisk,
      link: () => Promise.reject(systemError('ENOTSUP')),
      rename: () => Promise.reject(systemError('EIO')),
    };
    const request = { path: join(folder, 'a.md'), bytes: bytes('new'), expected: null };
    expect(await createSaver({ disk }).save(request)).toMatchObject({ failure: { code: 'io' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('[F02] syncs the file before the rename and the folder after it', async () => {
    const { folder, path } = folderWith('a.md', 'old');
    const steps: string[] = [];
    const disk = diskWithFiles((file, opened) => {
      const { sync } = file;
      file.sync = () => {
        steps.push(opened === folder ? 'sync folder' : 'sync file');
        return sync.call(file);
      };
    });
    const saver = createSaver({
      disk: {
        ...disk,
        rename: (from, to) => {
          steps.push('rename');
          return realDisk.rename(from, to);
        },
      },
    });
    await saver.save({ path, bytes: bytes('new'), expected: 'any' });
    expect(steps).toEqual(['sync file', 'rename', 'sync folder']);
  });

  it.each([
    [5, true],
    [6, false],
  ])('[F12] a rename held up %i times by an antivirus succeeds: %s', async (times, succeeds) => {
    const { folder, path } = folderWith('a.md', 'old');
    let left = times;
    const disk = {
      ...realDisk,
      rename: async (
        from: Parameters<typeof realDisk.rename>[0],
        to: Parameters<typeof realDisk.rename>[1],
      ) => {
        if (left-- > 0) throw systemError('EBUSY');
        await realDisk.rename(from, to);
      },
    };
    const outcome = await createSaver({ disk }).save({
      path,
      bytes: bytes('new'),
      expected: 'any',
    });
    expect(outcome.ok).toBe(succeeds);
    expect(readFileSync(path, 'utf8')).toBe(succeeds ? 'new' : 'old');
    expect(readdirSync(folder)).toEqual(['a.md']);
  });

  it('[F10] waits while too many files are open', async () => {
    const { path } = folderWith('a.md', 'old');
    let left = 2;
    const disk = {
      ...realDisk,
      open: async (...args: Parameters<typeof realDisk.open>) => {
        if (left-- > 0) throw systemError('EMFILE');
        return realDisk.open(...args);
      },
    };
    expect(
      await createSaver({ disk }).save({ path, bytes: bytes('x'), expected: 'any' }),
    ).toMatchObject({
      ok: true,
    });
  });
});
