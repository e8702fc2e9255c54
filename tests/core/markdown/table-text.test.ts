import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allRowsOf, gridOf, parsedTable, readCase, tableCase } from './table-cases.ts';
import { rowText } from '#core/markdown/table-row';
import { linesOf, readTable } from '#core/markdown/table-text';

describe('a table read from its lines', () => {
  it('[P1] is put together again byte for byte', () => {
    fc.assert(
      fc.property(tableCase, (one) => {
        const lines = linesOf(one.text);
        for (const row of allRowsOf(readCase(one))) {
          expect(rowText(row)).toBe(lines.text(row.line));
          expect(row.from).toBe(lines.from(row.line));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has the cells and alignments that the preview shows, whichever of its lines is asked for', () => {
    fc.assert(
      fc.property(tableCase, (one) => {
        const parsed = parsedTable(one.text)!;
        const [from, to] = parsed.lines;
        for (let line = from; line <= to; line += 1) {
          const table = readTable(linesOf(one.text), line)!;
          expect({ grid: gridOf(table), alignments: table.alignments }).toEqual({
            grid: parsed.grid,
            alignments: parsed.alignments,
          });
        }
        expect(readTable(linesOf(one.text), to + 1)).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });

  it('ends and begins where the preview says, among lines of all kinds', () => {
    const line = fc.constantFrom(
      ...['| a | b |', '|---|:-:|', 'a | b', '-|-', ':-|', 'x', ''],
      ...['# a | b', '---', '|', '||', '|-|', '***', '  |-|-|'],
      ...['=== | ===', '> ', '\\| a |', '```', '--- | --- x', '| a \\| b | c |'],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 7 }), (all) => {
        const text = all.join('\n');
        const parsed = parsedTable(text);
        fc.pre(!text.includes('```'));
        if (!parsed) return;
        const table = readTable(linesOf(text), parsed.lines[0]);
        expect(table?.rows[0].line).toBe(parsed.lines[0]);
        expect(gridOf(table!)).toEqual(parsed.grid);
      }),
      { numRuns: 1500 },
    );
  });

  it('ends where a list, a quote or code begins', () => {
    const head = '| a | b |\n|---|---|\n| 1 | 2 |\n';
    for (const next of ['- a | b', '1. | a | b |', '> | a | b |', '    | a |', '7) x', '<div>']) {
      const parsed = parsedTable(head + next)!;
      expect(parsed.grid.length).toBe(2);
      expect(gridOf(readTable(linesOf(head + next), 0)!)).toEqual(parsed.grid);
    }
  });

  it('is none where its lines do not stand in the same quote or list item', () => {
    for (const text of [
      '- a | b\n---|---',
      '> a | b\n---|---',
      'a | b\n> ---|---',
      'a | b\n- | -',
    ]) {
      expect(parsedTable(text)).toBeUndefined();
      expect(readTable(linesOf(text), 0)).toBeUndefined();
    }
  });
});
