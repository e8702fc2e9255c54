import type { GuideKnowledge } from '../guide-knowledge.ts';
import { type DetailsPlace, inQuotes } from './details-place.ts';
import { findableGuides } from './guide-options.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';

/** The guides that a field of related guides can name; those of the list already, and the guide itself, are left out. */
export function relationOptions(
  place: DetailsPlace,
  knowledge: GuideKnowledge,
  path: string,
): readonly Option[] {
  const relation = place.field.relation?.field;
  if (relation === undefined) return [];
  const taken = new Set(place.others);
  const found = findOptions(findableGuides(knowledge.entries()), place.query, ({ entry }) => {
    const key = knowledge.keyOf(entry, relation);
    return key !== '' && entry.path !== path && !taken.has(key);
  });
  return found.map(({ entry }) => {
    const key = knowledge.keyOf(entry, relation);
    return {
      kind: 'guide',
      label: entry.name,
      detail: entry.title,
      aside: key,
      insert: inQuotes(place, key),
      match: matchedRanges(entry.name, place.query),
    };
  });
}
