import { parsePointer } from '../document/pointer.ts';
import { schemaMessages } from '../messages/schema.ts';
import { type Locale, type Localized, translate } from '../messages/messages.ts';
import type { FieldModel } from './field-model.ts';

/** The field that a pointer lies in, and the way there. */
export interface FieldPlace {
  /** The nearest field the schema knows; `undefined` for unknown names and for the whole. */
  readonly field?: FieldModel;
  /** Top-level name of the value; `undefined` for the whole. */
  readonly name?: string;
  /** The list field passed on the way, and the item's index from 0. */
  readonly list?: { readonly field: FieldModel; readonly index: number };
}

/** Finds the field of a value's pointer; list items belong to their list's field unless they have fields of their own. */
export function fieldAt(fields: readonly FieldModel[], pointer: string): FieldPlace {
  const segments = parsePointer(pointer) ?? [];
  let place: FieldPlace = segments[0] === undefined ? {} : { name: segments[0] };
  let within: readonly FieldModel[] = fields;
  for (const segment of segments) {
    const { field } = place;
    const isList = field && ['chips', 'relations', 'object-list'].includes(field.widget);
    if (isList && /^\d+$/.test(segment) && place.list?.field !== field) {
      place = { ...place, list: { field, index: Number(segment) } };
      continue;
    }
    const next = within.find(({ name }) => name === segment);
    if (!next) break;
    place = { ...place, field: next };
    within = next.children ?? [];
  }
  return place;
}

function nameIn(locale: Locale, { field, name, list }: FieldPlace): string {
  if (list && field && list.field !== field) {
    const values = {
      label: list.field.label[locale],
      index: list.index + 1,
      child: field.label[locale],
    };
    return translate(schemaMessages, locale, 'fieldRow', values);
  }
  const label = field?.label[locale] ?? name;
  if (label === undefined) return translate(schemaMessages, locale, 'whole');
  if (!list) return translate(schemaMessages, locale, 'field', { label });
  return translate(schemaMessages, locale, 'fieldItem', { label, index: list.index + 1 });
}

/** How messages name a value: 「タグ」の3番目 / item 3 of “Tags”. */
export function fieldName(fields: readonly FieldModel[], pointer: string): Localized {
  const place = fieldAt(fields, pointer);
  return { ja: nameIn('ja', place), en: nameIn('en', place) };
}
