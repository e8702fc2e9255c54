import type { EditorState } from '@codemirror/state';
import type { SyntaxNodeRef } from '@lezer/common';
import { treeTo } from './format-command.ts';
import { readListLine } from './list-line.ts';

/** Words that are read in one go: a paragraph, a heading, a cell of a table; offsets in the document. */
export interface WordBlock {
  readonly from: number;
  readonly to: number;
}

// Words beyond this many characters around a selection are not read for it.
const READ_AROUND = 20_000;

function contentOf(state: EditorState, { name, from, to, node }: SyntaxNodeRef): WordBlock {
  if (name.startsWith('ATXHeading')) {
    const text = state.sliceDoc(from, to);
    const opening = /^#{1,6}[ \t]*/.exec(text)?.[0].length ?? 0;
    const closing = /[ \t]+#+[ \t]*$|[ \t]+$/.exec(text.slice(opening))?.[0].length ?? 0;
    return { from: from + opening, to: to - closing };
  }
  if (name === 'Task') {
    const marker = /^\[[ xX]\][ \t]*/.exec(state.sliceDoc(from, to))?.[0].length ?? 0;
    return { from: from + marker, to };
  }
  const underline = name.startsWith('SetextHeading') ? node.getChild('HeaderMark') : null;
  return { from, to: underline ? state.doc.lineAt(underline.from).from - 1 : to };
}

/** The blocks of words that a range touches, in order; long ones cut to what is around the range. */
export function wordBlocks(state: EditorState, from: number, to: number): readonly WordBlock[] {
  const blocks: WordBlock[] = [];
  treeTo(state, state.doc.lineAt(to).to).iterate({
    from,
    to,
    enter(node) {
      if (!/^(?:Paragraph|ATXHeading\d|SetextHeading\d|TableCell|Task)$/.test(node.name)) return;
      const content = contentOf(state, node);
      const block = {
        from: Math.max(content.from, from - READ_AROUND),
        to: Math.min(content.to, to + READ_AROUND),
      };
      if (block.from <= block.to && block.to >= from && block.from <= to) blocks.push(block);
      return false;
    },
  });
  return blocks;
}

/**
 * Where a caret's words are: an offset in a block, moved off the marks of a heading, an item or a
 * quotation before it. Without a block on a line that has no words yet; `undefined` on a line that can
 * have none, such as the dashes of a table.
 */
export function wordPlace(
  state: EditorState,
  at: number,
): { readonly at: number; readonly block?: WordBlock } | undefined {
  const line = state.doc.lineAt(at);
  const blocks = wordBlocks(state, line.from, line.to);
  const block =
    blocks.find(({ from, to }) => at >= from && at <= to) ??
    blocks.find(({ from }) => at < from) ??
    blocks.at(-1);
  if (block) {
    // A long paragraph is cut to what is around the caret, and read from there.
    const [near = block] = wordBlocks(state, at, at).filter(
      ({ from, to }) => at >= from && at <= to,
    );
    const isBehindBlanks = at > near.to && state.sliceDoc(near.to, at).trim() === '';
    return { at: Math.max(near.from, isBehindBlanks ? at : Math.min(at, near.to)), block: near };
  }
  const item = readListLine(line.text);
  const prefix = item
    ? item.prefix + item.mark + item.gap + item.box
    : (/^(?:[ \t]*>)*[ \t]*(?:#{1,6}(?:[ \t]+|$))?/.exec(line.text)?.[0] ?? '');
  if (prefix.length < line.text.trimEnd().length) return undefined;
  return { at: Math.max(at, line.from + prefix.length) };
}

/** The parts of a block that stand on a line of their own within a range, without quote marks and indents. */
export function linesWithin(
  state: EditorState,
  block: WordBlock,
  from: number,
  to: number,
): readonly WordBlock[] {
  const start = Math.max(block.from, from);
  const end = Math.min(block.to, to);
  if (start > end) return [];
  const lines: WordBlock[] = [];
  const { doc } = state;
  for (let line = doc.lineAt(start); ; line = doc.line(line.number + 1)) {
    const prefix = line.from > block.from ? (/^[ \t>]*/.exec(line.text)?.[0].length ?? 0) : 0;
    const part = { from: Math.max(start, line.from + prefix), to: Math.min(end, line.to) };
    if (part.from < part.to) lines.push(part);
    if (line.to >= end) return lines;
  }
}
