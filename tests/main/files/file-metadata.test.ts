import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src-main/files/disk.ts';
import { createFileAttributes } from '../../../src-main/files/file-attributes.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { diskWithFiles, systemError } from '../../support/disk-faults.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const bytes = (text: string): Uint8Array => Buffer.from(text);

function guide(text = 'old'): { folder: string; path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'guide.md');
  writeFileSync(path, text);
  return { folder, path };
}

/** The output of a program; `undefined` where it is missing or fails. */
function output(program: string, ...args: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' });
  return status === 0 ? stdout : undefined;
}

const attributesOf = (path: string) =>
  output('getfattr', '--absolute-names', '-d', '-m', '^user', path);
const listOf = (path: string) => output('getfacl', '--absolute-names', '-c', path);

/** Whether this system keeps them for temporary files, and has the programs that set them. */
const canTag = (() => {
  const path = join('/tmp', `shirube-tagged-${process.pid}`);
  writeFileSync(path, '');
  const set = output('setfattr', '-n', 'user.a', '-v', '1', path) !== undefined;
  const listed = output('setfacl', '-m', 'u:65534:r', path) !== undefined;
  execFileSync('rm', [path]);
  return set && listed;
})();

describe.runIf(canTag)('what a system attaches to a file', () => {
  it('[F16] extended attributes stay through every save', async () => {
    const { path } = guide();
    execFileSync('setfattr', ['-n', 'user.tag', '-v', '看護師', path]);
    execFileSync('setfattr', ['-n', 'user.empty', path]);
    const before = attributesOf(path);
    expect(before).toContain('user.tag');
    const saver = createSaver();
    for (const text of ['one', 'two', 'three']) {
      const outcome = await saver.save({ path, bytes: bytes(text), expected: 'any' });
      expect(outcome).toEqual({ ok: true, hash: hashOf(text) });
      expect(readFileSync(path, 'utf8')).toBe(text);
      expect(attributesOf(path)).toBe(before);
    }
  });

  it('[F16] an access list stays, and so do the permissions', async () => {
    const { path } = guide();
    chmodSync(path, 0o640);
    execFileSync('setfacl', ['-m', 'u:65534:r', path]);
    const [list, { mode }] = [listOf(path), statSync(path)];
    expect(list).toContain('user:');
    const saver = createSaver();
    for (const text of ['one', 'two']) {
      expect(await saver.save({ path, bytes: bytes(text), expected: 'any' })).toEqual({
        ok: true,
        hash: hashOf(text),
      });
      expect(listOf(path)).toBe(list);
      expect(statSync(path).mode).toBe(mode);
    }
  });

  it('[F16] looks once at a file that has none, and again when somebody gives it some', async () => {
    const { path } = guide();
    const real = createFileAttributes();
    const carried: string[] = [];
    const saver = createSaver({
      attributes: {
        ...real,
        async carry(...args) {
          const outcome = await real.carry(...args);
          carried.push(outcome);
          return outcome;
        },
      },
    });
    const save = (text: string) => saver.save({ path, bytes: bytes(text), expected: 'any' });
    await save('one');
    await save('two');
    execFileSync('setfattr', ['-n', 'user.tag', '-v', '1', path]);
    await save('three');
    await save('four');
    expect(carried).toEqual(['none', 'none', 'kept', 'kept']);
    expect(attributesOf(path)).toContain('user.tag="1"');
  });

  it('[F16] a normal save starts no program once the file is known to have none', async () => {
    const { path } = guide();
    const programs: string[] = [];
    const attributes = createFileAttributes((program, args) => {
      programs.push(program);
      return Promise.resolve(execFileSync(program, args, { encoding: 'utf8' }));
    });
    const saver = createSaver({ attributes });
    await saver.save({ path, bytes: bytes('one'), expected: 'any' });
    const { length } = programs;
    for (const text of ['two', 'three', 'four']) {
      await saver.save({ path, bytes: bytes(text), expected: 'any' });
    }
    expect([length > 0, programs.length]).toEqual([true, length]);
  });

  it('[F01][F16] a program that outlives the save makes no file where the temporary one was', async () => {
    const { folder, path } = guide();
    const attributes = createFileAttributes((program, args) => {
      // As if the save had been killed and swept by the next start.
      for (const name of readdirSync(folder)) {
        if (args.includes('--preserve=xattr') && name.endsWith('.tmp')) rmSync(join(folder, name));
      }
      return Promise.resolve(execFileSync(program, args, { encoding: 'utf8' }));
    });
    const outcome = await createSaver({ attributes }).save({
      path,
      bytes: bytes('new'),
      expected: 'any',
    });
    expect(outcome.ok).toBe(false);
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['guide.md'], 'old']);
  });

  it('[F16] what cannot be kept is told by its name, and the text is saved', async () => {
    const { path } = guide();
    execFileSync('setfattr', ['-n', 'user.tag', '-v', '1', path]);
    const attributes = createFileAttributes(async (program, args) => {
      if (args.includes('--preserve=xattr')) throw new Error('no room for attributes');
      return execFileSync(program, args, { encoding: 'utf8' });
    });
    expect(
      await createSaver({ attributes }).save({ path, bytes: bytes('new'), expected: 'any' }),
    ).toEqual({ ok: true, hash: hashOf('new'), warnings: ['attributes-lost'] });
    expect(readFileSync(path, 'utf8')).toBe('new');
  });
});

