import type { TextEdit } from '../document/text-edit.ts';
import {
  cellWidth,
  dashesBeside,
  emptyCell,
  isEven,
  paddingOf,
  tablePadding,
  rowEdit,
  type TableChange,
} from './table-edit.ts';
import { cellContent, type ColumnAlignment, delimiterOf, withNeededPipes } from './table-row.ts';
import { deleteTable } from './table-rows.ts';
import type { TableRow, TextTable } from './table-text.ts';

type Reshape = (cells: readonly string[], row: TableRow) => readonly string[];

/**
 * The edits that give each row other cells. A cell at an end without a pipe has no blanks on that side:
 * it gets them where it comes to stand inside, and one that comes to the end loses them.
 */
function reshape(table: TextTable, columns: number, change: Reshape): TextEdit[] {
  return [...table.rows, table.delimiter].flatMap((row) => {
    const padding = row.cells.length > 1 ? paddingOf(row.cells) : tablePadding(table);
    const open = [...row.cells];
    if (row.lead === '' && open.length > 0) open[0] = padding + open[0]!;
    if (row.trail === '' && open.length > 0) open[open.length - 1] = open.at(-1)! + padding;
    const cells = [...change(open, row)];
    if (cells.length === 0) cells.push(emptyCell(table));
    const { lead, trail } = withNeededPipes({ ...row, cells }, columns);
    const last = cells.length - 1;
    if (trail === '') cells[last] = closed(cells[last]!, open.at(-1)!, padding);
    if (lead === '') cells[0] = cells[0]!.slice(cells[0]!.indexOf(cellContent(cells[0]!)));
    return rowEdit(row, cells, columns);
  });
}

/** A last cell without a pipe behind it: the one that was there with the very blanks it had. */
function closed(cell: string, present: string, padding: string): string {
  if (cell === present) return cell.slice(0, cell.length - padding.length);
  const content = cellContent(cell);
  return cell.slice(0, cell.indexOf(content) + content.length);
}

/** Adds an empty column before a column (or behind the last), aligned as its neighbour `like` is. */
export function addColumn(table: TextTable, at: number, like: number): TableChange {
  const dashes = dashesBeside(table, like);
  const even = isEven(table, table.rows.at(-1)!);
  const empty = even ? ' '.repeat(cellWidth(dashes)) : emptyCell(table);
  const edits = reshape(table, table.columns + 1, (cells, row) =>
    // A row that ends before the new column has nothing in it either way.
    cells.length < at ? cells : cells.toSpliced(at, 0, row === table.delimiter ? dashes : empty),
  );
  return {
    edits,
    moved: ({ row, column }) => ({ row, column: column < at ? column : column + 1 }),
  };
}

/** Deletes columns; with the last one the table goes. */
export function deleteColumns(table: TextTable, columns: ReadonlySet<number>): TableChange {
  const left = [...Array(table.columns).keys()].filter((column) => !columns.has(column));
  if (left.length === 0) return deleteTable(table);
  const edits = reshape(table, left.length, (cells) =>
    cells.filter((_, column) => !columns.has(column)),
  );
  return {
    edits,
    moved: ({ row, column }) => {
      const next = left.findIndex((one) => one >= column);
      return { row, column: next === -1 ? left.length - 1 : next };
    },
  };
}

/** Moves columns left or right by one; `undefined` where one of them cannot go further. */
export function moveColumns(
  table: TextTable,
  columns: ReadonlySet<number>,
  by: 1 | -1,
): TableChange | undefined {
  const all = [...columns].toSorted((a, b) => (b - a) * by);
  if (all.some((column) => column + by < 0 || column + by >= table.columns)) return undefined;
  const order = [...Array(table.columns).keys()];
  for (const column of all) {
    [order[column], order[column + by]] = [order[column + by]!, order[column]!];
  }
  const edits = reshape(table, table.columns, (cells) => {
    const count = Math.min(cells.length, table.columns);
    // What a short row does not have is empty, and is written only where something follows it.
    const end = order.findLastIndex((column) => column < count) + 1;
    const moved = order.slice(0, end).map((column) => cells[column] ?? emptyCell(table));
    return [...moved, ...cells.slice(table.columns)];
  });
  return { edits, moved: ({ row, column }) => ({ row, column: order.indexOf(column) }) };
}

/** Aligns columns: only their cells in the row of dashes change, as long as they are where that fits. */
export function alignColumns(
  table: TextTable,
  columns: ReadonlySet<number>,
  alignment: ColumnAlignment,
): TableChange {
  const cells = table.delimiter.cells.map((raw, column) => {
    if (!columns.has(column)) return raw;
    const content = cellContent(raw);
    return raw.replace(content, delimiterOf(alignment, content.length));
  });
  return { edits: rowEdit(table.delimiter, cells, table.columns), moved: (place) => place };
}
