import type { Locale } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';

/** Columns of the form's grid. */
const all = 12;
/** Columns that may be left over beside fields before these are widened to the edge. */
const mostSlack = 3;

/** How many of the form's 12 columns a field asks for by its kind. */
function columnsOf({ widget, width, length, pattern, format }: FieldModel): number {
  switch (widget) {
    case 'long-text':
    case 'relations':
    case 'object':
    case 'object-list':
    case 'variants':
    case 'url':
    case 'raw':
      return all;
    case 'chips':
    case 'relation':
      return 6;
    case 'category':
    case 'enum':
      return 5;
    case 'date':
      return format === 'date' ? 4 : 6;
    case 'image':
    case 'number':
    case 'boolean':
      return 4;
    case 'text':
      return (width ?? length) ? 7 : pattern === undefined ? 6 : 4;
  }
}

/**
 * The columns that a label needs to stand on one line beside its name in the file, in the window
 * of 1440 px: a column is 34 px and a gap 20, a full-width letter 13, one of the name 6.6.
 */
function columnsOfLabel({ label, name, widget }: FieldModel, locale: Locale): number {
  const written = label[locale];
  const key = written === name ? 0 : 7 + name.length * 6.6;
  // Where a date is removed.
  const button = widget === 'date' ? 68 : 0;
  return Math.ceil((displayWidth(written) * 13 + key + button + 20) / 54);
}

/** Widens the narrowest of some fields by a column at a time, until they fill their row. */
function fillRow(row: number[]): void {
  let slack = all - row.reduce((sum, columns) => sum + columns, 0);
  if (row.length < 2 || slack > mostSlack) return;
  for (; slack > 0; slack -= 1) {
    const narrowest = row.indexOf(Math.min(...row));
    row[narrowest] = (row[narrowest] ?? 0) + 1;
  }
}

/** The columns of fields in the order of the form: by kind, more for a long label, and no ragged edge where little is left over. */
export function columnsFor(fields: readonly FieldModel[], locale: Locale): readonly number[] {
  const rows: number[][] = [];
  let taken = all;
  for (const field of fields) {
    const columns = Math.max(columnsOf(field), Math.min(7, columnsOfLabel(field, locale)));
    if (taken + columns > all) {
      rows.push([]);
      taken = 0;
    }
    rows.at(-1)?.push(columns);
    taken += columns;
  }
  for (const row of rows) fillRow(row);
  return rows.flat();
}
