import { syntaxTree, syntaxTreeAvailable } from '@codemirror/language';
import type { EditorState, Text } from '@codemirror/state';
import { cellPlace, columnAt, rowText } from '#core/markdown/table-row';
import {
  readTable,
  type TablePlace,
  type TableRow,
  type TextLines,
  type TextTable,
} from '#core/markdown/table-text';
import { headField } from '../head-field.ts';

/** The lines of a document, counted from 0. */
export function documentLines(doc: Text): TextLines {
  return {
    count: doc.lines,
    text: (line) => doc.line(line + 1).text,
    from: (line) => doc.line(line + 1).from,
  };
}

/** Whether the text at an offset is the guide's details, code or HTML, in which nothing is a table. */
export function isNoProse(state: EditorState, at: number): boolean {
  if (at < state.field(headField).to) return true;
  let node = syntaxTree(state).resolveInner(at, -1);
  for (; node.parent; node = node.parent) {
    if (
      /^(?:FencedCode|CodeBlock|CommentBlock|HTMLBlock|ProcessingInstructionBlock)$/.test(node.name)
    ) {
      return true;
    }
  }
  return false;
}

/** Whether the syntax tree, as far as it has come, agrees that a table begins with this row. */
function isTableInTree(state: EditorState, { from, prefix, cells }: TableRow): boolean {
  const at = from + prefix.length;
  if (!syntaxTreeAvailable(state, at + cells.join('|').length)) return !isNoProse(state, at);
  let node = syntaxTree(state).resolveInner(at, 1);
  for (; node.parent; node = node.parent) if (node.name === 'Table') return true;
  return false;
}

/** The table that an offset of the document stands in, its outer ends included. */
export function tableAt(state: EditorState, at: number): TextTable | undefined {
  if (at < state.field(headField).to) return undefined;
  const table = readTable(documentLines(state.doc), state.doc.lineAt(at).number - 1);
  return table && isTableInTree(state, table.rows[0]) ? table : undefined;
}

/** The cell at an offset within a table; in the row of dashes that of the header above. */
export function placeAt(table: TextTable, doc: Text, at: number): TablePlace {
  const line = doc.lineAt(at);
  const index = line.number - 1 - table.rows[0].line;
  const row = table.rows[index <= 1 ? 0 : index - 1] ?? table.rows[0];
  const own = index === 1 ? table.delimiter : row;
  const column = Math.min(columnAt(own, at - line.from), table.columns - 1);
  return { row: index <= 1 ? 0 : index - 1, column };
}

/** Offsets of the content of a row's cell in the document; the end of the row where it has no such cell. */
export function contentOf(
  row: TableRow,
  column: number,
): { readonly from: number; readonly to: number } {
  const cell = cellPlace(row, column);
  if (cell) return { from: row.from + cell.contentFrom, to: row.from + cell.contentTo };
  const end = row.from + rowText(row).length;
  return { from: end, to: end };
}

/** Offsets of a cell's content in the document; in the last row where the table has no such row. */
export function contentRange(
  table: TextTable,
  { row, column }: TablePlace,
): { readonly from: number; readonly to: number } {
  return contentOf(table.rows[row] ?? table.rows.at(-1)!, column);
}
