import { countColumn, type EditorState, type Line } from '@codemirror/state';
import type { SyntaxNode, Tree } from '@lezer/common';
import { readListLine } from './list-line.ts';

/** An item of a list in the syntax, with the columns (from 0) that Markdown goes by. */
export interface ListItem {
  readonly node: SyntaxNode;
  /** Its first line. */
  readonly line: Line;
  /** Where its marker stands. */
  readonly column: number;
  /** Where its words begin, and everything that belongs to it. */
  readonly content: number;
}

/** The quote marks that a line of a quoted list begins with; empty where the list is not quoted. */
export function quotePrefix(node: SyntaxNode, line: Line): string {
  for (let outer = node.parent; outer; outer = outer.parent) {
    if (outer.name === 'Blockquote') return /^(?:[ \t]{0,3}>[ \t]?)*/.exec(line.text)?.[0] ?? '';
  }
  return '';
}

/** Reads an item of the syntax. */
function itemOf(state: EditorState, node: SyntaxNode): ListItem {
  const line = state.doc.lineAt(node.from);
  const column = countColumn(line.text, state.tabSize, node.from - line.from);
  const words = readListLine(line.text);
  const mark = words?.mark.length ?? 1;
  const gap = words?.gap.length ?? 1;
  // More than four blanks after a marker are code; an empty item has one.
  const width = gap === 0 || gap > 4 ? 1 : gap;
  return { node, line, column, content: column + mark + width };
}

/** The innermost item that an offset is in. */
export function itemAt(state: EditorState, tree: Tree, at: number): ListItem | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node; node = node.parent) {
    if (node.name === 'ListItem') return itemOf(state, node);
  }
  return undefined;
}

/** The item around another one; `undefined` at the outermost list. */
export function parentItem(state: EditorState, { node }: ListItem): ListItem | undefined {
  const outer = node.parent?.parent;
  return outer?.name === 'ListItem' ? itemOf(state, outer) : undefined;
}

/** The item before another one in the same list. */
export function previousItem(state: EditorState, { node }: ListItem): ListItem | undefined {
  // In a quotation, the marks of its lines stand between the items.
  for (let before = node.prevSibling; before; before = before.prevSibling) {
    if (before.name === 'ListItem') return itemOf(state, before);
  }
  return undefined;
}

/** The last item of a list inside another item. */
export function lastInside(state: EditorState, { node }: ListItem): ListItem | undefined {
  const list = node.getChildren('BulletList').concat(node.getChildren('OrderedList')).at(-1);
  const last = list?.getChildren('ListItem').at(-1);
  return last && itemOf(state, last);
}

// The nearest item inside another one is looked for this many lines around.
const LOOK_LINES = 500;
// A list without an outermost item would be gone through again and again: no more lines than this are read.
const READ_LINES = 4000;

/** By how many columns the guide sets an item off from the one that it is in; `undefined` where it has none such. */
export function nestingStep(state: EditorState, near: Line): number | undefined {
  const { doc } = state;
  let left = READ_LINES;
  const indentOf = (number: number): number | undefined => {
    left -= 1;
    if (number < 1 || number > doc.lines || left < 0) return undefined;
    const item = readListLine(doc.line(number).text);
    return item && !item.prefix.includes('>') ? countColumn(item.prefix, state.tabSize) : undefined;
  };
  const stepAt = (number: number): number | undefined => {
    const indent = indentOf(number);
    if (indent === undefined || indent === 0) return undefined;
    for (let above = number - 1; above >= Math.max(1, number - LOOK_LINES); above -= 1) {
      const outer = indentOf(above);
      if (outer !== undefined && outer < indent) return indent - outer;
    }
    return undefined;
  };
  for (let distance = 0; distance <= LOOK_LINES; distance += 1) {
    const step = stepAt(near.number - distance) ?? stepAt(near.number + distance);
    if (step !== undefined) return step;
  }
  return undefined;
}
