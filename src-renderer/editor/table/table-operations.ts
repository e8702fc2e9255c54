import { addColumn, alignColumns, deleteColumns, moveColumns } from '#core/markdown/table-columns';
import type { ColumnAlignment } from '#core/markdown/table-row';
import { addRow, deleteRows, moveRows } from '#core/markdown/table-rows';
import { tidyTable } from '#core/markdown/table-tidy';
import { tableCommand } from './table-change.ts';

/** Adds an empty row above the rows at the caret; above the header there is none. */
export const addRowAbove = tableCommand((table, { rows, inDashes }) =>
  inDashes ? addRow(table, 1) : addRow(table, Math.min(...rows)),
);

/** Adds an empty row below the rows at the caret. */
export const addRowBelow = tableCommand((table, { rows }) => addRow(table, Math.max(...rows) + 1));

/** Deletes the rows at the caret; the header only with all the others. */
export const deleteRow = tableCommand((table, { rows }) => deleteRows(table, rows));

/** Moves the rows at the caret one up. */
export const moveRowUp = tableCommand((table, { rows }) => moveRows(table, rows, -1));

/** Moves the rows at the caret one down. */
export const moveRowDown = tableCommand((table, { rows }) => moveRows(table, rows, 1));

/** Adds an empty column to the left of those at the caret. */
export const addColumnLeft = tableCommand((table, { columns }) => {
  const at = Math.min(...columns);
  return addColumn(table, at, at);
});

/** Adds an empty column to the right of those at the caret. */
export const addColumnRight = tableCommand((table, { columns }) => {
  const at = Math.max(...columns);
  return addColumn(table, at + 1, at);
});

/** Deletes the columns at the caret; the table with the last of them. */
export const deleteColumn = tableCommand((table, { columns }) => deleteColumns(table, columns));

/** Moves the columns at the caret one to the left. */
export const moveColumnLeft = tableCommand((table, { columns }) => moveColumns(table, columns, -1));

/** Moves the columns at the caret one to the right. */
export const moveColumnRight = tableCommand((table, { columns }) => moveColumns(table, columns, 1));

/** Aligns the columns at the caret. */
export const alignColumn = (alignment: ColumnAlignment) =>
  tableCommand((table, { columns }) => alignColumns(table, columns, alignment));

/** Puts the pipes of the tables at the caret below each other. */
export const tidyTables = tableCommand((table) => tidyTable(table));
