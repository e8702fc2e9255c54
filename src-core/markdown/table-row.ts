/** How the contents of a column stand; `none` where the table does not say. */
export type ColumnAlignment = 'none' | 'left' | 'center' | 'right';

/** One line of a table in pieces; put together again they are the very line. */
export interface RowParts {
  /** Quote marks, list marker and blanks before the first pipe or cell. */
  readonly prefix: string;
  /** The pipe before the first cell, or nothing. */
  readonly lead: '' | '|';
  /** What stands between the pipes, blanks included. */
  readonly cells: readonly string[];
  /** The pipe after the last cell, or nothing. */
  readonly trail: '' | '|';
  /** Blanks after the last pipe. */
  readonly rest: string;
}

/** Where the content of one cell stands in its line, from 0; both ends are equal in an empty cell. */
export interface CellPlace {
  /** Just after the pipe before the cell, and the pipe after it. */
  readonly from: number;
  readonly to: number;
  readonly contentFrom: number;
  readonly contentTo: number;
}

const isSpace = (unit: string | undefined): boolean => unit === ' ' || unit === '\t';

/** The content of a cell, without the blanks and tabs around it; a full-width space is content. */
export function cellContent(raw: string): string {
  let from = 0;
  let to = raw.length;
  while (isSpace(raw[from])) from += 1;
  while (to > from && isSpace(raw[to - 1])) to -= 1;
  return raw.slice(from, to);
}

/** Cuts a line into cells at its pipes, from the end of its prefix; a pipe after a backslash is content. */
export function splitRow(text: string, prefixLength: number): RowParts {
  const lead = text[prefixLength] === '|' ? '|' : '';
  const cells: string[] = [];
  let from = prefixLength + lead.length;
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === '\\' && (text[at + 1] === '\\' || text[at + 1] === '|')) at += 1;
    else if (text[at] === '|') {
      cells.push(text.slice(from, at));
      from = at + 1;
    }
  }
  const last = text.slice(from);
  const isBlank = cellContent(last) === '';
  if (!isBlank) cells.push(last);
  return {
    prefix: text.slice(0, prefixLength),
    lead,
    cells,
    trail: isBlank && cells.length > 0 ? '|' : '',
    rest: isBlank ? last : '',
  };
}

/** The line that the pieces make. */
export function rowText({ prefix, lead, cells, trail, rest }: RowParts): string {
  return prefix + lead + cells.join('|') + trail + rest;
}

/** What a line begins with that would be a list, heading, quote or fence, were there no pipe before it. */
const riskyStart = /^(?![\p{L}\p{N}([{「『（])|^\d+[.)](?:[ \t]|$)/u;

/** The same pieces with the outer pipes without which the row would be read otherwise. */
export function withNeededPipes(row: RowParts, columns: number): RowParts {
  const [first = ''] = row.cells;
  const isDashes =
    row.cells.length > 0 && row.cells.every((cell) => isDelimiter(cellContent(cell)));
  const startsBlock = isDashes ? /^-[ \t]/.test(first) : riskyStart.test(cellContent(first));
  const needsTrail = columns === 1 || cellContent(row.cells.at(-1) ?? '') === '';
  return {
    ...row,
    lead: columns === 1 || startsBlock ? '|' : row.lead,
    trail: needsTrail && row.cells.length > 0 ? '|' : row.trail,
  };
}

/** Whether the content of a cell is one of the row of dashes. */
export function isDelimiter(content: string): boolean {
  return /^:?-+:?$/.test(content);
}

/** What a cell of the row of dashes says of its column. */
export function alignmentOf(content: string): ColumnAlignment {
  const left = content.startsWith(':');
  const right = content.endsWith(':');
  return left ? (right ? 'center' : 'left') : right ? 'right' : 'none';
}

/** A cell of the row of dashes; `length` units with its colons, more where they would not fit. */
export function delimiterOf(alignment: ColumnAlignment, length: number): string {
  const left = alignment === 'left' || alignment === 'center' ? ':' : '';
  const right = alignment === 'right' || alignment === 'center' ? ':' : '';
  return left + '-'.repeat(Math.max(1, length - left.length - right.length)) + right;
}

/** Where a cell stands in the line of its row; `undefined` where the row has no such cell. */
export function cellPlace(row: RowParts, column: number): CellPlace | undefined {
  const raw = row.cells[column];
  if (raw === undefined) return undefined;
  const before = row.cells.slice(0, column).reduce((sum, cell) => sum + cell.length + 1, 0);
  const from = row.prefix.length + row.lead.length + before;
  const to = from + raw.length;
  const content = cellContent(raw);
  if (content === '') {
    // The caret of an empty cell leaves a blank after the pipe.
    const at = from + Math.min(1, raw.length);
    return { from, to, contentFrom: at, contentTo: at };
  }
  const contentFrom = from + raw.indexOf(content);
  return { from, to, contentFrom, contentTo: contentFrom + content.length };
}

/** The column of an offset (from 0) in the line of a row; the last one behind the row's end, 0 before its first. */
export function columnAt(row: RowParts, offset: number): number {
  let end = row.prefix.length + row.lead.length;
  for (const [column, cell] of row.cells.entries()) {
    end += cell.length;
    if (offset <= end) return column;
    end += 1;
  }
  return Math.max(0, row.cells.length - 1);
}
