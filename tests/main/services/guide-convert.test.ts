import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultConfig } from '#core/catalog/read-config';
import { realDisk } from '../../../src-main/files/disk.ts';
import { createGlobMatcher } from '../../../src-main/files/guide-globs.ts';
import { readGuide } from '../../../src-main/files/guide-files.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { createSaver, type Saver } from '../../../src-main/files/saver.ts';
import { createGuideConvertService } from '../../../src-main/services/guide-convert.ts';
import { diskWithFiles, systemError } from '../../support/disk-faults.ts';
import { fakeWindow } from '../../support/fake-window.ts';
import { legacyEncoder } from '../../support/legacy-encoder.ts';
import { windowWithFolder } from '../../support/open-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const text =
  '---json\r\n{\r\n  "title": "命に寄り添う仕事"\r\n}\r\n---\r\n# [完全ガイド] Nurse: 命に寄り添う仕事\r\n\r\n看護師の仕事は、患者さんの療養を支えることです。\\ ~ ① ｶﾅ\n\n\n';
const utf16 = (content: string): Buffer => Buffer.from(content, 'utf16le');

/** The same text as writers' programs of old have saved it. */
const encodings = [
  ['shift_jis', legacyEncoder('shift_jis').encode(text)],
  ['euc-jp', legacyEncoder('euc-jp').encode(text)],
  ['utf-16le', utf16(`\ufeff${text}`)],
  ['utf-16be', utf16(`\ufeff${text}`).swap16()],
  ['utf-16le', utf16(text)],
  ['utf-16be', utf16(text).swap16()],
] as const;

async function folderWith(bytes: Uint8Array, saver: Pick<Saver, 'save'> = createSaver()) {
  const root = temporaryFolder();
  mkdirSync(join(root, 'guides'));
  writeFileSync(join(root, 'guides', 'nurse.md'), bytes);
  writeFileSync(join(root, 'guides', 'other.md'), 'other');
  const folder = await windowWithFolder(root);
  const service = createGuideConvertService({ saver });
  const path = 'guides/nurse.md';
  return {
    root,
    ...folder,
    convert: (baseHash = hashOf(bytes)) =>
      service['guide.convert']({ path, baseHash }, folder.window),
    open: () => readGuide(root, path),
    read: (name: string) => readFileSync(join(root, 'guides', name)),
    names: () => readdirSync(join(root, 'guides')).sort(),
  };
}

