import type { GuideEntry } from '#core/catalog/guide-entry';
import type { VocabularyTerm } from '#core/catalog/workspace-config';
import type { Layout } from '#core/ipc/layout';
import type { Locale } from '#core/messages/messages';
import { fold } from '#core/text/fold';

/** Order of the list. */
export type GuideSort = NonNullable<Layout['sort']>;

/** Which guides the list shows: all, those that differ from the site, those with findings. */
export type GuideScope = 'all' | 'not-exported' | 'with-findings';

/** A row of the list; `position` counts guides from 1, headers not. */
export type GuideRow =
  | { readonly kind: 'group'; readonly id: string; readonly label: string; readonly count: number }
  | { readonly kind: 'guide'; readonly entry: GuideEntry; readonly position: number };

interface EntryKeys {
  readonly name: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly slug: string;
  readonly path: string;
}

const keysByEntry = new WeakMap<GuideEntry, EntryKeys>();

/** The folded texts of an entry that the filter looks at; computed once per entry. */
export function keysOf(entry: GuideEntry): EntryKeys {
  const known = keysByEntry.get(entry);
  if (known !== undefined) return known;
  const keys: EntryKeys = {
    name: fold(entry.name),
    title: fold(entry.title),
    tags: entry.tags.map(fold),
    slug: fold(entry.slug),
    path: fold(entry.path),
  };
  keysByEntry.set(entry, keys);
  return keys;
}

/** The folded words of a filter; an empty filter has none. */
export function filterWords(filter: string): readonly string[] {
  return fold(filter)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether every word occurs in the name, title, URL name, file or a tag of the guide. */
export function matchesWords(entry: GuideEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const keys = keysOf(entry);
  return words.every(
    (word) =>
      keys.name.includes(word) ||
      keys.title.includes(word) ||
      keys.slug.includes(word) ||
      keys.tags.some((tag) => tag.includes(word)) ||
      keys.path.includes(word),
  );
}

/** Whether a guide differs from the site of the export target. */
export function isNotExported(entry: GuideEntry): boolean {
  const { siteState } = entry;
  return siteState === 'changed' || siteState === 'new' || siteState === 'conflict';
}

/** Whether a guide has an error or a warning; notes and hints alone do not put it in the list. */
export function hasFindings(entry: GuideEntry): boolean {
  return entry.counts.error > 0 || entry.counts.warning > 0;
}

/** Whether a guide belongs to a scope. */
export function inScope(entry: GuideEntry, scope: GuideScope): boolean {
  if (scope === 'not-exported') return isNotExported(entry);
  return scope === 'all' || hasFindings(entry);
}

/** The entries in the order chosen; equal ones by file, so that the order never depends on reading. */
export function sortEntries(
  entries: readonly GuideEntry[],
  sort: GuideSort,
  locale: Locale,
): readonly GuideEntry[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const byPath = (a: GuideEntry, b: GuideEntry) => compare(a.path, b.path);
  const orders: Record<GuideSort, (a: GuideEntry, b: GuideEntry) => number> = {
    name: (a, b) => compare(a.name, b.name) || byPath(a, b),
    title: (a, b) => compare(a.title || a.name, b.title || b.name) || byPath(a, b),
    path: byPath,
    findings: (a, b) =>
      b.counts.error - a.counts.error ||
      b.counts.warning - a.counts.warning ||
      compare(a.name, b.name) ||
      byPath(a, b),
  };
  return [...entries].sort(orders[sort]);
}

/** Labels of the groups that no category gives. */
export interface GroupLabels {
  readonly noCategory: string;
  readonly others: string;
}

/**
 * Rows with a header before each category: categories in the order of the vocabulary, then the
 * unknown ones by id, then guides without one, then documents that are no guides.
 */
export function groupRows(
  entries: readonly GuideEntry[],
  categories: readonly VocabularyTerm[],
  labels: GroupLabels,
  locale: Locale,
): readonly GuideRow[] {
  const byCategory = new Map<string, GuideEntry[]>();
  for (const entry of entries) {
    const id = entry.kind === 'other' ? 'other' : `category:${entry.category}`;
    const group = byCategory.get(id);
    if (group === undefined) byCategory.set(id, [entry]);
    else group.push(entry);
  }
  const known = categories.map((term) => `category:${term.id}`);
  const unknown = [...byCategory.keys()]
    .filter((id) => id !== 'other' && id !== 'category:' && !known.includes(id))
    .sort();
  const labelById = new Map(categories.map((term) => [`category:${term.id}`, term.label[locale]]));
  const rows: GuideRow[] = [];
  let position = 0;
  for (const id of [...known, ...unknown, 'category:', 'other']) {
    const group = byCategory.get(id);
    if (group === undefined) continue;
    const fallback =
      id === 'other'
        ? labels.others
        : id === 'category:'
          ? labels.noCategory
          : id.slice('category:'.length);
    rows.push({ kind: 'group', id, label: labelById.get(id) ?? fallback, count: group.length });
    for (const entry of group) rows.push({ kind: 'guide', entry, position: (position += 1) });
  }
  return rows;
}

/** Rows without headers. */
export function plainRows(entries: readonly GuideEntry[]): readonly GuideRow[] {
  return entries.map((entry, index) => ({ kind: 'guide', entry, position: index + 1 }));
}
