import type { Localized } from '#core/messages/messages';
import type { FieldModel, PlainValue } from '#core/schema/field-model';
import { fold } from '#core/text/fold';
import type { Term } from './vocabulary-model.ts';

/** One value that can be chosen. */
export interface Choice {
  /** Tells choices apart also where `1` and `"1"` are two. */
  readonly id: string;
  readonly value: PlainValue;
  readonly label: string;
  /** The value as it stands in the file, for the small print. */
  readonly code: string;
  /** How many guides use it. */
  readonly uses: number;
}

/** What values are called that have no words of their own. */
export interface ValueNames {
  readonly null: string;
  readonly true: string;
  readonly false: string;
  readonly empty: string;
}

function nameOf(value: PlainValue, names: ValueNames): string {
  if (value === '') return names.empty;
  if (typeof value === 'boolean') return value ? names.true : names.false;
  return value === null ? names.null : String(value);
}

/** What a field offers: the values of its schema by the names that it gives them, else the words of its vocabulary. */
export function choicesOf(
  field: FieldModel,
  terms: readonly Term[],
  names: ValueNames,
  localized: (text: Localized) => string,
): readonly Choice[] {
  if (!field.enum) {
    return terms.map(({ id, label, uses }) => ({ id, value: id, label, code: id, uses }));
  }
  return field.enum.map((value, index) => {
    const given = field.enumLabels?.[index];
    const code = typeof value === 'string' ? value : JSON.stringify(value);
    return {
      id: JSON.stringify(value),
      value,
      label: given ? localized(given) : nameOf(value, names),
      code,
      uses: terms.find((term) => term.id === value)?.uses ?? 0,
    };
  });
}

/** Choices whose label or value contains what was typed, whatever the width, case or kana; those that begin with it first. */
export function matchChoices(choices: readonly Choice[], query: string): readonly Choice[] {
  const wanted = fold(query.trim());
  if (wanted === '') return choices;
  const placed = choices.map((choice) => ({
    choice,
    at: [choice.label, choice.code].map((text) => fold(text).indexOf(wanted)),
  }));
  const begins = placed.filter(({ at }) => at.includes(0));
  const holds = placed.filter(({ at }) => !at.includes(0) && at.some((place) => place > 0));
  return [...begins, ...holds].map(({ choice }) => choice);
}