describe('converting a guide to UTF-8', () => {
  it.each(encodings)(
    '[F46] %s opens to read with a guess that reads right; converted, every character is there and every old byte is kept',
    async (encoding, bytes) => {
      const { open, convert, read, names, started } = await folderWith(bytes);

      expect(await open()).toEqual({
        ok: true,
        value: {
          path: 'guides/nurse.md',
          text,
          bom: false,
          hash: hashOf(bytes),
          readOnly: 'not-utf8',
          encoding,
        },
      });
      const kept = `nurse.md.${encoding}.orig`;
      expect(await convert()).toEqual({ ok: true, value: { original: `guides/${kept}` } });

      expect(read('nurse.md').toString('utf8')).toBe(text);
      expect(read(kept).equals(bytes)).toBe(true);
      expect(names()).toEqual(['nurse.md', kept, 'other.md']);
      expect(read('other.md').toString()).toBe('other');
      expect(await open()).toEqual({
        ok: true,
        value: { path: 'guides/nurse.md', text, bom: false, hash: hashOf(text) },
      });
      expect(started[0]?.calls.at(-1)).toBe('filesChanged ["guides/nurse.md"]');
      expect(createGlobMatcher(defaultConfig().guides)(`guides/${kept}`)).toBe(false);
    },
  );

  const [, sjis] = encodings[0];

  it('[F46] never writes over an original that is kept already, nor over whatever has its name', async () => {
    const { root, convert, read, names } = await folderWith(sjis);
    writeFileSync(join(root, 'guides', 'nurse.md.shift_jis.orig'), 'older');
    symlinkSync('/nowhere', join(root, 'guides', 'nurse.md.shift_jis-2.orig'));
    mkdirSync(join(root, 'guides', 'nurse.md.shift_jis-3.orig'));

    expect(await convert()).toEqual({
      ok: true,
      value: { original: 'guides/nurse.md.shift_jis-4.orig' },
    });

    expect(read('nurse.md.shift_jis.orig').toString()).toBe('older');
    expect(read('nurse.md.shift_jis-4.orig').equals(sjis)).toBe(true);
    expect(names()).toHaveLength(6);
  });

  it('[F35][F46] leaves a file alone that is no longer the one that was shown', async () => {
    const { convert, read, names } = await folderWith(sjis);

    expect(await convert(hashOf('older'))).toMatchObject({ failure: { code: 'changed-on-disk' } });

    expect(names()).toEqual(['nurse.md', 'other.md']);
    expect(read('nurse.md').equals(sjis)).toBe(true);
  });

  it.each([
    ['UTF-8', Buffer.from(text), undefined, 'bad-request'],
    ['UTF-8 cut off in a character', Buffer.from(text).subarray(0, -4 - 1), 'utf-8', 'not-utf8'],
    ['UTF-8 with a stray byte', Buffer.from([...Buffer.from(text), 0xff]), 'utf-8', 'not-utf8'],
    ['no text', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00, 0x81]), 'binary', 'not-utf8'],
    [
      'no text, all of it zeros',
      Buffer.from('\0\x01\x02\0\x03\x04\0'.repeat(8)),
      'binary',
      'not-utf8',
    ],
    ['[F49] half a character', Buffer.from([0x61, 0xed, 0xa0, 0x80, 0xff]), 'binary', 'not-utf8'],
    ['UTF-16 cut off', utf16(`\ufeff${text}`).subarray(0, -1), 'binary', 'not-utf8'],
    ['[F49] half a pair', utf16('\ufeffa\ud83d'), 'binary', 'not-utf8'],
  ])('[F46] does not touch %s', async (_, bytes, encoding, code) => {
    const { open, convert, read, names } = await folderWith(bytes);

    const opened = await open();
    expect(opened.ok && opened.value.encoding).toBe(encoding);
    expect(await convert()).toMatchObject({ failure: { code } });

    expect(names()).toEqual(['nurse.md', 'other.md']);
    expect(read('nurse.md').equals(bytes)).toBe(true);
  });

  it('[F17] refuses a file of more than 20 MB', async () => {
    const bytes = Buffer.concat(Array.from({ length: 21 * 8192 }, () => sjis));
    const { convert, names } = await folderWith(bytes);

    expect(await convert()).toMatchObject({ failure: { code: 'too-large' } });
    expect(names()).toEqual(['nurse.md', 'other.md']);
  });

  it('[F05][F46] a full disk while the original is kept leaves the guide as it was, and nothing else', async () => {
    const disk = diskWithFiles((file) => {
      file.writeFile = () => Promise.reject(systemError('ENOSPC'));
    });
    const { convert, read, names } = await folderWith(sjis, createSaver({ disk }));

    expect(await convert()).toMatchObject({ failure: { code: 'disk-full' } });

    expect(names()).toEqual(['nurse.md', 'other.md']);
    expect(read('nurse.md').equals(sjis)).toBe(true);
  });

  it('[F05][F46] a fault while the guide is replaced leaves it and the original whole', async () => {
    const disk = { ...realDisk, rename: () => Promise.reject(systemError('ENOSPC')) };
    const { convert, read, names } = await folderWith(sjis, createSaver({ disk }));

    expect(await convert()).toMatchObject({ failure: { code: 'disk-full' } });

    expect(names()).toEqual(['nurse.md', 'nurse.md.shift_jis.orig', 'other.md']);
    expect(read('nurse.md').equals(sjis)).toBe(true);
    expect(read('nurse.md.shift_jis.orig').equals(sjis)).toBe(true);
  });

  it('[F35][F46] a change of somebody else between the two writes is not lost', async () => {
    const saver = createSaver();
    const order: string[] = [];
    const { root, convert, read } = await folderWith(sjis, {
      async save(request) {
        order.push(request.path.endsWith('.orig') ? 'original' : 'guide');
        const outcome = await saver.save(request);
        if (order.length === 1) writeFileSync(join(root, 'guides', 'nurse.md'), 'theirs');
        return outcome;
      },
    });

    expect(await convert()).toMatchObject({ failure: { code: 'changed-on-disk' } });

    expect(order).toEqual(['original', 'guide']);
    expect(read('nurse.md').toString()).toBe('theirs');
    expect(read('nurse.md.shift_jis.orig').equals(sjis)).toBe(true);
  });

  it.each(['../x.md', '.git/x.md', 'guides/nurse.md.orig', 'guides/out.md'])(
    '[T18][T22][T25] never converts %s',
    async (path) => {
      const outside = temporaryFolder();
      writeFileSync(join(outside, 'x.md'), sjis);
      const { root, window } = await folderWith(sjis);
      symlinkSync(join(outside, 'x.md'), join(root, 'guides', 'out.md'));
      const service = createGuideConvertService({ saver: createSaver() });

      const result = await service['guide.convert']({ path, baseHash: hashOf(sjis) }, window);

      expect(result).toMatchObject({ failure: { code: 'outside-workspace' } });
      expect(readdirSync(outside)).toEqual(['x.md']);
      expect(readFileSync(join(outside, 'x.md')).equals(sjis)).toBe(true);
    },
  );

  it('[F24] finds a name for the original of a guide whose own name is as long as can be', async () => {
    const { root, window } = await folderWith(sjis);
    const name = `${'看'.repeat(84)}.md`;
    writeFileSync(join(root, name), sjis);
    const service = createGuideConvertService({ saver: createSaver() });

    const result = await service['guide.convert']({ path: name, baseHash: hashOf(sjis) }, window);

    expect(result).toMatchObject({ ok: true });
    const kept = result.ok ? result.value.original : '';
    expect(kept).toMatch(/^看+\.shift_jis\.orig$/);
    expect(readFileSync(join(root, kept)).equals(sjis)).toBe(true);
  });

  it('needs an open folder', async () => {
    const service = createGuideConvertService({ saver: createSaver() });
    expect(
      await service['guide.convert']({ path: 'a.md', baseHash: '' }, fakeWindow()),
    ).toMatchObject({ failure: { code: 'no-workspace' } });
  });
});
