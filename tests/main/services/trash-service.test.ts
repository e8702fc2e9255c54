import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { realDisk } from '../../../src-main/files/disk.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver } from '../../../src-main/files/saver.ts';
import { sweepTrash } from '../../../src-main/files/trash-folder.ts';
import { createReadOnlyReasons } from '../../../src-main/services/read-only-reasons.ts';
import { createTrashService } from '../../../src-main/services/trash-service.ts';
import { fakeHistory } from '../../support/fake-history.ts';
import { keptLog } from '../../support/kept-log.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const isRoot = process.getuid?.() === 0;
const day = 86_400_000;

async function folderWith(
  files: Readonly<Record<string, string | Uint8Array>>,
  options: {
    readonly systemTrash?: (path: string, bin: string) => Promise<void>;
    readonly copies?: string;
  } = {},
) {
  const root = temporaryFolder();
  const bin = temporaryFolder();
  mkdirSync(join(root, 'guides'));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(root, path), content);
  const folder = await windowWithFolder(root);
  const { systemTrash = async (path) => renameSync(path, join(bin, 'a.md')) } = options;
  const reasons = createReadOnlyReasons();
  const service = createTrashService({
    saver: createSaver(),
    disk: realDisk,
    history: fakeHistory(),
    reasons,
    systemTrash: (path) => systemTrash(path, bin),
    copies: options.copies ?? join(temporaryFolder(), 'trash'),
    now: () => 1_700_000_000_000,
    wait: () => new Promise(() => undefined),
    log: keptLog().log,
  });
  const trash = (values: { text?: string; baseHash?: string; path?: string } = {}) =>
    service['guide.trash'](
      { path: 'guides/a.md', text: null, bom: false, baseHash: null, ...values },
      folder.window,
    );
  const restore = (id: string) => service['guide.restore']({ id }, folder.window);
  const text = (path: string) => readFileSync(join(root, path), 'utf8');
  return { root, bin, ...folder, reasons, trash, restore, text };
}

const noTrash = () => Promise.reject(new Error('there is no trash here'));

async function idOf(trashing: ReturnType<Awaited<ReturnType<typeof folderWith>>['trash']>) {
  const result = await trashing;
  if (!result.ok) throw new Error(result.failure.code);
  return result.value.id;
}

