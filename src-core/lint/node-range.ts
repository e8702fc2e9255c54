import type { Nodes } from 'mdast';
import type { TextRange } from '../document/pointer.ts';

/** Where a node of a parsed body stands in it; an empty range at 0 for a node that no text made. */
export function rangeOfNode({ position }: Nodes): TextRange {
  const from = position?.start.offset ?? 0;
  return { from, to: position?.end.offset ?? from };
}

/** The range of the line that begins at or before an offset and ends before its line end. */
export function lineAt(text: string, offset: number): TextRange {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  let to = end < 0 ? text.length : end;
  if (text[to - 1] === '\r' && to > from) to -= 1;
  return { from, to };
}
