import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeGuide, isLossless } from '../../../src-main/files/decode-guide.ts';
import { legacyEncoder } from '../../support/legacy-encoder.ts';

const folder = join(import.meta.dirname, '../../../content/guides');
const sample = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

const shiftJis = legacyEncoder('shift_jis');
const eucJp = legacyEncoder('euc-jp');
/** What the encodings of old can write: no emoji. */
const writable = [...sample].filter((one) => shiftJis.has(one) && eucJp.has(one)).join('');
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  shift_jis: shiftJis.encode,
  'euc-jp': eucJp.encode,
  'utf-16le': utf16,
  'utf-16be': (text) => utf16(text).swap16(),
};

/** Passages of a length from all over the sample. */
function* passages(length: number): Generator<string> {
  for (let at = 0; at + length <= writable.length; at += 197) yield writable.slice(at, at + length);
}

describe('guessing an encoding', () => {
  it.each([
    [400, 0],
    [60, 0],
    [20, 0.02],
  ])(
    '[F46] reads passages of %i characters of the sample right in every encoding',
    (length, most) => {
      for (const [encoding, encode] of Object.entries(encodings)) {
        const all = [...passages(length)];
        const wrong = all.filter((text) => decodeGuide(encode(text)).text !== text);
        expect(all.length).toBeGreaterThan(200);
        expect({ encoding, share: wrong.length / all.length }).toSatisfy(
          ({ share }: { readonly share: number }) => share <= most,
        );
      }
    },
  );

  it('[F46] takes UTF-8 that is cut or damaged for UTF-8, wherever the damage is', () => {
    for (const text of passages(400)) {
      const bytes = Buffer.from(text);
      const at = bytes.findIndex((byte, index) => index > 300 && byte >= 0x80);
      bytes[at] = 0xff;
      expect(decodeGuide(bytes)).toMatchObject({ guess: 'utf-8' });
    }
  });
});

describe('knowing whether a guess has every byte', () => {
  const bytes = utf16('看護');

  it.each([
    ['utf-16le', '看護', bytes, true],
    ['utf-16le', '看護', Buffer.concat([utf16('\ufeff'), bytes]), true],
    ['utf-16be', '看護', Buffer.from(bytes).swap16(), true],
    ['utf-16le', '看病', bytes, false],
    ['utf-16le', '看護', bytes.subarray(0, -1), false],
    ['utf-16be', '看護', bytes, false],
    ['shift_jis', '看\ufffd', bytes, false],
    ['shift_jis', '看護', bytes, true],
  ])('[F46] %s, %j: %#', (guess, text, file, lossless) => {
    expect(isLossless({ guess, text, bom: false }, file)).toBe(lossless);
  });
});
