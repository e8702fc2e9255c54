import { completionStatus } from '@codemirror/autocomplete';
import { searchPanelOpen } from '@codemirror/search';
import { EditorSelection, type EditorState } from '@codemirror/state';
import type { Command, EditorView } from '@codemirror/view';
import type { TextEdit } from '#core/document/text-edit';
import { emptyCell, rowEdit, rowEnd, tableEnd } from '#core/markdown/table-edit';
import { cellContent } from '#core/markdown/table-row';
import { addRow } from '#core/markdown/table-rows';
import type { TablePlace, TextTable } from '#core/markdown/table-text';
import { contentRange, placeAt, tableAt } from './table-at.ts';
import { tableAfter } from './table-change.ts';

/** A caret in a table. */
interface Spot extends TablePlace {
  readonly table: TextTable;
  readonly inDashes: boolean;
}

/** The cell to go to from a caret; a row behind the last is added. */
type Step = (spot: Spot) => TablePlace;

/** The carets of a state where each of them is in a table. */
function spotsOf(state: EditorState): readonly Spot[] | undefined {
  const spots: Spot[] = [];
  for (const { head } of state.selection.ranges) {
    const line = state.doc.lineAt(head).number - 1;
    const known = spots.find(({ table }) => line >= table.rows[0].line && head <= tableEnd(table));
    const table = known?.table ?? tableAt(state, head);
    if (!table) return undefined;
    const inDashes = line === table.delimiter.line;
    spots.push({ table, inDashes, ...placeAt(table, state.doc, head) });
  }
  return spots;
}

/** What has to be written so that a cell is there: a row at the end, or the cells that a short row lacks. */
function missingCell(table: TextTable, { row, column }: TablePlace): readonly TextEdit[] {
  const own = table.rows[row];
  if (!own) return addRow(table, table.rows.length)?.edits ?? [];
  if (own.cells.length > column) return [];
  const lacking = Array.from({ length: column + 1 - own.cells.length }, () => emptyCell(table));
  return rowEdit(own, [...own.cells, ...lacking], table.columns);
}

/** Whether a key may act: never in a composition, a read-only text or beside a list of proposals. */
function mayAct(view: EditorView): boolean {
  return !view.composing && !view.compositionStarted && completionStatus(view.state) !== 'active';
}

/** Goes from each caret to another cell and selects its content. */
function goTo(view: EditorView, spots: readonly Spot[], step: Step): boolean {
  const { state } = view;
  const targets = spots.map((spot) => ({ table: spot.table, place: step(spot) }));
  const edits = new Map<string, TextEdit>();
  for (const { table, place } of targets) {
    // Two carets may need the same row; it is added once.
    for (const edit of missingCell(table, place)) edits.set(`${edit.from} ${edit.to}`, edit);
  }
  if (edits.size > 0 && state.readOnly) return false;
  const changes = state.changes([...edits.values()]);
  const ranges = targets.map(({ table, place }) => {
    const after = edits.size === 0 ? table : (tableAfter(state, changes, table) ?? table);
    const { from, to } = contentRange(after, place);
    return EditorSelection.range(from, to);
  });
  view.dispatch({
    changes,
    selection: EditorSelection.create(ranges, state.selection.mainIndex),
    userEvent: edits.size > 0 ? 'input.table' : 'select',
    scrollIntoView: true,
  });
  return true;
}

/** A command that goes to another cell; false outside tables. */
function toCell(step: Step): Command {
  return (view) => {
    const spots = mayAct(view) ? spotsOf(view.state) : undefined;
    return spots !== undefined && goTo(view, spots, step);
  };
}

/** Selects the next cell; behind the last one a row is added. */
export const nextCell = toCell(({ table, row, column, inDashes }) => {
  if (inDashes) return { row: 1, column: 0 };
  return column + 1 < table.columns ? { row, column: column + 1 } : { row: row + 1, column: 0 };
});

/** Selects the cell before; the first one of the table stays selected. */
export const previousCell = toCell(({ table, row, column, inDashes }) => {
  if (inDashes) return { row: 0, column: table.columns - 1 };
  if (column > 0) return { row, column: column - 1 };
  return row > 0 ? { row: row - 1, column: table.columns - 1 } : { row, column };
});

/** Selects the cell above; that of the header stays selected. */
export const cellAbove = toCell(({ row, column, inDashes }) => ({
  row: inDashes ? 0 : Math.max(0, row - 1),
  column,
}));

// Whoever has just typed the dashes goes on with the first cell.
const belowCell = toCell(({ row, column, inDashes }) =>
  inDashes ? { row: 1, column: 0 } : { row: row + 1, column },
);

/** Whether a caret is before the first pipe of a table, where Enter makes room above it. */
function isBefore(state: EditorState, { table: { rows } }: Spot): boolean {
  const [{ from, prefix, lead }] = rows;
  return (
    lead === '|' && state.selection.main.empty && state.selection.main.head <= from + prefix.length
  );
}

/** Takes the empty last row away, and puts the caret on a line of its own behind the table. */
function leaveEmptyRow(view: EditorView, { table, row }: Spot): boolean {
  const last = table.rows[row]!;
  const blank = last.prefix.trimEnd();
  const insert = `${blank}\n${last.prefix}`;
  view.dispatch({
    changes: { from: last.from, to: rowEnd(last), insert },
    selection: { anchor: last.from + insert.length },
    userEvent: 'input.table',
    scrollIntoView: true,
  });
  return true;
}

/**
 * Selects the cell below; behind the last row one is added, and from an empty last row, which goes, the
 * caret leaves the table.
 */
export const cellBelow: Command = (view) => {
  const spots = mayAct(view) ? spotsOf(view.state) : undefined;
  const [spot] = spots ?? [];
  if (!spots || !spot || view.state.readOnly) return false;
  if (spots.length === 1 && !spot.inDashes) {
    if (isBefore(view.state, spot)) return false;
    const { table, row } = spot;
    const isLast = row > 0 && row === table.rows.length - 1;
    const isEmpty = table.rows[row]?.cells.every((cell) => cellContent(cell) === '');
    if (isLast && isEmpty) return leaveEmptyRow(view, spot);
  }
  return belowCell(view);
};

/** Puts the caret behind the table, on a line that is no row of it where there is one; the text stays as it is. */
export const leaveTable: Command = (view) => {
  const { state } = view;
  const { main, ranges } = state.selection;
  if (!mayAct(view) || ranges.length > 1 || searchPanelOpen(state)) return false;
  const table = tableAt(state, main.head);
  if (!table) return false;
  const { doc } = state;
  const last = doc.lineAt(tableEnd(table));
  const isBlank = (line: number): boolean =>
    line <= doc.lines && /^[\s>]*$/.test(doc.line(line).text);
  // What is typed on the line just below would be a row.
  const isParted = isBlank(last.number + 1) && isBlank(last.number + 2);
  const below = Math.min(last.number + (isParted ? 2 : 1), doc.lines);
  const anchor = isBlank(below) ? doc.line(below).to : doc.line(below).from;
  const to = below === last.number ? last.to : anchor;
  if (main.empty && main.head === to) return false;
  view.dispatch({ selection: { anchor: to }, userEvent: 'select', scrollIntoView: true });
  return true;
};
