import type { EditorState, TransactionSpec } from '@codemirror/state';

/** Quote marks and indent that a new line below this one needs to stand in the same quote or list. */
function prefixBelow(text: string): string {
  const [own = ''] = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(text) ?? [];
  return own.replace(/[-*+]|\d+[.)]/g, (marker) => ' '.repeat(marker.length));
}

const isBlank = (text: string): boolean => /^[\s>]*$/.test(text);

/**
 * A change that puts a block of lines in the place of a range, with a blank line on either side of it where
 * there is none; `block` is given what each of its lines begins with. The caret goes to `caretIn`, an
 * offset in the block; to its end unless given.
 */
export function blockInsertion(
  state: EditorState,
  { from, to }: { readonly from: number; readonly to: number },
  block: (prefix: string) => string,
  caretIn?: (text: string) => number,
): TransactionSpec {
  const [first, last] = [state.doc.lineAt(from), state.doc.lineAt(to)];
  const before = first.text.slice(0, from - first.from);
  const after = last.text.slice(to - last.from);
  const prefix = prefixBelow(first.text).slice(0, isBlank(before) ? before.length : undefined);
  const blank = prefix.trimEnd();
  const previous = first.number > 1 ? state.doc.line(first.number - 1).text : '';
  const next = last.number < state.doc.lines ? state.doc.line(last.number + 1).text : '';
  const inside = block(prefix);
  let lead = '';
  if (!isBlank(before)) lead = `\n${blank}\n`;
  else if (!isBlank(previous)) lead = `${blank}\n`;
  let tail = '';
  if (!isBlank(after)) tail = `\n${blank}\n${prefix}`;
  else if (!isBlank(next)) tail = `\n${blank}`;
  const start = isBlank(before) ? first.from : from;
  const end = isBlank(after) ? last.to : to;
  const caret = start + lead.length + (caretIn?.(inside) ?? inside.length);
  return {
    changes: { from: start, to: end, insert: lead + inside + tail },
    selection: { anchor: caret },
  };
}
