import Papa from 'papaparse';

/** Fields as spreadsheets write them: one that holds a tab, a quote or a line break stands in quotes. */
function fieldsOf(text: string): readonly (readonly string[])[] {
  const quoted = Papa.parse<string[]>(text, { delimiter: '\t', header: false });
  if (quoted.errors.length === 0) return quoted.data;
  // A quote that is only a character of the text, such as that of “"a" and b”.
  return text.split(/\r\n|\r|\n/).map((line) => line.split('\t'));
}

/**
 * The rows of a text that a spreadsheet has copied, or `undefined` where it is no table: each row has
 * the same number of cells, two at least, and something other than an indent in the first column.
 */
export function rowsOfTsv(text: string): readonly (readonly string[])[] | undefined {
  if (!text.includes('\t')) return undefined;
  const rows = fieldsOf(text.replace(/(?:\r\n|\r|\n)$/, ''));
  const columns = rows[0]?.length ?? 0;
  const isTable =
    columns >= 2 &&
    rows.every((row) => row.length === columns) &&
    rows.some(([first]) => first?.trim() !== '');
  return isTable ? rows : undefined;
}
