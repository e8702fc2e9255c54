import { splitGuide } from '#core/document/guide-parts';
import { type Diagnostic } from '#core/lint/diagnostic';
import { lintMessages } from '#core/messages/lint';
import { localize } from '#core/messages/messages';
import { decodeGuide } from '../files/decode-guide.ts';

/** Largest file that is checked, in bytes (F17). */
const maxGuideBytes = 20 * 1024 * 1024;

/** How much of each file is read for the list: the guide details and the H1 of nearly every guide. */
export const headBytes = 4096;

/** Why the text of a file cannot be checked. */
export type Unreadable = 'not-utf8' | 'too-large';

const keys = {
  'not-utf8': 'notUtf8',
  'too-large': 'tooLarge',
  'name-not-utf8': 'nameNotUtf8',
} as const;

/** The text of a file as it is on disk, mark and line ends included; only strict UTF-8 is one. */
export function decodeFile(bytes: Uint8Array): string | Unreadable {
  if (bytes.length > maxGuideBytes) return 'too-large';
  const { text, bom, guess } = decodeGuide(bytes);
  if (guess !== undefined) return 'not-utf8';
  return bom ? `\ufeff${text}` : text;
}

/**
 * The text of the first bytes of a file, as far as whole characters go; `undefined` where the guide details
 * do not end in it, so that more must be read, or where it is no UTF-8.
 */
export function decodeHead(bytes: Uint8Array, isWhole: boolean): string | undefined {
  let end = bytes.length;
  if (!isWhole) {
    // A character of several bytes may be cut: go back to where its first byte is.
    let back = end - 1;
    while (back > end - 4 && back > 0 && ((bytes[back] ?? 0) & 0xc0) === 0x80) back -= 1;
    if (((bytes[back] ?? 0) & 0x80) !== 0) end = back;
  }
  const text = decodeFile(bytes.subarray(0, end));
  if (text === 'not-utf8' || text === 'too-large') return undefined;
  const { kind, closed } = splitGuide(text);
  return isWhole || kind === 'none' || kind === 'refused' || closed ? text : undefined;
}

/** The same of a file whose bytes are all there; its end is decoded only where the guide details reach that far. */
export function headOf(bytes: Uint8Array): string | undefined {
  const text = decodeHead(bytes.subarray(0, headBytes), bytes.length <= headBytes);
  return text === undefined && bytes.length > headBytes ? decodeHead(bytes, true) : text;
}

/** The finding that a file which cannot be read has instead of all others. */
export function unreadableFinding(reason: Unreadable | 'name-not-utf8'): Diagnostic {
  const key = keys[reason];
  return {
    code: reason,
    severity: 'error',
    from: 0,
    to: 0,
    message: localize(lintMessages, key),
    advice: localize(lintMessages, `${key}Advice`),
  };
}