describe.each([
  ['the trash of the system', undefined],
  ['no trash in the system', noTrash],
])('moving a guide to the trash, with %s', (_, systemTrash) => {
  const options = systemTrash === undefined ? {} : { systemTrash };

  it('takes it out of the folder and brings every byte of it back', async () => {
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x82, 0xa0, 0x0d, 0x0a, 0xff]);
    const { root, trash, restore, started } = await folderWith({ 'guides/a.md': bytes }, options);
    chmodSync(join(root, 'guides/a.md'), 0o640);
    const id = await idOf(trash());
    expect(readdirSync(join(root, 'guides'))).toEqual([]);
    expect(started[0]?.calls.at(-1)).toBe('filesChanged ["guides/a.md"]');
    expect(await restore(id)).toEqual({ ok: true, value: { path: 'guides/a.md' } });
    expect(readFileSync(join(root, 'guides/a.md')).equals(bytes)).toBe(true);
    expect(statSync(join(root, 'guides/a.md')).mode & 0o777).toBe(0o640);
    expect(await restore(id)).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('[P3] the text that was not saved goes along, and the file comes back as it was', async () => {
    const { root, bin, trash, restore, text } = await folderWith({ 'guides/a.md': 'old' }, options);
    const result = await trash({ text: '書きかけ', baseHash: hashOf('old') });
    if (!result.ok) throw new Error(result.failure.code);
    const { id, keptIn } = result.value;
    const taken = keptIn === undefined ? join(bin, 'a.md') : join(root, keptIn, 'a.md');
    expect(readFileSync(taken, 'utf8')).toBe('書きかけ');
    await restore(id);
    expect(text('guides/a.md')).toBe('old');
  });

  it('[F13] comes back into its folder, even where that is gone', async () => {
    const { root, trash, restore, text } = await folderWith({ 'guides/a.md': 'a' }, options);
    const id = await idOf(trash());
    rmSync(join(root, 'guides'), { recursive: true });
    expect(await restore(id)).toMatchObject({ ok: true });
    expect(text('guides/a.md')).toBe('a');
  });

  it('[F21] never comes back over a file that has taken its place', async () => {
    const { root, trash, restore, text } = await folderWith({ 'guides/a.md': 'a' }, options);
    const id = await idOf(trash());
    writeFileSync(join(root, 'guides/a.md'), 'theirs');
    expect(await restore(id)).toMatchObject({ failure: { code: 'already-exists' } });
    expect(text('guides/a.md')).toBe('theirs');
  });

  it('[F35] a file that others have changed since the author saw it stays', async () => {
    const { trash, text } = await folderWith({ 'guides/a.md': 'theirs' }, options);
    const refused = await trash({ text: 'mine', baseHash: hashOf('old') });
    expect(refused).toMatchObject({ failure: { code: 'changed-on-disk' } });
    expect(text('guides/a.md')).toBe('theirs');
  });

  it('[F46] no text is written into a file that was opened to read only', async () => {
    const { window, reasons, trash, text } = await folderWith({ 'guides/a.md': 'old' }, options);
    if (window.session) reasons.note(window.session, 'guides/a.md', 'not-utf8');
    expect(await trash({ text: 'guess' })).toMatchObject({ failure: { code: 'not-utf8' } });
    expect(text('guides/a.md')).toBe('old');
    expect(await trash()).toMatchObject({ ok: true });
  });

  it('[F49] a text that no file can hold keeps the guide where it is', async () => {
    const { trash, text } = await folderWith({ 'guides/a.md': 'old' }, options);
    const refused = await trash({ text: '\ud83c', baseHash: hashOf('old') });
    expect(refused).toMatchObject({ failure: { code: 'half-character', detail: '1' } });
    expect(text('guides/a.md')).toBe('old');
  });

  it.each(['guides/link.md', 'out/a.md', '../a.md', '.shirube/a.md', 'guides/no.md', 'guides'])(
    '[T18][T22] never takes %s',
    async (path) => {
      const outside = temporaryFolder();
      writeFileSync(join(outside, 'a.md'), 'theirs');
      const { root, trash } = await folderWith({ 'guides/a.md': 'a' }, options);
      symlinkSync('a.md', join(root, 'guides/link.md'));
      symlinkSync(outside, join(root, 'out'));
      mkdirSync(join(root, '.shirube'));
      writeFileSync(join(root, '.shirube/a.md'), 'a');
      const refused = await trash({ path });
      expect(refused.ok).toBe(false);
      // A link inside the folder is named as what it is, for the words.
      if (path === 'guides/link.md') expect(refused).toMatchObject({ failure: { code: 'linked' } });
      expect(readdirSync(join(root, 'guides')).sort()).toEqual(['a.md', 'link.md']);
      expect([readdirSync(outside), readdirSync(join(root, '.shirube'))]).toEqual([
        ['a.md'],
        ['a.md'],
      ]);
    },
  );

  it.runIf(isRoot)('[F04] where no copy can be kept first, the guide stays', async () => {
    const copies = temporaryFolder();
    mountSmallVolume(copies);
    const bytes = Buffer.alloc(2_000_000, 'x');
    const { root, trash } = await folderWith({ 'guides/a.md': bytes }, { ...options, copies });
    expect(await trash()).toMatchObject({ failure: { code: 'disk-full' } });
    expect(readFileSync(join(root, 'guides/a.md')).equals(bytes)).toBe(true);
  });
});

