import type { Locale } from '#core/messages/messages';
import type { GuideKnowledge } from '../guide-knowledge.ts';
import { type DetailsPlace, inQuotes } from './details-place.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';
import { findableWords, useCount } from './word-options.ts';

/** The words for a field with a vocabulary, such as tags, search keywords and the category, with how often they are used. */
export async function vocabularyOptions(
  place: DetailsPlace,
  knowledge: GuideKnowledge,
  locale: Locale,
): Promise<readonly Option[]> {
  const { field, query } = place;
  const words = findableWords(
    field.vocabulary ?? field.name,
    knowledge,
    await knowledge.uses(),
    locale,
  );
  const taken = new Set(place.others);
  return findOptions(words, query, ({ id }) => !taken.has(id)).map(({ id, label, uses }) => {
    const aside = useCount(uses, locale);
    return {
      kind: 'word',
      label,
      ...(label === id ? {} : { detail: id }),
      ...(aside === undefined ? {} : { aside }),
      insert: inQuotes(place, id),
      match: matchedRanges(label, query),
    };
  });
}
