import type { EditorState, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { fillCells } from '#core/markdown/table-edit';
import { tableText, toCellText } from '#core/markdown/table-make';
import { contentRange, isNoProse, placeAt, tableAt } from './table-at.ts';
import { blockInsertion } from './insert-block.ts';
import { tableAfter } from './table-change.ts';

type Rows = readonly (readonly string[])[];

/** The change that fills the cells of the table at the caret, and selects none of them. */
function intoCells(state: EditorState, rows: Rows): TransactionSpec | undefined {
  const { from } = state.selection.main;
  const table = tableAt(state, from);
  if (!table) return undefined;
  const place = placeAt(table, state.doc, from);
  const isInDashes = state.doc.lineAt(from).number - 1 === table.delimiter.line;
  const start = isInDashes ? { ...place, row: 1 } : place;
  const contents = rows.map((row) => row.map(toCellText));
  const changes = state.changes([...fillCells(table, start, contents)]);
  const filled = tableAfter(state, changes, table);
  if (!filled) return undefined;
  const row = start.row + contents.length - 1;
  const column = start.column + (contents.at(-1)?.length ?? 1) - 1;
  return { changes, selection: { anchor: contentRange(filled, { row, column }).to } };
}

function asNewTable(state: EditorState, rows: Rows): TransactionSpec | undefined {
  const { from, to } = state.selection.main;
  if (isNoProse(state, from) || isNoProse(state, to)) return undefined;
  return blockInsertion(state, { from, to }, (prefix) => tableText(rows, { prefix }));
}

/**
 * Pastes rows of cells: with the caret in a table they fill its cells from there on, to the right and
 * down, with new rows and columns where they are needed; elsewhere they become a table of their own.
 * Returns false, having done nothing, in code, in the guide's details, while an input method composes,
 * in a text that cannot be edited, and for no cells at all.
 */
export function pasteRows(view: EditorView, rows: Rows): boolean {
  const { state } = view;
  if (state.readOnly || view.compositionStarted || !rows.some((row) => row.length > 0))
    return false;
  const change = intoCells(state, rows) ?? asNewTable(state, rows);
  if (!change) return false;
  view.dispatch({ ...change, userEvent: 'input.paste', scrollIntoView: true });
  return true;
}
