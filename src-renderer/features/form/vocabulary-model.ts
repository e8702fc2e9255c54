import type { Vocabulary } from '#core/catalog/workspace-config';
import type { Locale } from '#core/messages/messages';
import type { FieldModel } from '#core/schema/field-model';
import { fold } from '#core/text/fold';

/** How many guides use each value of each vocabulary list. */
export type Uses = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** A word that completes a field. */
export interface Term {
  readonly id: string;
  /** In the language in use; equal to `id` where the vocabulary has no label. */
  readonly label: string;
  /** How many guides use it. */
  readonly uses: number;
  /** It stands in the vocabulary, and is not only in use. */
  readonly listed: boolean;
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** The words for a field: those it allows, else its list in the vocabulary, then what guides use beyond it, most used first. */
export function termsFor(
  field: FieldModel,
  vocabulary: Vocabulary,
  uses: Uses,
  locale: Locale,
): readonly Term[] {
  const name = field.vocabulary ?? field.name;
  const used = own(uses, name) ?? {};
  const usesOf = (id: string): number => own(used, id) ?? 0;
  if (field.enum) {
    return field.enum.flatMap((value, index) => {
      if (typeof value !== 'string') return [];
      const label = field.enumLabels?.[index]?.[locale] ?? value;
      return [{ id: value, label, uses: usesOf(value), listed: true }];
    });
  }
  const list = field.vocabulary === undefined ? undefined : own(vocabulary, name);
  const terms = new Map<string, Term>();
  for (const { id, label } of list ?? []) {
    terms.set(id, { id, label: label[locale], uses: usesOf(id), listed: true });
  }
  const beyond = Object.entries(used).filter(([id, count]) => count > 0 && !terms.has(id));
  for (const [id, count] of beyond.sort(([, a], [, b]) => b - a)) {
    terms.set(id, { id, label: id, uses: count, listed: false });
  }
  return [...terms.values()];
}

const folded = new WeakMap<Term, readonly string[]>();

function foldedTerm(term: Term): readonly string[] {
  let texts = folded.get(term);
  if (!texts) folded.set(term, (texts = [fold(term.id), fold(term.label)]));
  return texts;
}

/** Terms that contain what was typed, whatever the width, case or kana; those that begin with it first. */
export function matchTerms(terms: readonly Term[], query: string): readonly Term[] {
  const wanted = fold(query.trim());
  if (wanted === '') return terms;
  const begins: Term[] = [];
  const holds: Term[] = [];
  for (const term of terms) {
    const places = foldedTerm(term).map((text) => text.indexOf(wanted));
    if (places.includes(0)) begins.push(term);
    else if (places.some((place) => place > 0)) holds.push(term);
  }
  return [...begins, ...holds];
}
