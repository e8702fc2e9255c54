import { joinPointer } from '../document/pointer.ts';
import type { FieldModel } from './field-model.ts';
import { isSchema } from './json-schema.ts';
import { variantOf } from './variant-of.ts';

/** One value of the guide details with the field that it belongs to. */
export interface FieldValue {
  readonly field: FieldModel;
  /** JSON pointer of the value; of the item where the field is a list. */
  readonly pointer: string;
  readonly value: unknown;
}

/** The field as it is for this value: of several forms the one that the value has. */
export function formOf(field: FieldModel, value: unknown): FieldModel | undefined {
  if (!field.variants) return field;
  const index = variantOf(value, field.variants);
  const variant = index === undefined ? undefined : field.variants[index];
  return variant && formOf(variant.field, value);
}

/** The fields of one object of a list; none where it has none of the forms it can have. */
export function itemFields(list: FieldModel, item: unknown): readonly FieldModel[] {
  if (!list.itemVariants) return list.children ?? [];
  const index = variantOf(item, list.itemVariants);
  const form = index === undefined ? undefined : list.itemVariants[index];
  return (form && formOf(form.field, item)?.children) ?? [];
}

function* valuesIn(field: FieldModel, value: unknown, pointer: string): Generator<FieldValue> {
  const form = formOf(field, value);
  if (!form) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      const place = joinPointer(pointer, index);
      if (isSchema(item)) yield* fieldValues(item, itemFields(form, item), place);
      else yield { field: form, pointer: place, value: item };
    }
  } else if (isSchema(value)) yield* fieldValues(value, form.children ?? [], pointer);
  else yield { field: form, pointer, value };
}

/**
 * Every text, number and the like that the fields hold: by itself, in a list, in groups and rows
 * at any depth, in whichever form the value has. What no field describes is passed over.
 */
export function* fieldValues(
  data: unknown,
  fields: readonly FieldModel[],
  at = '',
): Generator<FieldValue> {
  if (!isSchema(data)) return;
  for (const field of fields) {
    if (!Object.hasOwn(data, field.name)) continue;
    yield* valuesIn(field, data[field.name], joinPointer(at, field.name));
  }
}
