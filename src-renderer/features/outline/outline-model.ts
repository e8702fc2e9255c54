import { plainTitle } from '#core/markdown/plain-title';
import { fold } from '#core/text/fold';

/** A heading as the outline needs it. */
export interface OutlineHeading {
  /** 1 to 6. */
  readonly level: number;
  /** As written, with marks. */
  readonly text: string;
}

/** A row of the outline. */
export interface OutlineRow {
  /** Index among all headings of the guide. */
  readonly index: number;
  readonly level: number;
  /** Without the marks of Markdown. */
  readonly title: string;
}

const DEEPEST = 4;

/** Most rows that are drawn; a longer outline asks to be filtered. */
export const mostRows = 1500;

/** The headings that the outline shows: down to the fourth level, those that hold the query. */
export function outlineRows(headings: readonly OutlineHeading[], query: string): OutlineRow[] {
  const wanted = fold(query.trim());
  return headings.flatMap(({ level, text }, index) => {
    const title = plainTitle(text);
    const fits = level <= DEEPEST && (wanted === '' || fold(title).includes(wanted));
    return fits ? [{ index, level, title }] : [];
  });
}

/** Position among the rows of the section that holds heading `current`; -1 before the first. */
export function rowOfHeading(rows: readonly OutlineRow[], current: number): number {
  return rows.findLastIndex(({ index }) => index <= current);
}
