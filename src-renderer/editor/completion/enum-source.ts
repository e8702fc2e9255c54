import type { Locale } from '#core/messages/messages';
import { fold } from '#core/text/fold';
import { type DetailsPlace, inQuotes } from './details-place.ts';
import { findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';

/** The texts that a field's definition allows, by the names that it gives them. */
export function enumOptions(place: DetailsPlace, locale: Locale): readonly Option[] {
  const { field, query, others } = place;
  const values = (field.enum ?? []).flatMap((value, index) => {
    if (typeof value !== 'string' || others.includes(value)) return [];
    const label = field.enumLabels?.[index]?.[locale] ?? value;
    return [{ value, label, texts: [fold(label), fold(value)] }];
  });
  return findOptions(values, query).map(({ value, label }) => ({
    kind: 'value',
    label: label === '' ? '""' : label,
    ...(label === value ? {} : { detail: value }),
    insert: inQuotes(place, value),
    match: matchedRanges(label, query),
  }));
}
