import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { Locale } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import { fold } from '#core/text/fold';

/** A word that completes a field. */
export interface Term {
  readonly id: string;
  /** In the language in use; equal to `id` where the vocabulary has no label. */
  readonly label: string;
  /** How many guides use it. */
  readonly uses: number;
}

function usedValues(field: FieldModel, entry: GuideEntry): readonly string[] {
  const name = field.vocabulary ?? field.name;
  if (name === 'tags') return entry.tags;
  return name === 'category' && entry.category !== '' ? [entry.category] : [];
}

/** The words for a field: its list in the vocabulary, then what guides use beyond it, most used first. */
export function termsFor(
  field: FieldModel,
  vocabulary: Vocabulary,
  entries: ReadonlyMap<string, GuideEntry>,
  locale: Locale,
): readonly Term[] {
  const uses = new Map<string, number>();
  for (const entry of entries.values()) {
    for (const value of usedValues(field, entry)) uses.set(value, (uses.get(value) ?? 0) + 1);
  }
  const name = field.vocabulary;
  const listed = name !== undefined && Object.hasOwn(vocabulary, name) ? vocabulary[name] : [];
  const terms = new Map<string, Term>();
  for (const { id, label } of listed ?? []) {
    terms.set(id, { id, label: label[locale], uses: uses.get(id) ?? 0 });
  }
  const beyond = [...uses].filter(([id]) => !terms.has(id)).sort(([, a], [, b]) => b - a);
  for (const [id, count] of beyond) terms.set(id, { id, label: id, uses: count });
  return [...terms.values()];
}

/** Terms that contain what was typed, whatever the width, case or kana; those that begin with it first. */
export function matchTerms(terms: readonly Term[], query: string): readonly Term[] {
  const wanted = fold(query.trim());
  if (wanted === '') return terms;
  const found = terms.flatMap((term) => {
    const places = [term.id, term.label].map((text) => fold(text).indexOf(wanted));
    const hits = places.filter((place) => place !== -1);
    return hits.length > 0 ? [{ term, begins: hits.includes(0) }] : [];
  });
  return [...found.filter(({ begins }) => begins), ...found.filter(({ begins }) => !begins)].map(
    ({ term }) => term,
  );
}
