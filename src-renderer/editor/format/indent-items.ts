import { ChangeSet, countColumn, type EditorState, type StateCommand } from '@codemirror/state';
import type { TextEdit } from '#core/document/text-edit';
import { isVerbatim, treeTo } from './format-command.ts';
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

// What belongs to an item is read this many characters behind the caret.
const READ_BEHIND = 20_000;

/** The items that the carets and selections are in, none inside another; `undefined` where one is in no item. */
function selectedItems(state: EditorState): readonly ListItem[] | undefined {
  const { lines, tree: near } = selectedLines(state);
  const full = lines.filter(({ text }) => text.trim() !== '');
  const last = full.at(-1);
  // Most Tabs are in no list: they are not to wait for what is behind the caret.
  if (!last || !itemAt(state, near, last.from + last.text.search(/[^\s>]|$/))) return undefined;
  const tree = treeTo(state, Math.min(state.doc.length, last.to + READ_BEHIND));
  const items = new Map<number, ListItem>();
  for (const line of full) {
    const start = line.from + Math.max(0, line.text.search(/[^\s>]/));
    const item = itemAt(state, tree, start);
    if (!item || isVerbatim(tree, start) || isInside(tree, line, /^Table$/)) return undefined;
    items.set(item.node.from, item);
  }
  const all = [...items.values()].sort((a, b) => a.node.from - b.node.from);
  let end = -1;
  return all.filter(({ node }) => {
    const isOuter = node.to > end;
    if (isOuter) end = node.to;
    return isOuter;
  });
}

/** Where the outermost list around an item ends. */
function outermostEnd({ node }: ListItem): number {
  let outer = node;
  while (outer.parent?.parent) outer = outer.parent;
  return outer.to;
}

/** The column that an item goes to one level in; `undefined` where nothing is before it that it could be in. */
function innerColumn(
  state: EditorState,
  item: ListItem,
  moving: ReadonlyMap<number, number | undefined>,
): number | undefined {
  const outer = previousItem(state, item);
  if (!outer) return undefined;
  // Items that move together come into the same list.
  if (moving.has(outer.node.from)) return moving.get(outer.node.from);
  const inside = lastInside(state, outer);
  if (inside) return inside.column;
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
    const moving = new Map<number, number | undefined>();
    const edits: TextEdit[] = [];
    const moved = new Set<number>();
    let end = 0;
    for (const item of selected) {
      const column =
        direction > 0 ? innerColumn(state, item, moving) : parentItem(state, item)?.column;
      moving.set(item.node.from, column);
      end = Math.max(end, outermostEnd(item));
      if (column === undefined || column === item.column) continue;
      edits.push(...shift(state, item, column - item.column));
      moved.add(item.line.number);
    }
    // In a list Tab never means the next control, even where an item can go no further.
    if (edits.length === 0) return true;
    const shifted = state.changes(edits.map((edit) => ({ ...edit })));
    const after = state.update({ changes: shifted }).state;
    const numbers = ChangeSet.of(
      [...renumberAround(after, moved, shifted.mapPos(end, 1))],
      after.doc.length,
    );
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