it.runIf(isRoot)('[F16] the owner and the special bits stay', async () => {
  const { path } = guide();
  chownSync(path, 65534, 65534);
  chmodSync(path, 0o2750);
  expect(await createSaver().save({ path, bytes: bytes('new'), expected: 'any' })).toEqual({
    ok: true,
    hash: hashOf('new'),
  });
  const { uid, gid, mode } = statSync(path);
  expect([uid, gid, mode & 0o7777]).toEqual([65534, 65534, 0o2750]);
});

describe('a file with several names', () => {
  function twoNames() {
    const { folder, path } = guide();
    const other = join(folder, 'other.md');
    linkSync(path, other);
    return { folder, path, other };
  }

  it('[F15] refuses to choose where it is told to', async () => {
    const { path, other } = twoNames();
    expect(
      await createSaver().save({ path, bytes: bytes('new'), expected: 'any', names: 'refuse' }),
    ).toEqual({ ok: false, failure: { code: 'several-names', detail: '2 names' } });
    expect([readFileSync(path, 'utf8'), readFileSync(other, 'utf8')]).toEqual(['old', 'old']);
  });

  it('[F15] in place: the former text is kept elsewhere first, and all names stay one file', async () => {
    const { folder, path, other } = twoNames();
    chmodSync(path, 0o640);
    const kept: string[] = [];
    const backUp = async (former: Uint8Array) => {
      kept.push(`${Buffer.from(former).toString()}, while there is ${readFileSync(path, 'utf8')}`);
      return true;
    };
    const request = { path, bytes: bytes('shorter'), expected: hashOf('old'), names: { backUp } };
    expect(await createSaver().save(request)).toEqual({ ok: true, hash: hashOf('shorter') });
    expect(kept).toEqual(['old, while there is old']);
    expect(readFileSync(other, 'utf8')).toBe('shorter');
    expect(statSync(path).ino).toBe(statSync(other).ino);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['guide.md', 'other.md']);
  });

  it('[F15] in place: nothing is written where no copy of the former text can be kept', async () => {
    const { path } = twoNames();
    const request = { path, bytes: bytes('new'), expected: 'any' } as const;
    const names = { backUp: async () => false };
    expect(await createSaver().save({ ...request, names })).toMatchObject({
      failure: { code: 'io' },
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it('[F15][F35] in place: a change that nobody has seen is not written over', async () => {
    const { path } = twoNames();
    const names = { backUp: async () => true };
    const request = { path, bytes: bytes('new'), expected: hashOf('another'), names };
    expect(await createSaver().save(request)).toMatchObject({
      failure: { code: 'changed-on-disk' },
    });
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  it.runIf(isRoot)(
    '[F05][F15] in place: a disk that fills up gets the former text back',
    async () => {
      const folder = temporaryFolder();
      mountSmallVolume(folder);
      const path = join(folder, 'guide.md');
      const old = 'o'.repeat(600_000);
      writeFileSync(path, old);
      linkSync(path, join(folder, 'other.md'));
      const names = { backUp: async () => true };
      const request = {
        path,
        bytes: Buffer.alloc(1_500_000, 'n'),
        expected: 'any',
        names,
      } as const;
      expect(await createSaver().save(request)).toMatchObject({ failure: { code: 'disk-full' } });
      expect(readFileSync(path, 'utf8') === old).toBe(true);
    },
  );

  it('[F06][F15] in place: a disk that does not confirm is a failure, with the former text', async () => {
    const { path, other } = twoNames();
    let syncs = 0;
    const disk = diskWithFiles((file) => {
      const { sync } = file;
      file.sync = () => ((syncs += 1) === 1 ? Promise.reject(systemError('EIO')) : sync.call(file));
    });
    const names = { backUp: async () => true };
    const request = { path, bytes: bytes('new and longer'), expected: 'any', names } as const;
    expect(await createSaver({ disk }).save(request)).toMatchObject({ failure: { code: 'io' } });
    expect(readFileSync(other, 'utf8')).toBe('old');
  });

  it('[F15] in place: a file that took its place meanwhile is not written', async () => {
    const { path } = twoNames();
    const backUp = async () => {
      writeFileSync(`${path}.new`, 'theirs');
      await realDisk.rename(`${path}.new`, path);
      return true;
    };
    const request = { path, bytes: bytes('new'), expected: 'any', names: { backUp } } as const;
    expect(await createSaver().save(request)).toMatchObject({ ok: false });
    expect(readFileSync(path, 'utf8')).toBe('theirs');
  });
});
