import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeGuide } from '../../../src-main/files/decode-guide.ts';
import { encodeGuide, readGuide, readHash } from '../../../src-main/files/guide-files.ts';
import { hashOf } from '../../../src-main/files/hash.ts';
import { mountSmallVolume } from '../../support/small-volume.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const sentence = '看護師の仕事は、患者さんの療養を支えることです。';
/** The sentence above in encodings that Node can read but not write. */
const eucJp =
  'b4c7b8eebbd5a4cebbc5bbf6a4cfa1a2b4b5bcd4a4b5a4f3a4cecec5cddca4f2bbd9a4a8a4eba4b3a4c8a4c7a4b9a1a3';
const shiftJis =
  '8ac58cec8e7482cc8e648e9682cd81418ab38ed282b382f182cc97c3977b82f08e7882a682e98 2b182c682c582b78142'.replaceAll(
    ' ',
    '',
  );

describe('reading a guide', () => {
  it.each([
    ['[F45] a BOM', '\ufeff# a\n', '# a\n', true],
    ['[F45] a BOM twice', '\ufeff\ufeffa', '\ufeffa', true],
    ['[F47] mixed line ends', 'a\r\nb\rc\nd\u2028e', 'a\r\nb\rc\nd\u2028e', false],
    ['[F48] no final newline', 'a', 'a', false],
    ['[F48] many blank lines', 'a\n\n\n\n', 'a\n\n\n\n', false],
    ['[F48] a stray NUL', `${sentence}\0${sentence}`, `${sentence}\0${sentence}`, false],
    ['[F48] nothing', '', '', false],
  ])('%s comes back byte-identical', async (_, content, text, bom) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.md'), content);
    const guide = await readGuide(folder, 'a.md');
    expect(guide).toEqual({ ok: true, value: { path: 'a.md', text, bom, hash: hashOf(content) } });
    expect(Buffer.from(encodeGuide(text, bom) ?? []).toString()).toBe(content);
    expect(await readHash(folder, 'a.md')).toBe(hashOf(content));
  });

  it.each([
    ['UTF-16LE', Buffer.from(`\ufeff${sentence}`, 'utf16le'), sentence],
    ['UTF-16BE', Buffer.from(`\ufeff${sentence}`, 'utf16le').swap16(), sentence],
    [
      'UTF-16LE without mark',
      Buffer.from('# Guide in Latin letters', 'utf16le'),
      '# Guide in Latin letters',
    ],
    ['EUC-JP', Buffer.from(eucJp, 'hex'), sentence],
    ['Shift_JIS', Buffer.from(shiftJis, 'hex'), sentence],
  ])('[F46] %s opens read-only with a guess that can be read', async (_, bytes, text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.md'), bytes);
    const guide = await readGuide(folder, 'a.md');
    expect(guide).toMatchObject({ ok: true, value: { text, readOnly: 'not-utf8' } });
  });

  it.each([
    ['a broken sequence', [0x61, 0xff, 0x62]],
    ['[F49] half a character', [0xed, 0xa0, 0x80]],
    ['an overlong form', [0xc0, 0xaf]],
  ])('[F46] %s opens read-only', (_, bytes) => {
    expect(decodeGuide(Uint8Array.from(bytes)).guess).toBeDefined();
  });

  it('[F17] a file of more than 20 MB opens read-only with its beginning', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a.md'), `${sentence}\n`.repeat(400_000));
    const guide = await readGuide(folder, 'a.md');
    expect(guide).toMatchObject({ ok: true, value: { readOnly: 'too-large' } });
    expect(guide.ok && guide.value.text.length).toBeLessThan(256 * 1024);
    expect(guide.ok && guide.value.text.endsWith(`${sentence}\n`)).toBe(true);
    expect(guide.ok && (await readHash(folder, 'a.md')) === guide.value.hash).toBe(true);
  });

  it('[T18] a link that leads out is not opened', async () => {
    const folder = temporaryFolder();
    const outside = temporaryFolder();
    writeFileSync(join(outside, 'a.md'), 'secret');
    symlinkSync(join(outside, 'a.md'), join(folder, 'a.md'));
    expect(await readGuide(folder, 'a.md')).toEqual({
      ok: false,
      failure: { code: 'outside-workspace', detail: 'symlink' },
    });
    expect(await readHash(folder, 'a.md')).toBeNull();
  });

  it('a folder, a named pipe and a missing file are refused at once', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'folder.md'));
    execFileSync('/usr/bin/mkfifo', [join(folder, 'pipe.md')]);
    expect(await readGuide(folder, 'folder.md')).toMatchObject({
      failure: { code: 'not-allowed' },
    });
    expect(await readGuide(folder, 'pipe.md')).toMatchObject({ failure: { code: 'not-allowed' } });
    expect(await readGuide(folder, 'gone.md')).toMatchObject({ failure: { code: 'not-found' } });
  });

  it('[F08][F09] a file that cannot be written opens read-only', async () => {
    const folder = temporaryFolder();
    const path = join(folder, 'a.md');
    // Permission bits do not bind root: a read-only volume does.
    if (process.getuid?.() === 0) {
      const volume = mountSmallVolume(folder);
      writeFileSync(path, 'a');
      volume.remount('ro');
    } else {
      writeFileSync(path, 'a', { mode: 0o444 });
    }
    expect(await readGuide(folder, 'a.md')).toMatchObject({ value: { readOnly: 'not-writable' } });
  });
});

describe('encoding a guide', () => {
  it('[F49] refuses half a character instead of changing it silently', () => {
    expect(encodeGuide('a\ud83db', false)).toBeUndefined();
    expect(encodeGuide('a\udc00', false)).toBeUndefined();
    expect(encodeGuide('😀', false)).toEqual(Buffer.from('😀'));
  });
});
