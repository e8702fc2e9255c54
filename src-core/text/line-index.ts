/** A place in a text as the Language Server Protocol counts it: both from 0, characters in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Converts between UTF-16 offsets (from 0) and lines; built once per text, each look-up is a binary search. */
export interface LineIndex {
  /** How many lines the text has; an empty text has one. */
  readonly lineCount: number;
  /** The place of an offset; an offset outside the text is taken as its nearest end. */
  positionAt(offset: number): Position;
  /** The offset at which a line (from 0) begins. */
  lineStart(line: number): number;
}

/** Indexes the line starts of a text; CRLF, LF and a lone CR each end one line. */
export function createLineIndex(text: string): LineIndex {
  const starts = [0];
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit === 10) starts.push(i + 1);
    else if (unit === 13) {
      if (text.charCodeAt(i + 1) === 10) i += 1;
      starts.push(i + 1);
    }
  }
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  return {
    lineCount: starts.length,
    positionAt(offset) {
      const clamped = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(clamped);
      return { line, character: clamped - starts[line]! };
    },
    lineStart: (line) => starts[Math.max(0, Math.min(line, starts.length - 1))]!,
  };
}
