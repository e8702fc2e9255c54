import { type Locale, translate } from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import type { FieldModel } from './field-model.ts';
import { isSchema } from './json-schema.ts';

/** Longest piece of a value or pattern that a message repeats. */
const quotedLength = 60;
/** Most choices that advice lists. */
const maxChoices = 10;

/** A value as a message repeats it: shortened, and empty for none. */
export function quote(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > quotedLength ? `${text.slice(0, quotedLength)}…` : text;
}

const typeNames = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;

/** Several texts in a row, as many as a reader can use. */
export const listed = (texts: readonly string[], locale: Locale): string =>
  texts.slice(0, maxChoices).join(translate(schemaMessages, locale, 'listSeparator'));

/** The kinds of values that `type` allows, as a writer knows them. */
export function expectedTypes(types: unknown, locale: Locale): string {
  const wanted: readonly unknown[] = Array.isArray(types) ? types : String(types).split(',');
  return typeNames
    .filter((name) => wanted.includes(name))
    .map((name) => translate(schemaMessages, locale, name))
    .join(translate(schemaMessages, locale, 'orSeparator'));
}

/** The values that an error allows or forbids, the way the field shows them. */
export function choicesIn(
  values: readonly unknown[],
  field: FieldModel | undefined,
  locale: Locale,
): string {
  const texts = values.map((value) => {
    const index = field?.enum?.findIndex((one) => one === value) ?? -1;
    const label = field?.enumLabels?.[index]?.[locale];
    const key = label === undefined || label === String(value) ? 'choice' : 'choiceLabel';
    return translate(schemaMessages, locale, key, { value: quote(value), label: label ?? '' });
  });
  return listed(texts, locale);
}

/** How far a text, list or group is from its limit. */
export function distance(data: unknown, limit: unknown): number {
  const size =
    typeof data === 'string'
      ? [...data].length
      : Object.keys(isSchema(data) || Array.isArray(data) ? data : {}).length;
  return Math.abs(size - Number(limit));
}

/** The multiples on both sides of a number. */
export function nearMultiples(value: unknown, step: unknown, locale: Locale): string {
  const [number, by] = [Number(value), Number(step)];
  const sides = [Math.floor(number / by), Math.ceil(number / by)];
  return listed(
    sides.map((side) => String(Number((side * by).toPrecision(12)))),
    locale,
  );
}
