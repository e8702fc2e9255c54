import { smallestEdit } from '../document/edit-details.ts';
import type { TextEdit } from '../document/text-edit.ts';
import { displayWidth } from '../text/display-width.ts';
import { cellContent, delimiterOf, type RowParts, rowText, withNeededPipes } from './table-row.ts';
import type { TablePlace, TableRow, TextTable } from './table-text.ts';

/** What an operation on a table does to the text, and where the content of each cell goes. */
export interface TableChange {
  readonly edits: readonly TextEdit[];
  /** The cell that is in the place of another afterwards: the nearest one that is left where it is gone. */
  readonly moved: (place: TablePlace) => TablePlace;
}

/** The smallest edit that gives a row other cells in a table of so many columns; none where nothing changes. */
export function rowEdit(row: TableRow, cells: readonly string[], columns: number): TextEdit[] {
  if (cells.length === row.cells.length && cells.every((cell, at) => cell === row.cells[at])) {
    return [];
  }
  const after = rowText(withNeededPipes({ ...row, cells }, columns));
  return smallestEdit(rowText(row), after).map(({ from, to, insert }) => ({
    from: row.from + from,
    to: row.from + to,
    insert,
  }));
}

/** Offset just behind the line of a row, its line end not counted. */
export function rowEnd(row: TableRow): number {
  return row.from + rowText(row).length;
}

/** Offset just behind the last line of a table, its line end not counted. */
export function tableEnd({ rows, delimiter }: TextTable): number {
  return Math.max(rowEnd(rows.at(-1)!), rowEnd(delimiter));
}

/** What a row puts between a pipe and the content behind it. */
export function paddingOf(cells: readonly string[]): '' | ' ' {
  return cells.some((raw) => /^[ \t]/.test(raw)) ? ' ' : '';
}

/** What a table puts between a pipe and the content behind it. */
export function tablePadding({ rows: [header], delimiter }: TextTable): '' | ' ' {
  return paddingOf([...header.cells, ...delimiter.cells]);
}

/** The prefix of a new line beside a row: the header's may hold a list marker, which stands once only. */
function prefixBeside({ delimiter }: TextTable, row: TableRow): string {
  return row.line < delimiter.line ? delimiter.prefix : row.prefix;
}

/** Width of a cell with its blanks, in half-width units. */
export function cellWidth(raw: string | undefined): number {
  return raw === undefined ? 0 : displayWidth(raw) * 2;
}

/** Whether header, dashes and one more row of a table stand pipe below pipe. */
export function isEven({ rows: [header], delimiter, columns }: TextTable, row: TableRow): boolean {
  return Array.from({ length: columns }, (_, column) => column).every((column) => {
    const width = cellWidth(delimiter.cells[column]);
    return [header, row].every(({ cells }) => cellWidth(cells[column]) === width);
  });
}

/**
 * Empty cells for a new row beside another, as wide as those of their columns where these stand pipe
 * below pipe; else with the table's blanks.
 */
export function emptyCells(table: TextTable, beside: TableRow): readonly string[] {
  const even = isEven(table, beside);
  return table.delimiter.cells.map((dashes) =>
    even ? ' '.repeat(cellWidth(dashes)) : emptyCell(table),
  );
}

/** An empty cell with the blanks of its table. */
export function emptyCell(table: TextTable): string {
  return tablePadding(table) === '' ? ' ' : '  ';
}

/** A new cell of the row of dashes beside another: aligned as it is. */
export function dashesBeside(table: TextTable, column: number): string {
  const alignment = table.alignments[column] ?? 'none';
  const length = { none: 3, left: 4, right: 4, center: 5 }[alignment];
  return tablePadding(table) + delimiterOf(alignment, length) + tablePadding(table);
}

/** A cell with another content between its blanks; an empty one gets those of the table. */
function withContent(raw: string, content: string, padding: '' | ' '): string {
  const present = cellContent(raw);
  if (present === content) return raw;
  if (content === '') return padding === '' ? ' ' : '  ';
  const at = raw.indexOf(present);
  const [before, after] =
    present === '' ? [padding, padding] : [raw.slice(0, at), raw.slice(at + present.length)];
  // A backslash just before the pipe would make the pipe content.
  return before + content + (after === '' && content.endsWith('\\') ? ' ' : after);
}

/** A row of text for a new line in a table; the outer pipes always stand, since its cells may be empty. */
export function newLine(table: TextTable, beside: TableRow, cells: readonly string[]): string {
  const prefix = prefixBeside(table, beside);
  return rowText({ prefix, lead: '|', cells, trail: '|', rest: '' });
}

/** Cells of a row in a table that gets more columns at its end: what stood beyond the last stays beyond. */
function widened(
  { cells }: RowParts,
  { columns }: TextTable,
  to: number,
  empty: string,
): readonly string[] {
  if (cells.length <= columns) return cells;
  const added = Array.from({ length: to - columns }, () => empty);
  return [...cells.slice(0, columns), ...added, ...cells.slice(columns)];
}

function padTo(cells: readonly string[], length: number, filler: string): readonly string[] {
  const missing = Math.max(0, length - cells.length);
  return [...cells, ...Array.from({ length: missing }, () => filler)];
}

/**
 * Sets cells from `place` on, to the right and down, to texts that are fit for cells; new rows and
 * columns come where the table ends before them. Other cells and rows stay as they are.
 */
export function fillCells(
  table: TextTable,
  place: TablePlace,
  contents: readonly (readonly string[])[],
): readonly TextEdit[] {
  const wide = contents.reduce((most, row) => Math.max(most, row.length), 0);
  const columns = Math.max(table.columns, place.column + wide);
  const padding = tablePadding(table);
  const empty = emptyCell(table);
  const filled = (cells: readonly string[], own: readonly string[]): readonly string[] => {
    const all = [...padTo(cells, own.length > 0 ? place.column + own.length : 0, empty)];
    own.forEach((content, index) => {
      const column = place.column + index;
      all[column] = withContent(all[column] ?? empty, content, padding);
    });
    return all;
  };
  const edits = table.rows.flatMap((row, index) => {
    const cells = filled(widened(row, table, columns, empty), contents[index - place.row] ?? []);
    return rowEdit(row, index === 0 ? padTo(cells, columns, empty) : cells, columns);
  });
  if (columns > table.columns) {
    const dashes = dashesBeside(table, table.columns - 1);
    edits.push(...rowEdit(table.delimiter, padTo(table.delimiter.cells, columns, dashes), columns));
  }
  const added = contents.slice(table.rows.length - place.row);
  if (added.length > 0) {
    const last = table.rows.at(-1)!;
    const cells = padTo(emptyCells(table, last), columns, empty);
    const lines = added.map((own) => `\n${newLine(table, last, filled(cells, own))}`);
    edits.push({ from: tableEnd(table), to: tableEnd(table), insert: lines.join('') });
  }
  return edits;
}
