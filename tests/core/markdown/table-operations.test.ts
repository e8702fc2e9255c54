import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '#core/document/text-edit';
import { addColumn, alignColumns, deleteColumns, moveColumns } from '#core/markdown/table-columns';
import { fillCells, type TableChange } from '#core/markdown/table-edit';
import { tableText, toCellText } from '#core/markdown/table-make';
import { cellContent, rowText } from '#core/markdown/table-row';
import { addRow, deleteRows, moveRows } from '#core/markdown/table-rows';
import { linesOf, readTable, type TextTable } from '#core/markdown/table-text';
import { tidyTable } from '#core/markdown/table-tidy';
import { displayWidth } from '#core/text/display-width';
import {
  allRowsOf,
  type Grid,
  gridOf,
  parsedTable,
  readCase,
  type TableCase,
  tableCase,
} from './table-cases.ts';

const pick = fc.nat({ max: 1000 });
const by = fc.constantFrom<1 | -1>(1, -1);
const alignment = fc.constantFrom('none', 'left', 'center', 'right');

/** What one operation does to a table, and to a grid of cells: the model it is held against. */
interface Operation {
  readonly change: TableChange | undefined;
  readonly grid: (grid: Grid) => Grid;
  /** Lines of the text before (from 0) that it may touch. */
  readonly lines: readonly number[];
}

const swap = <T>(all: readonly T[], a: number, b: number): T[] =>
  all.map((_, index) => all[index === a ? b : index === b ? a : index]!);

const operations: Readonly<
  Record<string, (table: TextTable, a: number, step: 1 | -1) => Operation>
> = {
  'adding a row': (table, a) => {
    const at = 1 + (a % table.rows.length);
    return {
      change: addRow(table, at),
      grid: (grid) =>
        grid.toSpliced(
          at,
          0,
          grid[0]!.map(() => ''),
        ),
      lines: [],
    };
  },
  'deleting a row': (table, a) => {
    const row = 1 + (a % Math.max(1, table.rows.length - 1));
    return {
      change: deleteRows(table, new Set([row])),
      grid: (grid) => grid.toSpliced(row, 1),
      lines: table.rows.slice(row, row + 1).map(({ line }) => line),
    };
  },
  'moving a row': (table, a, step) => {
    const row = a % table.rows.length;
    return {
      change: moveRows(table, new Set([row]), step),
      grid: (grid) => swap(grid, row, row + step),
      lines: [row, row + step].flatMap((one) => table.rows[one]?.line ?? []),
    };
  },
  'adding a column': (table, a) => {
    const at = a % (table.columns + 1);
    return {
      change: addColumn(table, at, Math.max(0, at - 1)),
      grid: (grid) => grid.map((row) => row.toSpliced(at, 0, '')),
      lines: allRowsOf(table).flatMap(({ cells, line }) => (cells.length < at ? [] : line)),
    };
  },
  'deleting a column': (table, a) => {
    const column = a % table.columns;
    return {
      change: table.columns > 1 ? deleteColumns(table, new Set([column])) : undefined,
      grid: (grid) => grid.map((row) => row.toSpliced(column, 1)),
      lines: allRowsOf(table).flatMap(({ cells, line }) => (cells.length <= column ? [] : line)),
    };
  },
  'moving a column': (table, a, step) => {
    const column = a % table.columns;
    return {
      change: moveColumns(table, new Set([column]), step),
      grid: (grid) => grid.map((row) => swap(row, column, column + step)),
      lines: allRowsOf(table).flatMap(({ cells, line }) =>
        cells.length <= Math.min(column, column + step) ? [] : line,
      ),
    };
  },
};

/** The text after an operation, read again. */
function after(one: TableCase, { edits }: { readonly edits: TableChange['edits'] }) {
  const text = applyEdits(one.text, edits);
  const table = readTable(linesOf(text), one.line);
  return { text, table, grid: table && gridOf(table), parsed: parsedTable(text) };
}

describe.each(Object.keys(operations))('%s', (name) => {
  const operation = operations[name]!;

  it('does to the page what it does to the cells, and touches no other line', () => {
    fc.assert(
      fc.property(tableCase, pick, by, (one, a, step) => {
        const table = readCase(one);
        const { change, grid, lines } = operation(table, a, step);
        fc.pre(change !== undefined);
        const before = parsedTable(one.text)!;
        const { text, parsed, grid: read } = after(one, change);
        expect(parsed?.grid).toEqual(grid(before.grid));
        expect(read).toEqual(parsed?.grid);
        const kept = one.text.split('\n').filter((_, line) => !lines.includes(line));
        const now = text.split('\n');
        // In order, and byte for byte.
        let from = 0;
        for (const line of kept) {
          const at = now.indexOf(line, from);
          expect(at).toBeGreaterThanOrEqual(from);
          from = at + 1;
        }
      }),
      { numRuns: 120 },
    );
  });

  it('keeps the blanks of every cell that stands between pipes before and after', () => {
    fc.assert(
      fc.property(tableCase, pick, by, (one, a, step) => {
        const table = readCase(one);
        const { change } = operation(table, a, step);
        fc.pre(change !== undefined);
        const { table: now } = after(one, change);
        table.rows.forEach((row, index) => {
          row.cells.slice(0, table.columns).forEach((raw, column) => {
            // What is deleted has no cell of its own any more, but another may hold the same words.
            const deleted = 1 + (a % Math.max(1, table.rows.length - 1));
            if (name === 'deleting a row' && index === deleted) return;
            if (name === 'deleting a column' && column === a % table.columns) return;
            const open =
              (row.lead === '' && column === 0) ||
              (row.trail === '' && column === row.cells.length - 1);
            const place = change.moved({ row: index, column });
            const cell = now?.rows[place.row]?.cells[place.column];
            const back = cellContent(cell ?? '') === cellContent(raw);
            if (name.startsWith('deleting') && !back) return;
            if (!open && cellContent(raw) !== '')
              expect(cell?.trimStart()).toContain(cellContent(raw));
            if (!open && now?.rows[place.row]?.trail === '|') {
              const isFirst = place.column === 0 && now.rows[place.row]?.lead === '';
              if (!isFirst && cellContent(raw) !== '' && back) expect(cell).toBe(raw);
            }
          });
        });
      }),
      { numRuns: 80 },
    );
  });
});

