import type { GuideEntry } from '#core/catalog/guide-entry';
import { nearestName } from '#core/lint/nearest-name';
import { fold } from '#core/text/fold';

/** The guides that a picker offers, in its three groups. */
export interface RelationChoices {
  /** The guide that a missing slug was probably meant to be. */
  readonly near: readonly GuideEntry[];
  readonly sameCategory: readonly GuideEntry[];
  readonly others: readonly GuideEntry[];
}

function matches(entry: GuideEntry, words: readonly string[]): boolean {
  const text = fold(
    [entry.name, entry.title, entry.slug, entry.category, ...entry.tags].join('\n'),
  );
  return words.every((word) => text.includes(word));
}

/** Guides that can be related: those with a slug, but for the guide itself, that hold every word of the query. */
export function relationChoices(
  entries: ReadonlyMap<string, GuideEntry>,
  path: string,
  query: string,
  missing: string | undefined,
): RelationChoices {
  const own = entries.get(path);
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const found = [...entries.values()]
    .filter((entry) => entry.kind === 'guide' && entry.slug !== '' && entry.path !== path)
    .filter((entry) => matches(entry, words))
    .sort((a, b) => a.name.localeCompare(b.name));
  const slug =
    missing === undefined
      ? undefined
      : nearestName(
          missing,
          found.map((one) => one.slug),
        );
  const near = found.filter((entry) => slug !== undefined && entry.slug === slug).slice(0, 1);
  const rest = found.filter((entry) => !near.includes(entry));
  const category = own?.category ?? '';
  const isSame = (entry: GuideEntry): boolean => category !== '' && entry.category === category;
  return {
    near,
    sameCategory: rest.filter(isSame),
    others: rest.filter((entry) => !isSame(entry)),
  };
}
