import {
  constants,
  linkSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { appendFile } from '../../../src-main/files/append-file.ts';
import { realDisk } from '../../../src-main/files/disk.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { diskWithFiles } from '../../support/disk-faults.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// What a save looks at before it writes, one look after the other: where a later one would refuse as well,
// the earlier one spares the disk and leaves less time for others.

function guide(): { readonly folder: string; readonly path: string } {
  const folder = temporaryFolder();
  const path = join(folder, 'guide.md');
  writeFileSync(path, 'old');
  return { folder, path };
}

it('[F35] a save that is refused has not written a byte', async () => {
  const { path } = guide();
  const opened: string[] = [];
  const disk = diskWithFiles((_, at) => void opened.push(at));
  const request = { path, bytes: Buffer.from('new'), expected: hashOf('another') };
  expect(await createSaver({ disk }).save(request)).toMatchObject({
    failure: { code: 'changed-on-disk' },
  });
  expect(opened).toEqual([]);
});

it('[F15][F35] in place: a change between the first look and the copy is not written over', async () => {
  const { folder, path } = guide();
  linkSync(path, join(folder, 'other.md'));
  const kept: string[] = [];
  const names = { backUp: async (former: Uint8Array) => kept.push(String(former)) > 0 };
  const disk = {
    ...realDisk,
    readFile: (async (at: string) => {
      const found = await realDisk.readFile(at);
      writeFileSync(path, 'theirs');
      return found;
    }) as typeof realDisk.readFile,
  };
  const request = { path, bytes: Buffer.from('new'), expected: hashOf('old'), names };
  expect(await createSaver({ disk }).save(request)).toMatchObject({
    failure: { code: 'changed-on-disk' },
  });
  expect([kept, readFileSync(path, 'utf8')]).toEqual([[], 'theirs']);
});

it('[F15][T63] in place: the file is opened through no link', async () => {
  const { folder, path } = guide();
  linkSync(path, join(folder, 'other.md'));
  const flags: unknown[] = [];
  const disk = {
    ...realDisk,
    open: (...given: Parameters<typeof realDisk.open>) => {
      flags.push(given[1]);
      return realDisk.open(...given);
    },
  };
  const names = { backUp: async () => true };
  const request = { path, bytes: Buffer.from('new'), expected: 'any', names } as const;
  expect(await createSaver({ disk }).save(request)).toMatchObject({ ok: true });
  expect(flags).toEqual([constants.O_RDWR | constants.O_NOFOLLOW]);
});

it('[T63] what is written on goes through no link, planted in place of the file', async () => {
  const { folder, path } = guide();
  const link = join(folder, '00000001.journal');
  symlinkSync(path, link);
  await expect(appendFile(realDisk, link, Buffer.from('more'), 3)).rejects.toThrow(/ELOOP/);
  expect(readFileSync(path, 'utf8')).toBe('old');
});

it('[F05] what is written on is written in full, in as many turns as the disk takes', async () => {
  const { folder, path } = guide();
  const disk = diskWithFiles((file) => {
    const write = file.write.bind(file);
    file.write = ((bytes: Uint8Array, from: number, length: number, at: number) =>
      write(bytes, from, Math.min(length, 3), at)) as typeof file.write;
  });
  await appendFile(disk, path, Buffer.from(' and more'), 3);
  expect(readFileSync(path, 'utf8')).toBe('old and more');
  expect(readdirSync(folder)).toEqual(['guide.md']);
});
