import { cellContent, type ColumnAlignment, delimiterOf } from './table-row.ts';

/** How a new table is written. */
export interface TableOptions {
  /** Per column; `left`, as the guides write it, where there is none. */
  readonly alignments?: readonly ColumnAlignment[];
  /** Stands before each line: quote marks or the indent of a list. */
  readonly prefix?: string;
}

/**
 * A text as the content of a cell: pipes that are not escaped yet get a backslash, and a line break
 * becomes a blank, because the site shows no `<br>`.
 */
export function toCellText(text: string): string {
  const lines = text.split(/[\r\n]+/).map(cellContent);
  const line = lines.filter((one) => one !== '').join(' ');
  return line
    .replaceAll('\t', ' ')
    .replace(/\\[\\|]|\|/g, (found) => (found === '|' ? '\\|' : found));
}

function lineOf(cells: readonly string[], columns: number): string {
  const all = Array.from({ length: columns }, (_, column) => cells[column] ?? '');
  return `|${all.map((cell) => ` ${cell} `).join('|')}|`;
}

/**
 * A Markdown table of rows of plain cells, the first row its header; rows of fewer cells are filled up.
 * Without an end of line after the last row; empty where there is no cell.
 */
export function tableText(
  rows: readonly (readonly string[])[],
  { alignments = [], prefix = '' }: TableOptions = {},
): string {
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const [header, ...body] = rows.map((row) => row.map(toCellText));
  if (!header || columns === 0) return '';
  const dashes = Array.from({ length: columns }, (_, column) => {
    const alignment = alignments[column] ?? 'left';
    return delimiterOf(alignment, { none: 3, left: 4, right: 4, center: 5 }[alignment]);
  });
  return [header, dashes, ...body].map((cells) => prefix + lineOf(cells, columns)).join('\n');
}
