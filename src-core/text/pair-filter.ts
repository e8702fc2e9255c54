/**
 * Which pairs of neighbouring units a text has, one bit for each by its hash (a Bloom filter): what it
 * does not have need not be looked for.
 */
export type PairFilter = Uint32Array;

/** Bits for each unit of the text, at least; with one hash about one pair in ten is there by chance. */
const bitsPerUnit = 2;

function bitOf(first: number, second: number, bits: number): number {
  // Knuth's multiplicative hash; the upper bits are the good ones.
  const hash = Math.imul((first << 16) | second, 0x9e3779b1) >>> 0;
  return (hash >>> 7) & (bits - 1);
}

/** Makes the filter of a text. */
export function createPairFilter(text: string): PairFilter {
  let words = 8;
  while (words * 32 < text.length * bitsPerUnit) words *= 2;
  const filter = new Uint32Array(words);
  let first = text.charCodeAt(0);
  for (let i = 1; i < text.length; i += 1) {
    const second = text.charCodeAt(i);
    const bit = bitOf(first, second, words * 32);
    filter[bit >> 5] = (filter[bit >> 5] ?? 0) | (1 << (bit & 31));
    first = second;
  }
  return filter;
}

/** Whether a text may have a word; `false` is certain. */
export function mayHave(filter: PairFilter, word: string): boolean {
  for (let i = 1; i < word.length; i += 1) {
    const bit = bitOf(word.charCodeAt(i - 1), word.charCodeAt(i), filter.length * 32);
    if (((filter[bit >> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
  }
  return true;
}
