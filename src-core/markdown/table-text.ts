import {
  alignmentOf,
  cellContent,
  type ColumnAlignment,
  isDelimiter,
  type RowParts,
  splitRow,
} from './table-row.ts';

/** The lines of a text, from 0, without their ends; only those that are asked for are looked at. */
export interface TextLines {
  readonly count: number;
  text(line: number): string;
  /** Offset of the line's start. */
  from(line: number): number;
}

/** One row of a table where it stands in the text. */
export interface TableRow extends RowParts {
  readonly line: number;
  /** Offset of the line's start. */
  readonly from: number;
}

/** A table as its lines are written; the row of dashes is kept apart. */
export interface TextTable {
  /** The header, then the rows below the dashes. */
  readonly rows: readonly [TableRow, ...TableRow[]];
  readonly delimiter: TableRow;
  /** How many columns the header has; cells of a row beyond it are not shown on the page. */
  readonly columns: number;
  readonly alignments: readonly ColumnAlignment[];
}

/** A cell by its row (0 is the header) and column, both from 0. */
export interface TablePlace {
  readonly row: number;
  readonly column: number;
}

// A caret in a paragraph of more lines than this is in no table: nothing is looked for any further.
const MOST_LINES = 20_000;

const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/;
const quotes = /^(?:[ \t]*>)*[ \t]*/;
const dashes = /^[> \t|:-]*$/;
const otherBlock =
  /^(?:#{1,6}(?:[ \t]|$)|`{3}|~{3}|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|<[a-zA-Z/!?]|([*_-])[ \t]*(?:\1[ \t]*){2,}$)/;

function lengthOf(pattern: RegExp, text: string): number {
  return pattern.exec(text)?.[0].length ?? 0;
}

const depthOf = (prefix: string): number => prefix.split('>').length - 1;
const inQuote = (prefix: string): string => prefix.slice(prefix.lastIndexOf('>') + 1);
const indentOf = (prefix: string): number => inQuote(prefix).replaceAll('\t', '    ').length;

/** Columns that a line needs before its text to stand in the list item that a header's line begins, if any. */
function leastIndent(header: TableRow): number {
  const [item = ''] = /^[ \t]*(?:[-*+]|\d+[.)]|[ \t])*/.exec(inQuote(header.prefix)) ?? [];
  const marker = item.trimEnd();
  if (marker === '') return 0;
  return item.length - marker.length > 4 ? indentOf(marker) + 1 : indentOf(item);
}

function rowAt(lines: TextLines, line: number, pattern: RegExp): TableRow {
  const text = lines.text(line);
  return { ...splitRow(text, lengthOf(pattern, text)), line, from: lines.from(line) };
}

function isBlank(text: string): boolean {
  return lengthOf(quotes, text) === text.length;
}

/** Header and dashes where the second line is `line`. */
function headAt(
  lines: TextLines,
  line: number,
): { readonly header: TableRow; readonly delimiter: TableRow } | undefined {
  if (line < 1 || !dashes.test(lines.text(line))) return undefined;
  const delimiter = rowAt(lines, line, quotes);
  const header = rowAt(lines, line - 1, containers);
  const isHead =
    header.cells.length > 0 &&
    !otherBlock.test(lines.text(line - 1).slice(header.prefix.length)) &&
    header.cells.length === delimiter.cells.length &&
    delimiter.cells.every((cell) => isDelimiter(cellContent(cell))) &&
    (delimiter.lead + delimiter.trail !== '' || /[|:]/.test(delimiter.cells.join('|'))) &&
    depthOf(header.prefix) === depthOf(delimiter.prefix) &&
    indentOf(delimiter.prefix) >= leastIndent(header) &&
    !/^-[ \t]/.test(delimiter.lead + (delimiter.cells[0] ?? ''));
  return isHead ? { header, delimiter } : undefined;
}

function isRowOf(header: TableRow, text: string): boolean {
  const prefix = quotes.exec(text)?.[0] ?? '';
  return (
    prefix.length < text.length &&
    depthOf(prefix) === depthOf(header.prefix) &&
    indentOf(prefix) >= leastIndent(header) &&
    indentOf(prefix) < indentOf(header.prefix) + 4 &&
    !otherBlock.test(text.slice(prefix.length))
  );
}

/**
 * The table that a line (from 0) belongs to, as GFM reads it, or `undefined`. Looks only at the lines
 * between the blank lines around it, so it knows nothing of a code block or a comment that holds them.
 */
export function readTable(lines: TextLines, line: number): TextTable | undefined {
  let top = line;
  while (top > 0 && line - top < MOST_LINES && !isBlank(lines.text(top - 1))) top -= 1;
  for (let at = top + 1; at <= line + 1 && at < lines.count; at += 1) {
    const head = headAt(lines, at);
    if (!head) continue;
    const rows: [TableRow, ...TableRow[]] = [head.header];
    let end = at + 1;
    while (end < lines.count && isRowOf(head.header, lines.text(end))) {
      rows.push(rowAt(lines, end, quotes));
      end += 1;
    }
    if (end <= line) {
      at = end;
      continue;
    }
    return {
      rows,
      delimiter: head.delimiter,
      columns: head.header.cells.length,
      alignments: head.delimiter.cells.map((cell) => alignmentOf(cellContent(cell))),
    };
  }
  return undefined;
}

/** The lines of a text in memory. */
export function linesOf(text: string): TextLines {
  const all = text.split('\n');
  const starts: number[] = [];
  let from = 0;
  for (const line of all) {
    starts.push(from);
    from += line.length + 1;
  }
  return {
    count: all.length,
    text: (line) => all[line] ?? '',
    from: (line) => starts[line] ?? text.length,
  };
}
