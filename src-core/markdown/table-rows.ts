import type { TextEdit } from '../document/text-edit.ts';
import { emptyCells, newLine, rowEnd, tableEnd, type TableChange } from './table-edit.ts';
import { rowText } from './table-row.ts';
import type { TablePlace, TextTable } from './table-text.ts';

/** Adds an empty row in the table's own style before a row; at 0 nothing, since the header stays the first. */
export function addRow(table: TextTable, at: number): TableChange | undefined {
  const { rows, delimiter } = table;
  const above = at === 1 ? delimiter : rows[at - 1];
  if (at < 1 || !above) return undefined;
  const beside = (at === 1 ? rows[1] : above) ?? rows[0];
  const end = rowEnd(above);
  return {
    edits: [
      { from: end, to: end, insert: `\n${newLine(table, beside, emptyCells(table, beside))}` },
    ],
    moved: ({ row, column }) => ({ row: row < at ? row : row + 1, column }),
  };
}

/** Takes a whole table away; what its header's line begins with stays. */
export function deleteTable(table: TextTable): TableChange {
  const [header] = table.rows;
  const from = header.from + header.prefix.length;
  return { edits: [{ from, to: tableEnd(table), insert: '' }], moved: (place) => place };
}

/** Deletes rows; the header goes only with all the others, for a table cannot be without. */
export function deleteRows(table: TextTable, rows: ReadonlySet<number>): TableChange | undefined {
  if (table.rows.every((_, row) => rows.has(row))) return deleteTable(table);
  const edits: TextEdit[] = [];
  table.rows.forEach((row, index) => {
    if (index === 0 || !rows.has(index)) return;
    // From the end of the line above, so that the last row of a text goes with its line.
    edits.push({ from: row.from - 1, to: rowEnd(row), insert: '' });
  });
  if (edits.length === 0) return undefined;
  const left = [...table.rows.keys()].filter((row) => row === 0 || !rows.has(row));
  return {
    edits,
    moved: ({ row, column }) => {
      const next = left.findIndex((one) => one >= row);
      return { row: next === -1 ? left.length - 1 : next, column };
    },
  };
}

/** Index of each row after a move by one; `undefined` where the header or an end is in the way. */
function movedRows(
  count: number,
  rows: ReadonlySet<number>,
  by: 1 | -1,
): readonly number[] | undefined {
  const all = [...rows].toSorted((a, b) => (a - b) * by);
  if (all.some((row) => row < 1 || row + by < 1 || row + by >= count)) return undefined;
  const order = Array.from({ length: count }, (_, row) => row);
  for (const row of all.toReversed()) {
    [order[row], order[row + by]] = [order[row + by]!, order[row]!];
  }
  return order;
}

/** Moves rows below the dashes up or down by one; `undefined` where one of them cannot go further. */
export function moveRows(
  table: TextTable,
  rows: ReadonlySet<number>,
  by: 1 | -1,
): TableChange | undefined {
  const order = movedRows(table.rows.length, rows, by);
  if (!order) return undefined;
  const edits: TextEdit[] = [];
  for (const [index, row] of table.rows.entries()) {
    const before = rows.has(index);
    const starts = before && !rows.has(index - 1);
    if (!starts) continue;
    let end = index;
    while (rows.has(end + 1)) end += 1;
    const [first, last] = [row, table.rows[end]!];
    const passed = table.rows[by === 1 ? end + 1 : index - 1]!;
    const line = rowText(passed);
    // The row that is passed changes its side, and the chosen ones stay what they are.
    if (by === 1) {
      edits.push({ from: first.from, to: first.from, insert: `${line}\n` });
      edits.push({ from: rowEnd(last), to: rowEnd(passed), insert: '' });
    } else {
      edits.push({ from: passed.from, to: first.from, insert: '' });
      edits.push({ from: rowEnd(last), to: rowEnd(last), insert: `\n${line}` });
    }
  }
  return {
    edits,
    moved: ({ row, column }: TablePlace) => ({ row: order.indexOf(row), column }),
  };
}
