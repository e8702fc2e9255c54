/** Where every sixteenth line of a text begins (UTF-16 offsets): a text's lines are counted from the nearest. */
export type LineMarks = Uint32Array;

const step = 16;

/** A line: its number from 1, and where it begins. */
export interface LineStart {
  readonly line: number;
  readonly from: number;
}

/** The marks of a text with LF line ends. */
export function findLineMarks(text: string): LineMarks {
  const marks: number[] = [0];
  let line = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    line += 1;
    if ((line - 1) % step === 0) marks.push(at + 1);
  }
  return Uint32Array.from(marks);
}

/** The last marked line that begins at or before an offset. */
export function markedLineBefore(marks: LineMarks, offset: number): LineStart {
  let low = 0;
  let high = marks.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((marks[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return { line: low * step + 1, from: marks[low] ?? 0 };
}
