/** The text of a file and how sure it is: only strict UTF-8 may be edited, the rest is a guess to look at. */
export interface DecodedText {
  readonly text: string;
  readonly bom: boolean;
  /**
   * Name of the encoding guessed where the bytes are not UTF-8: `utf-8` for UTF-8 that is broken in
   * places, `binary` where none fits; in both, U+FFFD stands for what cannot be read.
   */
  readonly guess?: string;
}

type Legacy = 'utf-16le' | 'utf-16be' | 'euc-jp' | 'shift_jis';

/** How much of a text is looked at to judge a guess, in UTF-16 units. */
const sampleLength = 64 * 1024;

/** Decodes strictly, keeping everything but the mark at the start; guesses where that is not possible. */
export function decodeGuide(bytes: Uint8Array): DecodedText {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf16 = guessUtf16(bytes);
  if (utf16 === undefined) {
    const text = decode('utf-8', bom ? bytes.subarray(3) : bytes);
    if (text !== undefined) return { text, bom };
  }
  const broken = new TextDecoder().decode(bytes);
  if (utf16 === undefined && isMostlyRead(broken)) return { text: broken, bom, guess: 'utf-8' };
  const names: readonly Legacy[] =
    utf16 === undefined ? ['euc-jp', 'shift_jis', 'utf-16le', 'utf-16be'] : [utf16];
  const guesses = names
    .map((guess) => ({ guess, text: decode(guess, bytes) }))
    .filter((found): found is { guess: Legacy; text: string } => found.text !== undefined)
    .map((found) => ({ ...found, odd: oddShare(found.text) }))
    .sort((a, b) => a.odd - b.odd);
  const best = guesses[0];
  // A mark at the start says what the text is, in whatever script.
  const marked = best?.guess === markedUtf16(bytes);
  if (best && (marked || best.odd < 0.3)) return { text: best.text, bom: false, guess: best.guess };
  return { text: broken, bom, guess: 'binary' };
}

function markedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 by its mark, or by the zero bytes of the Latin letters in it. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const marked = markedUtf16(bytes);
  if (marked !== undefined) return marked;
  const start = bytes.subarray(0, 4096);
  if (!start.includes(0)) return undefined;
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  // A stray NUL in a text is kept and edited as it is; one in ten bytes is no text in UTF-8.
  if (even + odd === 0 || even + odd < start.length / 10) return undefined;
  return odd >= even ? 'utf-16le' : 'utf-16be';
}

// One for all files: making a decoder costs more than a short text.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    const decoder = encoding === 'utf-8' ? utf8 : new TextDecoder(encoding, { fatal: true });
    return decoder.decode(bytes);
  } catch {
    // Not in this encoding, or the runtime does not know it.
    return undefined;
  }
}

/** Whether UTF-8 is only broken in places: Japanese that reads well outnumbers what cannot be read. */
function isMostlyRead(text: string): boolean {
  const sample = text.slice(0, sampleLength);
  const lost = sample.match(/\ufffd/g)?.length ?? 0;
  // Bytes of other encodings form a character of these by chance only.
  const read = sample.match(/[\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60]/g)?.length ?? 0;
  return lost > 0 && read >= 2 * lost;
}

/**
 * The share of characters that Japanese manuscripts do not have: text read in the wrong encoding is full
 * of half-width kana, private or control characters and other scripts. Kana count against it, since a
 * wrong reading hardly ever has them.
 */
function oddShare(text: string): number {
  const sample = text.slice(0, sampleLength);
  if (sample === '') return 0;
  const usual =
    /[\t\n\r -~\u00a0-\u00ff\u2010-\u27bf\u3000-\u30ff\u4e00-\u9fff\uff01-\uff60\uffe0-\uffe6\p{Extended_Pictographic}]|[\u20e3\ufe0f]/gu;
  const kana = sample.match(/[\u3041-\u30fe]/g)?.length ?? 0;
  return (sample.replaceAll(usual, '').length - 0.2 * kana) / sample.length;
}

/** Whether every byte is in the text, as far as that can be told without an encoder for each encoding. */
export function isLossless({ text, guess }: DecodedText, bytes: Uint8Array): boolean {
  if (guess !== 'utf-16le' && guess !== 'utf-16be') return !text.includes('\ufffd');
  const again = Buffer.from(text, 'utf16le');
  if (guess === 'utf-16be') again.swap16();
  // The mark is not part of the text.
  const marked = bytes.length === again.length + 2;
  return again.equals(marked ? bytes.subarray(2) : bytes);
}
