import {
  type ChangeSet,
  EditorSelection,
  type EditorState,
  type SelectionRange,
  type StateCommand,
  type TransactionSpec,
} from '@codemirror/state';
import type { TableChange } from '#core/markdown/table-edit';
import { readTable, type TextTable } from '#core/markdown/table-text';
import { contentOf, contentRange, documentLines, placeAt, tableAt } from './table-at.ts';

/** The rows and columns (from 0) of one table that carets and selections touch. */
export interface TableCells {
  readonly rows: ReadonlySet<number>;
  readonly columns: ReadonlySet<number>;
  /** Whether a caret stands in the row of dashes. */
  readonly inDashes: boolean;
}

/** An operation on the cells of one table; `undefined` where it has nothing to do. */
export type TableOperation = (table: TextTable, cells: TableCells) => TableChange | undefined;

interface Touched {
  readonly table: TextTable;
  readonly ranges: readonly SelectionRange[];
}

/** The tables that carets and selections stand in, each once, with those that do. */
function touchedTables(state: EditorState): readonly Touched[] {
  const all = new Map<number, { table: TextTable; ranges: SelectionRange[] }>();
  for (const range of state.selection.ranges) {
    const { from: start, to } = withoutNextLine(state, range);
    const known = [...all.values()].find(({ table }) => isWithin(state, table, start));
    const table = known?.table ?? tableAt(state, start);
    if (!table || !isWithin(state, table, to)) continue;
    const { from } = table.rows[0];
    const entry = all.get(from) ?? { table, ranges: [] };
    entry.ranges.push(range);
    all.set(from, entry);
  }
  return [...all.values()];
}

/** Selected lines end at the start of the next one, which is not among them. */
function withoutNextLine(
  { doc }: EditorState,
  { from, to, empty }: SelectionRange,
): { readonly from: number; readonly to: number } {
  return { from, to: !empty && doc.lineAt(to).from === to ? to - 1 : to };
}

function isWithin({ doc }: EditorState, { rows, delimiter }: TextTable, at: number): boolean {
  const line = doc.lineAt(at).number - 1;
  return line >= rows[0].line && line <= Math.max(delimiter.line, rows.at(-1)!.line);
}

function cellsOf(state: EditorState, { table, ranges }: Touched): TableCells {
  const { doc } = state;
  const rows = new Set<number>();
  const columns = new Set<number>();
  let inDashes = false;
  for (const range of ranges) {
    const { empty } = range;
    const { from, to } = withoutNextLine(state, range);
    const [first, last] = [placeAt(table, doc, from), placeAt(table, doc, to)];
    const isDashes = (at: number): boolean => doc.lineAt(at).number - 1 === table.delimiter.line;
    inDashes ||= empty && isDashes(from);
    // A selection that begins in the dashes leaves the header out.
    const top = first.row + (!empty && isDashes(from) && last.row > 0 ? 1 : 0);
    for (let row = top; row <= last.row; row += 1) rows.add(row);
    const [left, right] = [first.column, last.column].toSorted((a, b) => a - b);
    for (let column = left!; column <= right!; column += 1) columns.add(column);
  }
  return { rows, columns, inDashes };
}

/** Reads a table again after changes that begin no higher than its header. */
export function tableAfter(
  state: EditorState,
  changes: ChangeSet,
  table: TextTable,
): TextTable | undefined {
  const doc = changes.apply(state.doc);
  const line = doc.lineAt(changes.mapPos(table.rows[0].from, -1)).number - 1;
  return readTable(documentLines(doc), line);
}

/** Where an offset is after an operation: at the same distance in the content of its cell. */
function movedOffset(
  state: EditorState,
  changes: ChangeSet,
  { table, change, after }: Done,
  at: number,
): number {
  if (!after || !isWithin(state, table, at)) return changes.mapPos(at, 1);
  const isDashes = state.doc.lineAt(at).number - 1 === table.delimiter.line;
  const place = placeAt(table, state.doc, at);
  const goal = change.moved(place);
  const before = isDashes ? contentOf(table.delimiter, place.column) : contentRange(table, place);
  const now = isDashes ? contentOf(after.delimiter, goal.column) : contentRange(after, goal);
  const within = Math.min(Math.max(0, at - before.from), before.to - before.from);
  return Math.min(now.from + within, now.to);
}

interface Done {
  readonly table: TextTable;
  readonly change: TableChange;
  readonly after: TextTable | undefined;
}

/** The one transaction that an operation makes of all tables at carets; `undefined` where it has nothing to do. */
function tableTransaction(
  state: EditorState,
  operation: TableOperation,
): TransactionSpec | undefined {
  const plans = touchedTables(state).flatMap((touched) => {
    const change = operation(touched.table, cellsOf(state, touched));
    return change && change.edits.length > 0 ? [{ ...touched, change }] : [];
  });
  if (plans.length === 0) return undefined;
  const changes = state.changes(plans.flatMap(({ change }) => [...change.edits]));
  const done = plans.map((plan) => ({ ...plan, after: tableAfter(state, changes, plan.table) }));
  const ranges = state.selection.ranges.map((range) => {
    const plan = done.find((one) => one.ranges.includes(range));
    if (!plan) return range.map(changes);
    const [anchor, head] = [range.anchor, range.head].map((at) =>
      movedOffset(state, changes, plan, at),
    );
    return EditorSelection.range(anchor!, head!);
  });
  return {
    changes,
    selection: EditorSelection.create(ranges, state.selection.mainIndex),
    userEvent: 'input.table',
    scrollIntoView: true,
  };
}

/** Whether the main caret stands in a table. */
export function isInTable(state: EditorState): boolean {
  return tableAt(state, state.selection.main.head) !== undefined;
}

/** A command of an operation; false, with nothing done, outside tables and where there is nothing to do. */
export function tableCommand(operation: TableOperation): StateCommand {
  return ({ state, dispatch }) => {
    if (state.readOnly) return false;
    const spec = tableTransaction(state, operation);
    if (!spec) return false;
    dispatch(state.update(spec));
    return true;
  };
}
