import type { GuideEntry } from '#core/catalog/guide-entry';
import type { SearchMatch } from '#core/text/search-excerpts';
import type { SearchGroup } from '#core/text/search-results';

/** A row of the results: a guide, or a place in it. */
export type SearchRow =
  | {
      readonly kind: 'guide';
      readonly path: string;
      readonly name: string;
      readonly title: string;
      readonly count: number;
      /** How many of them have rows. */
      readonly shown: number;
    }
  | { readonly kind: 'match'; readonly path: string; readonly match: SearchMatch };

/** The rows of what was found, each guide followed by its places. */
export function searchRows(
  groups: readonly SearchGroup[],
  entries: ReadonlyMap<string, GuideEntry>,
): readonly SearchRow[] {
  return groups.flatMap(({ path, count, matches }): SearchRow[] => {
    const entry = entries.get(path);
    const [name, title] = [entry?.name || path, entry?.title ?? ''];
    return [
      {
        kind: 'guide',
        path,
        name,
        title: title === name ? '' : title,
        count,
        shown: matches.length,
      },
      ...matches.map((match) => ({ kind: 'match', path, match }) as const),
    ];
  });
}

/** The number of the next row (1) or previous one (-1) that is a place; `undefined` where there is none. */
export function nextMatchRow(
  rows: readonly SearchRow[],
  from: number,
  step: 1 | -1,
): number | undefined {
  for (let index = from + step; index >= 0 && index < rows.length; index += step) {
    if (rows[index]?.kind === 'match') return index;
  }
  return undefined;
}