describe('a system whose trash does not work', () => {
  it('[F53] the very file goes into a folder of ours, out of version control, and is never deleted', async () => {
    const { root, trash } = await folderWith({ 'guides/a.md': 'a' }, { systemTrash: noTrash });
    const { ino } = statSync(join(root, 'guides/a.md'));
    const result = await trash();
    if (!result.ok) throw new Error(result.failure.code);
    const { keptIn = '' } = result.value;
    expect(keptIn).toMatch(/^\.shirube\/trash\/1700000000000-[0-9a-f]{8}$/);
    expect(statSync(join(root, keptIn, 'a.md')).ino).toBe(ino);
    expect(readFileSync(join(root, '.shirube/trash/.gitignore'), 'utf8')).toBe('*\n');
  });

  it('[F53] a trash that says yes and does nothing is not believed', async () => {
    const { root, trash } = await folderWith(
      { 'guides/a.md': 'a' },
      { systemTrash: async () => undefined },
    );
    expect(await trash()).toMatchObject({
      ok: true,
      value: { keptIn: expect.stringMatching(/^\.shirube/) },
    });
    expect(existsSync(join(root, 'guides/a.md'))).toBe(false);
  });

  it('a trash that took the guide and then complained took it', async () => {
    const { bin, trash } = await folderWith(
      { 'guides/a.md': 'a' },
      {
        async systemTrash(path, to) {
          renameSync(path, join(to, 'a.md'));
          throw new Error('could not write the date');
        },
      },
    );
    const result = await trash();
    expect(result.ok && result.value.keptIn).toBeUndefined();
    expect(readFileSync(join(bin, 'a.md'), 'utf8')).toBe('a');
  });

  it.runIf(isRoot)(
    '[F53][P3] where even that cannot be done, the file stays as it was, not even saved',
    async () => {
      const { root, trash, restore, text } = await folderWith(
        { 'guides/a.md': 'old' },
        { systemTrash: noTrash },
      );
      // Nobody, not even root, may make anything in an immutable folder.
      mkdirSync(join(root, '.shirube'));
      execFileSync('/usr/bin/chattr', ['+i', join(root, '.shirube')]);
      onTestFinished(() => void execFileSync('/usr/bin/chattr', ['-i', join(root, '.shirube')]));
      const result = await trash({ text: 'new', baseHash: hashOf('old') });
      expect(result).toMatchObject({ failure: { code: 'not-allowed' } });
      expect(text('guides/a.md')).toBe('old');
      expect(await restore('x')).toMatchObject({ failure: { code: 'not-found' } });
    },
  );

  it('[T18] a trash of ours that is a link leading out is not used', async () => {
    const outside = temporaryFolder();
    const { root, trash, text } = await folderWith(
      { 'guides/a.md': 'a' },
      { systemTrash: noTrash },
    );
    mkdirSync(join(root, '.shirube'));
    symlinkSync(outside, join(root, '.shirube/trash'));
    expect(await trash()).toMatchObject({ failure: { code: 'outside-workspace' } });
    expect([text('guides/a.md'), readdirSync(outside)]).toEqual(['a', []]);
  });
});

describe('sweeping a trash of ours', () => {
  it('[F53][F25] takes away only what has lain there for more than 30 days', async () => {
    const trash = temporaryFolder();
    const now = 1_700_000_000_000;
    const place = (days: number) => `${now - days * day}-0123abcd`;
    for (const name of [place(31), place(29), place(-400), 'mine', `${now - 99 * day}-x`]) {
      mkdirSync(join(trash, name));
      writeFileSync(join(trash, name, 'a.md'), 'a');
    }
    writeFileSync(join(trash, `${now - 50 * day}-0123abcd`), 'a file');
    expect(await sweepTrash(trash, now)).toBe(1);
    expect(readdirSync(trash).sort()).toEqual(
      [place(29), place(-400), 'mine', `${now - 99 * day}-x`, `${now - 50 * day}-0123abcd`].sort(),
    );
  });
});
