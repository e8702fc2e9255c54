import type { GuideEntry } from '#core/catalog/guide-entry';
import { nearestName } from '#core/lint/nearest-name';
import { fold } from '#core/text/fold';
import { keyOf } from '../../stores/workspace-store.ts';

type Entries = ReadonlyMap<string, GuideEntry>;

/** The guides that a picker offers, in its three groups. */
export interface RelationChoices {
  /** The guide that a missing value was probably meant to be; a search has one list alone, in `others`. */
  readonly near: readonly GuideEntry[];
  readonly sameCategory: readonly GuideEntry[];
  readonly others: readonly GuideEntry[];
}

/** A guide's text folded for searching. */
interface SearchText {
  readonly name: string;
  readonly title: string;
  readonly all: string;
}

// Thousands of guides are searched at every key: what does not change with the query is kept, by the
// identity of what it was made from, since neither entries nor their list are ever changed in place.
const searchTexts = new WeakMap<GuideEntry, SearchText>();
const sortedLists = new WeakMap<Entries, readonly GuideEntry[]>();
const nearestOnes = new WeakMap<Entries, Map<string, GuideEntry | undefined>>();
const byName = new Intl.Collator('ja', { numeric: true });

function searchText(entry: GuideEntry): SearchText {
  let text = searchTexts.get(entry);
  if (text === undefined) {
    const { name, title, slug, category, tags, keys = {} } = entry;
    const all = fold([name, title, slug, category, ...tags, ...Object.values(keys)].join('\n'));
    text = { name: fold(name), title: fold(title), all };
    searchTexts.set(entry, text);
  }
  return text;
}

/** How well a guide that holds every word matches, 0 best: by what it is called, then by what it is about. */
function rank({ name, title }: SearchText, key: string, words: readonly string[]): number {
  const named = [name, key];
  const query = words.join(' ');
  if (named.includes(query)) return 0;
  if (named.some((text) => text.startsWith(query))) return 1;
  if (named.some((text) => words.every((word) => text.includes(word)))) return 2;
  return words.every((word) => title.includes(word)) ? 3 : 4;
}

function sorted(entries: Entries): readonly GuideEntry[] {
  let list = sortedLists.get(entries);
  if (!list) {
    list = [...entries.values()]
      .filter(({ kind }) => kind === 'guide')
      .sort((a, b) => byName.compare(a.name, b.name));
    sortedLists.set(entries, list);
  }
  return list;
}

/** The guide that a value of `field` which no guide has was probably meant to name; never the guide itself. */
export function nearestGuide(
  entries: Entries,
  path: string,
  field: string,
  missing: string,
): GuideEntry | undefined {
  const known = nearestOnes.get(entries) ?? new Map<string, GuideEntry | undefined>();
  nearestOnes.set(entries, known);
  const asked = [path, field, missing].join('\0');
  if (!known.has(asked)) {
    const candidates = sorted(entries).filter((entry) => entry.path !== path);
    const names = candidates.map((entry) => keyOf(entry, field)).filter((key) => key !== '');
    const name = nearestName(missing, names);
    known.set(
      asked,
      name === undefined ? undefined : candidates.find((one) => keyOf(one, field) === name),
    );
  }
  return known.get(asked);
}

/**
 * Guides that can be named by `field`, but for the guide itself, that hold every word of the query in
 * name, title, category, tags or keys, whatever the width, case and kana. Those that match equally well
 * stand by the nearest to `missing`, the guide's own category, and name.
 */
export function relationChoices(
  entries: Entries,
  path: string,
  field: string,
  query: string,
  missing: string | undefined,
): RelationChoices {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = sorted(entries).filter((entry) => {
    if (entry.path === path || keyOf(entry, field) === '') return false;
    const text = words.length === 0 ? '' : searchText(entry).all;
    return words.every((word) => text.includes(word));
  });
  const nearest = missing === undefined ? undefined : nearestGuide(entries, path, field, missing);
  const category = entries.get(path)?.category ?? '';
  const inCategory = ({ category: its }: GuideEntry): boolean =>
    category !== '' && its === category;
  if (words.length > 0) {
    const order = (entry: GuideEntry): number =>
      3 * rank(searchText(entry), fold(keyOf(entry, field)), words) +
      (entry === nearest ? 0 : inCategory(entry) ? 1 : 2);
    const orders = new Map(found.map((entry) => [entry, order(entry)]));
    const others = found.toSorted((a, b) => (orders.get(a) ?? 0) - (orders.get(b) ?? 0));
    return { near: [], sameCategory: [], others };
  }
  const rest = found.filter((entry) => entry !== nearest);
  return {
    near: nearest && found.includes(nearest) ? [nearest] : [],
    sameCategory: rest.filter(inCategory),
    others: rest.filter((entry) => !inCategory(entry)),
  };
}
