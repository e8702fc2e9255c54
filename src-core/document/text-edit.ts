/** Replaces the UTF-16 range `from`..`to` (from 0, end excluded) of a text by `insert`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/** The text after all edits; ranges refer to the text before. Overlapping edits throw: they are a bug of the caller. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.from - b.from || a.to - b.to);
  let result = '';
  let position = 0;
  for (const edit of sorted) {
    if (edit.from < position || edit.to < edit.from || edit.to > text.length) {
      throw new RangeError(`edit ${edit.from}..${edit.to} overlaps or leaves the text`);
    }
    result += text.slice(position, edit.from) + edit.insert;
    position = edit.to;
  }
  return result + text.slice(position);
}
