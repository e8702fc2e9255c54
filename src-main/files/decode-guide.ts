/** The text of a file and how sure it is: only strict UTF-8 may be edited, the rest is a guess to look at. */
export interface DecodedText {
  readonly text: string;
  readonly bom: boolean;
  /** Name of the encoding guessed where the bytes are not UTF-8. */
  readonly guess?: string;
}

/** Decodes strictly, keeping everything but the mark at the start; guesses where that is not possible. */
export function decodeGuide(bytes: Uint8Array): DecodedText {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const utf16 = guessUtf16(bytes);
  if (utf16 === undefined) {
    const text = decode('utf-8', bom ? bytes.subarray(3) : bytes);
    if (text !== undefined) return { text, bom };
  }
  const guesses = (utf16 === undefined ? ['euc-jp', 'shift_jis'] : [utf16])
    .map((guess) => ({ guess, text: decode(guess, bytes) }))
    .filter((found): found is { guess: string; text: string } => found.text !== undefined)
    // Japanese text read in the wrong one of the two is full of half-width kana or private characters.
    .sort((a, b) => oddities(a.text) - oddities(b.text));
  const best = guesses[0];
  if (best !== undefined) return { text: best.text, bom: false, guess: best.guess };
  return { text: new TextDecoder().decode(bytes), bom, guess: 'binary' };
}

/** UTF-16 by its mark, or by the zero bytes of the Latin letters in it. */
function guessUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
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

function oddities(text: string): number {
  return text.match(/[\uff61-\uff9f\ue000-\uf8ff\u0080-\u009f]/g)?.length ?? 0;
}
