import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowsOfTsv } from '#core/markdown/tsv-rows';

/** A field as spreadsheets copy it. */
const quoted = (field: string): string =>
  /[\t\n\r"]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;

describe('lines that a spreadsheet has copied', () => {
  it('are read back cell by cell, quotes, tabs and line breaks within them too', () => {
    const field = fc.string({ unit: fc.constantFrom('あ', 'b', '"', '\t', '\n', ' ', '|', '5') });
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((columns) =>
        fc.array(fc.array(field, { minLength: columns, maxLength: columns }), {
          minLength: 1,
          maxLength: 4,
        }),
      )
      .filter((all) => all.some(([first]) => first?.trim() !== ''));
    fc.assert(
      fc.property(rows, fc.constantFrom('\n', '\r\n'), fc.boolean(), (all, end, ended) => {
        const text = all.map((row) => row.map(quoted).join('\t')).join(end) + (ended ? end : '');
        expect(rowsOfTsv(text)).toEqual(all);
      }),
    );
  });

  it('keep a quote that is only a character', () => {
    expect(rowsOfTsv('"a" と言う\tb\n5" の板\td')).toEqual([
      ['"a" と言う', 'b'],
      ['5" の板', 'd'],
    ]);
  });

  it('are no table without tabs, with uneven rows, or where tabs only indent', () => {
    for (const text of ['', 'a', 'a\nb', 'a\tb\nc', 'a\tb\n\nc\td', '\tif (a)\n\treturn', '\t']) {
      expect([text, rowsOfTsv(text)]).toEqual([text, undefined]);
    }
  });
});
