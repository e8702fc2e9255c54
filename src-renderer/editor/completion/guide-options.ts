import type { GuideEntry } from '#core/catalog/guide-entry';
import { fold } from '#core/text/fold';
import type { Findable } from './match-options.ts';

type Entries = ReadonlyMap<string, GuideEntry>;

/** A guide made ready for searching; its folded name comes first. */
export interface FindableGuide extends Findable {
  readonly entry: GuideEntry;
}

// Thousands of guides are searched while a name is typed: what does not change with the query is kept
// by the identity of what it was made from, since neither entries nor their map are changed in place.
const folded = new WeakMap<GuideEntry, FindableGuide>();
const indexes = new WeakMap<Entries, readonly FindableGuide[]>();
// Every check of an open guide makes another map; in the order of the last one it is nearly sorted.
let latest: readonly FindableGuide[] = [];

function findable(entry: GuideEntry): FindableGuide {
  let item = folded.get(entry);
  if (!item) {
    const { name, title, slug, keys = {}, tags } = entry;
    const texts = [name, slug, title, [...Object.values(keys), ...tags].join('\n')].map(fold);
    folded.set(entry, (item = { entry, texts }));
  }
  return item;
}

function byName({ texts: [a = ''] }: FindableGuide, { texts: [b = ''] }: FindableGuide): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** All guides by name, folded; made once for each state of the folder. */
export function findableGuides(entries: Entries): readonly FindableGuide[] {
  let index = indexes.get(entries);
  if (!index) {
    const known = new Set(latest.map(({ entry }) => entry.path));
    index = [
      ...latest.flatMap(({ entry }) => entries.get(entry.path) ?? []),
      ...[...entries.values()].filter(({ path }) => !known.has(path)),
    ]
      .filter(({ kind }) => kind === 'guide')
      .map(findable)
      .sort(byName);
    indexes.set(entries, index);
    latest = index;
  }
  return index;
}
