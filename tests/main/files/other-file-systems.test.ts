import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk } from '../../../src-main/files/disk.ts';
import { moveFile } from '../../../src-main/files/move-file.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { canMount, mountImage } from '../../support/mounted-image.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

// How Windows and macOS tell names apart, on the file systems that do so on Linux too.
const systems = [
  ['NTFS through lowntfs-3g', 'ntfs'],
  ['exFAT through exfat-fuse', 'exfat'],
] as const;

describe.each(systems)('on %s', (_, kind) => {
  it.runIf(canMount(kind))(
    '[F20] a name that changes only in its case: the file stays, under the new name',
    async () => {
      const { folder, writtenNames } = mountImage(temporaryFolder(), kind);
      const [from, to] = [join(folder, 'guide.md'), join(folder, 'Guide.md')];
      writeFileSync(from, 'text');
      expect(await moveFile(realDisk, from, to)).toEqual({ ok: true });
      expect(readFileSync(to, 'utf8')).toBe('text');
      expect(writtenNames()).toEqual(['Guide.md']);
    },
  );

  it.runIf(canMount(kind))('[F21] a new target.md never takes the place of Target.md', async () => {
    const { folder, writtenNames } = mountImage(temporaryFolder(), kind);
    writeFileSync(join(folder, 'Target.md'), 'theirs');
    writeFileSync(join(folder, 'other.md'), 'other');
    const request = { path: join(folder, 'target.md'), bytes: Buffer.from('ours'), expected: null };
    expect(await createSaver().save(request)).toMatchObject({
      ok: false,
      failure: { code: 'already-exists' },
    });
    expect(await moveFile(realDisk, join(folder, 'other.md'), request.path)).toMatchObject({
      ok: false,
      failure: { code: 'already-exists' },
    });
    expect(readFileSync(join(folder, 'Target.md'), 'utf8')).toBe('theirs');
    expect(writtenNames()).toEqual(['Target.md', 'other.md']);
  });

  it.runIf(canMount(kind))(
    '[F16][F21] saves, makes and replaces files, and leaves nothing else',
    async () => {
      const { folder } = mountImage(temporaryFolder(), kind);
      const path = join(folder, 'guide.md');
      const saver = createSaver();
      expect(await saver.save({ path, bytes: Buffer.from('one'), expected: null })).toMatchObject({
        ok: true,
      });
      expect(await saver.save({ path, bytes: Buffer.from('two'), expected: 'any' })).toMatchObject({
        ok: true,
      });
      execFileSync('sync', ['-f', folder]);
      expect(readFileSync(path, 'utf8')).toBe('two');
      expect(readdirSync(folder)).toEqual(['guide.md']);
    },
  );
});
