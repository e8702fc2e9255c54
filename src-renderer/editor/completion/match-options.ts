import { searchForms } from '#core/text/search-forms';
import { foldWithOffsets } from '../../ui/highlight.ts';

/** Most options that the popup offers at once. */
export const mostOptions = 50;

/** Something that can be found: folded texts by weight, what it is called first. */
export interface Findable {
  readonly texts: readonly string[];
}

/** How well folded texts hold a form, 0 best; `undefined` where none does. */
function rankOf(texts: readonly string[], form: string): number | undefined {
  for (let index = 0; index < texts.length; index += 1) {
    const at = texts[index]?.indexOf(form) ?? -1;
    // What is found in a later text cannot be better.
    if (at >= 0) return 2 * index + (at === 0 ? 0 : 1);
  }
  return undefined;
}

/**
 * The first things that hold every word of a query, whatever the width, case and kana, in Latin letters
 * for kana too; equally good ones keep their order. `accept` leaves some out.
 */
export function findOptions<Item extends Findable>(
  items: readonly Item[],
  query: string,
  accept: (item: Item) => boolean = () => true,
  limit = mostOptions,
): readonly Item[] {
  const words = query
    .split(/[\s\u3000]+/)
    .map(searchForms)
    .filter((forms) => forms.length > 0);
  // By rank, and no more of one rank than are offered: of thousands that match none is sorted.
  const byRank: Item[][] = [];
  for (const item of items) {
    let rank: number | undefined = 0;
    for (const forms of words) {
      let best: number | undefined;
      for (const form of forms) {
        const own = rankOf(item.texts, form);
        if (own !== undefined && (best === undefined || own < best)) best = own;
      }
      rank = best === undefined || rank === undefined ? undefined : rank + best;
      if (rank === undefined) break;
    }
    if (rank === undefined) continue;
    const equals = (byRank[rank] ??= []);
    if (equals.length < limit && accept(item)) equals.push(item);
    if (rank === 0 && equals.length >= limit) break;
  }
  return byRank.flat().slice(0, limit);
}

/** Where a label holds the words of a query: from, to, from, to…, in UTF-16 offsets. */
export function matchedRanges(label: string, query: string): readonly number[] {
  const { folded, offsets } = foldWithOffsets(label);
  const ranges: [number, number][] = [];
  for (const word of query.split(/[\s\u3000]+/)) {
    const form = searchForms(word).find((one) => folded.includes(one));
    if (form === undefined) continue;
    const at = folded.indexOf(form);
    const from = offsets[at] ?? 0;
    let end = at + form.length;
    while (end < offsets.length - 1 && offsets[end] === offsets[end - 1]) end += 1;
    ranges.push([from, offsets[end] ?? label.length]);
  }
  ranges.sort(([a], [b]) => a - b);
  return ranges
    .filter(([from], index) => index === 0 || from >= (ranges[index - 1]?.[1] ?? 0))
    .flat();
}
