import type { EditorState, Line } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import type { FormatCommand } from './format-command.ts';
import {
  type ListKind,
  type ListLine,
  markerStyle,
  type MarkerStyle,
  numberOf,
  readListLine,
} from './list-line.ts';
import { formatSpec, isInside, touchedLines } from './touched-lines.ts';

interface Target {
  readonly line: Line;
  readonly item: ListLine | undefined;
}

/** The lines that can be items: those which are, and words outside of any; else all of them. */
function targetsOf(tree: Tree, lines: readonly Line[]): readonly Target[] {
  const all = lines.map((line) => ({ line, item: readListLine(line.text) }));
  const isBelow = (line: Line): boolean =>
    /^[ \t>]*[ \t]/.test(line.text) && isInside(tree, line, /^ListItem$/);
  const own = all.filter(({ line, item }) => item ?? !isBelow(line));
  return own.length > 0 ? own : all;
}

const prefixOf = (text: string): string => /^(?:[ \t]*>)*[ \t]*/.exec(text)?.[0] ?? '';

/** Counts the items of a numbered list, those inside others from 1 again. */
function createCounter(state: EditorState, first: Target): (prefix: string) => number {
  const next = new Map<number, number>();
  const above = first.line.number > 1 ? state.doc.line(first.line.number - 1) : undefined;
  const before = above && readListLine(above.text);
  const last = before && numberOf(before);
  if (before && last !== undefined) next.set(before.prefix.length, last + 1);
  return ({ length }) => {
    for (const indent of next.keys()) if (indent > length) next.delete(indent);
    const number = next.get(length) ?? 1;
    next.set(length, number + 1);
    return number;
  };
}

/** Blanks after a marker; as many as keep what hangs below an item where it is. */
function gapFor(tree: Tree, { line, item }: Target, mark: string, { gap }: MarkerStyle): string {
  if (!item) return gap;
  const start = line.from + item.prefix.length;
  for (let node = tree.resolveInner(start, 1); node.parent; node = node.parent) {
    if (node.name !== 'ListItem' || node.from !== start) continue;
    const width = item.mark.length + item.gap.length;
    return node.to > line.to ? ' '.repeat(Math.max(1, width - mark.length)) : gap;
  }
  return gap;
}

/**
 * Makes the lines with a caret or selection items of a list, written as the nearest list of the guide,
 * or plain lines where all of them are such items. Items of another kind of list change to this one.
 */
export function toggleList(kind: ListKind): FormatCommand {
  return (state) => {
    const { lines, tree, refused } = touchedLines(state);
    const targets = targetsOf(tree, lines);
    const [first] = targets;
    if (!first) return { refused: refused ?? 'nothing' };
    const isOn = targets.every(({ item }) => item?.kind === kind);
    const style = markerStyle(state, first.line, kind);
    const count = createCounter(state, first);
    const edits = targets.map((target): TextEdit => {
      const { line, item } = target;
      const prefix = item?.prefix ?? prefixOf(line.text);
      const from = line.from + prefix.length;
      const to = from + (item ? item.mark.length + item.gap.length + item.box.length : 0);
      if (isOn) return { from, to, insert: '' };
      if (item && item.kind !== 'ordered' && kind !== 'ordered') {
        const box = from + item.mark.length + item.gap.length;
        return { from: box, to, insert: kind === 'task' ? item.box || '[ ] ' : '' };
      }
      const mark = kind === 'ordered' ? `${String(count(prefix))}${style.sign}` : style.sign;
      const gap = gapFor(tree, target, mark, style);
      return { from, to, insert: `${mark}${gap}${kind === 'task' ? '[ ] ' : ''}` };
    });
    return { spec: formatSpec(state, edits) };
  };
}
