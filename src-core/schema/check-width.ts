import { joinPointer } from '../document/pointer.ts';
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
import type { SchemaIssue } from './schema-issue.ts';

function checkText(
  text: string,
  pointer: string,
  field: FieldModel,
  fields: readonly FieldModel[],
): SchemaIssue | undefined {
  const { min = 0, max = Number.POSITIVE_INFINITY } = field.width ?? {};
  const width = displayWidth(text);
  // An empty text is a matter of being there at all, not of width.
  if (text === '' || (width >= min && width <= max)) return undefined;
  const key = width > max ? 'tooWide' : 'tooNarrow';
  const names = fieldName(fields, pointer);
  const values = (locale: Locale): MessageValues => ({
    field: names[locale],
    width,
    min,
    max,
    over: width - max,
    under: min - width,
  });
  const say = (part: 'tooWide' | 'tooNarrow' | 'tooWideAdvice' | 'tooNarrowAdvice'): Localized => ({
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
export function checkWidths(
  data: unknown,
  fields: readonly FieldModel[],
  all: readonly FieldModel[] = fields,
  at = '',
): SchemaIssue[] {
  if (typeof data !== 'object' || data === null) return [];
  return fields.flatMap((field): SchemaIssue[] => {
    if (!Object.hasOwn(data, field.name)) return [];
    const value = (data as Readonly<Record<string, unknown>>)[field.name];
    const pointer = joinPointer(at, field.name);
    if (field.children) {
      if (!Array.isArray(value)) return checkWidths(value, field.children, all, pointer);
      return value.flatMap((item: unknown, index) =>
        checkWidths(item, field.children ?? [], all, joinPointer(pointer, index)),
      );
    }
    if (!field.width) return [];
    const texts: readonly (readonly [unknown, string])[] = Array.isArray(value)
      ? value.map((item: unknown, index) => [item, joinPointer(pointer, index)] as const)
      : [[value, pointer]];
    return texts.flatMap(([text, place]) => {
      const issue = typeof text === 'string' ? checkText(text, place, field, all) : undefined;
      return issue ? [issue] : [];
    });
  });
}