describe('aligning a column', () => {
  it('changes the cell of the dashes only', () => {
    fc.assert(
      fc.property(tableCase, pick, alignment, (one, a, to) => {
        const table = readCase(one);
        const column = a % table.columns;
        const { text, parsed } = after(one, alignColumns(table, new Set([column]), to));
        const before = parsedTable(one.text)!;
        expect(parsed?.grid).toEqual(before.grid);
        expect(parsed?.alignments).toEqual(before.alignments.with(column, to));
        const { line } = table.delimiter;
        expect(text.split('\n').toSpliced(line, 1)).toEqual(
          one.text.split('\n').toSpliced(line, 1),
        );
      }),
    );
  });
});

describe('tidying a table', () => {
  it('changes no cell, puts pipe below pipe, and has nothing to do the second time', () => {
    fc.assert(
      fc.property(tableCase, (one) => {
        const { text, table, parsed } = after(one, tidyTable(readCase(one)));
        const before = parsedTable(one.text)!;
        expect(parsed?.grid).toEqual(before.grid);
        expect(parsed?.alignments).toEqual(before.alignments);
        const shown = allRowsOf(table!).map((row) =>
          row.cells.slice(0, table!.columns).map((cell) => displayWidth(cell)),
        );
        expect(new Set(shown.map((widths) => widths.join())).size).toBe(1);
        expect(applyEdits(text, tidyTable(table!).edits)).toBe(text);
      }),
      { numRuns: 120 },
    );
  });

  it('counts full-width characters and emoji as two, half-width ones as one', () => {
    const text = '|名前|n|\n|:--|-:|\n|ｱｲ|👩‍👩‍👧|\n|a|12345|';
    expect(applyEdits(text, tidyTable(readCase({ text, line: 0 })).edits)).toBe(
      ['| 名前 |     n |', '| :--- | ----: |', '| ｱｲ   |    👩‍👩‍👧 |', '| a    | 12345 |'].join('\n'),
    );
  });
});

describe('filling cells', () => {
  it('does to the page what a spreadsheet does, and keeps every other cell', () => {
    const content = fc.string({
      unit: fc.constantFrom('あ', 'b', '|', '\\', ' ', '\n', '\t'),
      maxLength: 5,
    });
    const rows = fc.array(fc.array(content, { maxLength: 3 }), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(tableCase, pick, pick, rows, (one, a, b, raw) => {
        const table = readCase(one);
        const place = { row: a % table.rows.length, column: b % table.columns };
        const contents = raw.map((row) => row.map(toCellText));
        const { parsed, grid } = after(one, { edits: fillCells(table, place, contents) });
        const wide = Math.max(...contents.map((row) => row.length));
        const columns = Math.max(table.columns, place.column + wide);
        const before = parsedTable(one.text)!.grid;
        const expected = Array.from(
          { length: Math.max(before.length, place.row + contents.length) },
          (_, row) =>
            Array.from({ length: columns }, (__, column) => {
              const own = contents[row - place.row]?.[column - place.column];
              return own ?? before[row]?.[column] ?? '';
            }),
        );
        expect(grid).toEqual(expected);
        expect(parsed?.grid.length).toBe(expected.length);
      }),
      { numRuns: 120 },
    );
  });
});

describe('a new table', () => {
  it('has the cells it was made of', () => {
    const content = fc.string({ unit: fc.constantFrom('あ', 'b', '|', '\\', ' ', '\n', '\r') });
    fc.assert(
      fc.property(
        fc.array(fc.array(content, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }),
        fc.constantFrom('', '> ', '  '),
        (rows, prefix) => {
          const table = readTable(linesOf(tableText(rows, { prefix })), 0)!;
          const columns = Math.max(...rows.map((row) => row.length));
          expect(gridOf(table)).toEqual(
            rows.map((row) =>
              Array.from({ length: columns }, (_, column) => toCellText(row[column] ?? '')),
            ),
          );
          expect(allRowsOf(table).every((row) => rowText(row).startsWith(`${prefix}|`))).toBe(true);
        },
      ),
    );
  });
});
