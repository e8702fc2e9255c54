import { fold } from '#core/text/fold';

/** A piece of a text, and whether it is part of a hit. */
export interface Piece {
  readonly text: string;
  readonly hit: boolean;
}

// By grapheme, since a half-width kana and its sound mark fold to one character together.
const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/**
 * Folds a text for comparison (width, case and kana alike) and keeps, for each unit of the folded
 * text, the UTF-16 offset of the character it came from; one more entry for the end.
 */
export function foldWithOffsets(text: string): {
  readonly folded: string;
  readonly offsets: readonly number[];
} {
  let folded = '';
  const offsets: number[] = [];
  let position = 0;
  for (const { segment } of graphemes.segment(text)) {
    const part = fold(segment);
    for (let i = 0; i < part.length; i += 1) offsets.push(position);
    folded += part;
    position += segment.length;
  }
  offsets.push(position);
  return { folded, offsets };
}

/** A text in pieces, with each occurrence of the folded words marked; whole where nothing occurs. */
export function highlightWords(text: string, foldedWords: readonly string[]): readonly Piece[] {
  const words = foldedWords.filter((word) => word !== '');
  if (words.length === 0) return [{ text, hit: false }];
  const { folded, offsets } = foldWithOffsets(text);
  const hits = new Uint8Array(text.length);
  for (const word of words) {
    let at = folded.indexOf(word);
    while (at !== -1) {
      hits.fill(1, offsets[at] ?? 0, endOf(offsets, at + word.length));
      at = folded.indexOf(word, at + word.length);
    }
  }
  return piecesOf(text, (index) => hits[index] === 1);
}

// A character that folds to several units ends where the next character begins.
function endOf(offsets: readonly number[], index: number): number {
  const start = offsets[index - 1];
  let end = index;
  while (end < offsets.length - 1 && offsets[end] === start) end += 1;
  return offsets[end] ?? 0;
}

/** A text in pieces by a test of each UTF-16 unit. */
export function piecesOf(text: string, isHit: (index: number) => boolean): readonly Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  for (let i = 1; i <= text.length; i += 1) {
    if (i < text.length && isHit(i) === isHit(start)) continue;
    pieces.push({ text: text.slice(start, i), hit: isHit(start) });
    start = i;
  }
  return pieces;
}
