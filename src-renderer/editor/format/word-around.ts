import type { EditorState } from '@codemirror/state';
import type { TextRange } from '#core/lint/emphasis-place';
import type { WordBlock } from './word-blocks.ts';

// Words are looked for this many characters to both sides of the caret.
const AROUND = 200;

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/**
 * The word that an offset is inside of; `undefined` at its edges. Japanese has no blanks between words:
 * a caret at an edge is where the author writes on, not a word that was pointed at.
 */
export function wordAround(
  state: EditorState,
  block: WordBlock,
  at: number,
): TextRange | undefined {
  const line = state.doc.lineAt(at);
  const from = Math.max(block.from, line.from, at - AROUND);
  const text = state.sliceDoc(from, Math.min(block.to, line.to, at + AROUND));
  const found = segmenter.segment(text).containing(at - from);
  if (found?.isWordLike !== true || from + found.index === at) return undefined;
  return { from: from + found.index, to: from + found.index + found.segment.length };
}
