import type { Root, Table } from 'mdast';
import fc from 'fast-check';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '#core/markdown/parse';
import { cellContent } from '#core/markdown/table-row';
import { linesOf, readTable, type TableRow, type TextTable } from '#core/markdown/table-text';

/** Cells by row, the header first: the source of each as the preview's parser takes it. */
export type Grid = readonly (readonly string[])[];

/** What the preview's parser makes of the first table of a text; `undefined` where it sees none. */
export function parsedTable(text: string) {
  const tree: Root = parseMarkdown(text, 'gfm-cjk');
  let table: Table | undefined;
  visit(tree, 'table', (node) => {
    table ??= node;
  });
  if (!table) return undefined;
  const columns = table.children[0]?.children.length ?? 0;
  const grid: Grid = table.children.map((row) =>
    Array.from({ length: columns }, (_, column) => {
      const inside = row.children[column]?.children ?? [];
      const from = inside[0]?.position?.start.offset;
      const to = inside.at(-1)?.position?.end.offset;
      return from === undefined || to === undefined ? '' : text.slice(from, to);
    }),
  );
  const alignments = (table.align ?? []).map((one) => one ?? 'none');
  const lines = [table.position!.start.line - 1, table.position!.end.line - 1] as const;
  return { grid, alignments, lines };
}

/** A text with one table, and the line (from 0) of its header. */
export interface TableCase {
  readonly text: string;
  readonly line: number;
}

const piece = fc.constantFrom(
  ...[
    'a',
    'Bc',
    '1',
    '日本',
    'ｱ',
    '　',
    '👩‍👩‍👧',
    '🇯🇵',
    'é',
    ' ',
    '  ',
    '*',
    '**',
    '`',
    '-',
    ':',
    '#',
    '…',
  ],
  ...['\\|', '\\\\', '`\\|`', '~', '_', '(', '「', '+', '=', '--', '%'],
);
const content = fc.array(piece, { maxLength: 5 }).map((all) =>
  // Text that begins a block is fit for a row with a first pipe only; each row may have none.
  all
    .join('')
    .replace(/^[ ]+|[ ]+$/g, '')
    .replace(/^(?=[^\p{L}])/u, 'x'),
);
const blanks = fc.constantFrom('', ' ', ' ', '  ', '\t');
const cell = fc
  .tuple(blanks, fc.oneof({ weight: 4, arbitrary: content }, fc.constant('')), blanks)
  .map(([before, text, after]) => before + text + after);
const dashes = fc.constantFrom('---', ':---', ':-:', '--:', ':--', '-----');

interface RowStyle {
  readonly lead: boolean;
  readonly trail: boolean;
}

function line(cells: readonly string[], { lead, trail }: RowStyle): string {
  const first = lead || cells.length < 2 || cells[0]?.trim() === '' ? '|' : '';
  const last = trail || cells.length < 2 || cells.at(-1)?.trim() === '' ? '|' : '';
  const text = first + cells.join('|') + last;
  return first === '' ? text.replace(/^[ \t]+/, '') : text;
}

const style = fc.record({ lead: fc.boolean(), trail: fc.boolean() });
const container = fc.constantFrom(
  ['', ''],
  ['', ''],
  ['  ', ' '],
  ['> ', '> '],
  ['> ', '>'],
  ['- ', '  '],
  ['12. ', '    '],
  ['> * ', '>   '],
);

/** Any table: styles, escapes, ragged rows, in quotes and lists, with text around it. */
export const tableCase: fc.Arbitrary<TableCase> = fc
  .integer({ min: 1, max: 4 })
  .chain((columns) =>
    fc.record({
      header: fc.array(cell, { minLength: columns, maxLength: columns }),
      dashes: fc.array(fc.tuple(blanks, dashes, blanks), {
        minLength: columns,
        maxLength: columns,
      }),
      rows: fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: columns + 2 }), style), {
        maxLength: 4,
      }),
      styles: fc.tuple(style, style),
      container,
      around: fc.tuple(fc.boolean(), fc.boolean()),
    }),
  )
  .map(({ header, dashes: below, rows, styles, container: [first = '', next = ''], around }) => {
    const lines = [
      first + line(header, styles[0]),
      next +
        line(
          below.map(([a, text, b]) => a + text + b),
          styles[1],
        ),
      ...rows.map(([cells, one]) => next + line(cells, one)),
    ];
    const before = around[0] ? ['前の段落|x', ''] : [];
    const after = around[1] ? ['', '後の段落'] : [];
    return { text: [...before, ...lines, ...after].join('\n'), line: before.length };
  });

/** Reads the table of a case; each is one to the parser too. */
export function readCase({ text, line: at }: TableCase): TextTable {
  const table = readTable(linesOf(text), at);
  if (!table) throw new Error(`no table in ${JSON.stringify(text)}`);
  return table;
}

/** Every line of a table: header, dashes, rows. */
export function allRowsOf({ rows: [header, ...body], delimiter }: TextTable): readonly TableRow[] {
  return [header, delimiter, ...body];
}

/** The cells that the page shows, as the lines have them. */
export function gridOf({ rows, columns }: TextTable): Grid {
  return rows.map(({ cells }) =>
    Array.from({ length: columns }, (_, column) => cellContent(cells[column] ?? '')),
  );
}
