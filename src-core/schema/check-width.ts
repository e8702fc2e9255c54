import {
  type Locale,
  type Localized,
  type MessageValues,
  translate,
} from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import { displayWidth } from '../text/display-width.ts';
import { fieldName } from './field-at.ts';
import type { FieldModel } from './field-model.ts';
import { fieldValues } from './field-values.ts';
import type { SchemaIssue } from './schema-issue.ts';

type Part = 'tooWide' | 'tooNarrow' | 'tooWideAdvice' | 'tooNarrowAdvice';

function checkText(
  text: string,
  pointer: string,
  field: FieldModel,
  nameOf: (pointer: string) => Localized,
): SchemaIssue | undefined {
  const { min = 0, max = Number.POSITIVE_INFINITY } = field.width ?? {};
  const width = displayWidth(text);
  // An empty text is a matter of being there at all, not of width.
  if (text === '' || (width >= min && width <= max)) return undefined;
  const key = width > max ? 'tooWide' : 'tooNarrow';
  const names = nameOf(pointer);
  const values = (locale: Locale): MessageValues => ({
    field: names[locale],
    width,
    min,
    max,
    over: width - max,
    under: min - width,
  });
  const say = (part: Part): Localized => ({
    ja: translate(schemaMessages, 'ja', part, values('ja')),
    en: translate(schemaMessages, 'en', part, values('en')),
  });
  return {
    keyword: 'width',
    pointer,
    message: say(key),
    advice: say(`${key}Advice`),
    severity: field.severity ?? 'warning',
  };
}

/** Texts wider or narrower than their field's `x-width`; a warning unless `x-severity` says otherwise. */
export function checkWidths(data: unknown, fields: readonly FieldModel[]): SchemaIssue[] {
  const nameOf = (pointer: string): Localized => fieldName(fields, pointer, data);
  return [...fieldValues(data, fields)].flatMap(({ field, pointer, value }) =>
    field.width && typeof value === 'string'
      ? (checkText(value, pointer, field, nameOf) ?? [])
      : [],
  );
}
