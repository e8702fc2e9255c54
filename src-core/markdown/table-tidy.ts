import { smallestEdit } from '../document/edit-details.ts';
import { displayWidth } from '../text/display-width.ts';
import type { TableChange } from './table-edit.ts';
import { cellContent, type ColumnAlignment, delimiterOf, rowText } from './table-row.ts';
import type { TableRow, TextTable } from './table-text.ts';

// The least that every reader of tables takes for a cell of the row of dashes.
const LEAST_WIDTH = 3;

const widthOf = (content: string): number => displayWidth(content) * 2;

function padded(content: string, width: number, alignment: ColumnAlignment): string {
  const space = Math.max(0, width - widthOf(content));
  const left = { none: 0, left: 0, right: space, center: Math.floor(space / 2) }[alignment];
  return ` ${' '.repeat(left)}${content}${' '.repeat(space - left)} `;
}

/**
 * Writes a table so that its pipes stand below each other in a font whose full-width characters are two
 * columns wide: outer pipes, one blank beside each, cells that rows lack, dashes as long as the column.
 * The content of no cell changes, and a table that is tidy stays as it is.
 */
export function tidyTable(table: TextTable): TableChange {
  const most = table.rows.reduce((all, { cells }) => Math.max(all, cells.length), table.columns);
  const widths = Array.from({ length: most }, (_, column) =>
    table.rows.reduce(
      (width, { cells }) => Math.max(width, widthOf(cellContent(cells[column] ?? ''))),
      LEAST_WIDTH,
    ),
  );
  const tidied = (row: TableRow): readonly string[] => {
    if (row === table.delimiter) {
      return table.alignments.map((one, column) => ` ${delimiterOf(one, widths[column]!)} `);
    }
    const count = Math.max(table.columns, row.cells.length);
    return Array.from({ length: count }, (_, column) =>
      padded(
        cellContent(row.cells[column] ?? ''),
        widths[column]!,
        table.alignments[column] ?? 'none',
      ),
    );
  };
  const edits = [...table.rows, table.delimiter].flatMap((row) => {
    const after = rowText({
      prefix: row.prefix,
      lead: '|',
      cells: tidied(row),
      trail: '|',
      rest: '',
    });
    return smallestEdit(rowText(row), after).map(({ from, to, insert }) => ({
      from: row.from + from,
      to: row.from + to,
      insert,
    }));
  });
  return { edits, moved: (place) => place };
}
