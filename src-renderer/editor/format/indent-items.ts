import { ChangeSet, countColumn, type EditorState, type StateCommand } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import { isVerbatim } from './format-command.ts';
import {
  itemAt,
  lastInside,
  type ListItem,
  nestingStep,
  parentItem,
  previousItem,
  quotePrefix,
} from './list-items.ts';
import { renumberAround } from './renumber.ts';
import { isInside, selectedLines } from './touched-lines.ts';

/** The items that the carets and selections are in, none inside another; `undefined` where one is in no item. */
function selectedItems(state: EditorState): { items: readonly ListItem[]; tree: Tree } | undefined {
  const { lines, tree } = selectedLines(state);
  const full = lines.filter(({ text }) => text.trim() !== '');
  const items = new Map<number, ListItem>();
  for (const line of full) {
    const start = line.from + Math.max(0, line.text.search(/[^\s>]/));
    const item = itemAt(state, tree, start);
    if (!item || isVerbatim(tree, start) || isInside(tree, line, /^Table$/)) return undefined;
    items.set(item.node.from, item);
  }
  const all = [...items.values()].sort((a, b) => a.node.from - b.node.from);
  const outer = all.filter(
    ({ node }) => !all.some((one) => one.node.from < node.from && one.node.to >= node.to),
  );
  return outer.length > 0 ? { items: outer, tree } : undefined;
}

/** The column that an item goes to one level in; `undefined` where nothing is before it that it could be in. */
function innerColumn(
  state: EditorState,
  item: ListItem,
  moving: ReadonlySet<number>,
): number | undefined {
  let outer = previousItem(state, item);
  while (outer && moving.has(outer.node.from)) outer = previousItem(state, outer);
  if (!outer) return undefined;
  const inside = lastInside(state, outer);
  if (inside && !moving.has(inside.node.from)) return inside.column;
  const column = outer.column + (nestingStep(state, item.line) ?? 0);
  // Less would not be inside it, four more would be code.
  return column >= outer.content && column < outer.content + 4 ? column : outer.content;
}

/** Moves all lines of an item by some columns; lines that are not set off with it stay where they are. */
function shift(state: EditorState, item: ListItem, by: number): TextEdit[] {
  const { doc, tabSize } = state;
  const edits: TextEdit[] = [];
  const last = doc.lineAt(item.node.to).number;
  for (let number = item.line.number; number <= last; number += 1) {
    const line = doc.line(number);
    const quote = quotePrefix(item.node, line).length;
    const text = line.text.slice(quote);
    const blank = /^[ \t]*/.exec(text)?.[0] ?? '';
    if (blank.length === text.length) continue;
    const column = countColumn(blank, tabSize);
    const base = item.column - countColumn(line.text, tabSize, quote);
    if (number > item.line.number && column <= base) continue;
    const from = line.from + quote;
    if (by > 0) {
      edits.push({ from, to: from, insert: ' '.repeat(by) });
      continue;
    }
    let length = 0;
    while (length < blank.length && countColumn(blank, tabSize, length) < -by) length += 1;
    const rest = countColumn(blank, tabSize, length) + by;
    edits.push({ from, to: from + length, insert: ' '.repeat(Math.max(0, rest)) });
  }
  return edits;
}

/**
 * Moves the items with a caret or selection one level in (1) or out (-1), with everything in them, by
 * the step of the guide; numbered lists that this concerns are numbered anew. Says no outside of lists.
 */
export function indentItems(direction: 1 | -1): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const selected = selectedItems(state);
    if (!selected) return false;
    const moving = new Set(selected.items.map(({ node }) => node.from));
    const edits: TextEdit[] = [];
    const moved = new Set<number>();
    for (const item of selected.items) {
      const column =
        direction > 0 ? innerColumn(state, item, moving) : parentItem(state, item)?.column;
      if (column === undefined || column === item.column) continue;
      edits.push(...shift(state, item, column - item.column));
      moved.add(item.line.number);
    }
    // In a list Tab never means the next control, even where an item can go no further.
    if (edits.length === 0) return true;
    const shifted = state.changes(edits.map((edit) => ({ ...edit })));
    const after = state.update({ changes: shifted }).state;
    const numbers = ChangeSet.of([...renumberAround(after, moved)], after.doc.length);
    const changes = shifted.compose(numbers);
    dispatch(
      state.update({
        changes,
        selection: state.selection.map(changes, 1),
        userEvent: 'input.format',
        scrollIntoView: true,
      }),
    );
    return true;
  };
}
