import { joinPointer, parsePointer, toIndex, valueAt } from '../document/pointer.ts';
import { type Locale, type Localized, translate } from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import type { FieldModel } from './field-model.ts';
import { formOf, itemFields } from './field-values.ts';

/** One step of the way to a value: into a named field or to an item of a list. */
type Step =
  | { readonly kind: 'name'; readonly label: Localized }
  | { readonly kind: 'item' | 'row'; readonly index: number };

/** The field that a pointer lies in, and the way there. */
export interface FieldPlace {
  /** The nearest field the schema knows; `undefined` for unknown names and for the whole. */
  readonly field?: FieldModel;
  /** From the top; empty for the whole. */
  readonly steps: readonly Step[];
}

/** Fields of a form that a value has, or could have where it fits none of them. */
function partsOf(field: FieldModel, value: unknown, segment: string): readonly FieldModel[] {
  const own = Array.isArray(value) ? [] : (formOf(field, value)?.children ?? []);
  if (own.some(({ name }) => name === segment)) return own;
  return (field.variants ?? []).flatMap((variant) => variant.field.children ?? []);
}

function rowParts(list: FieldModel, item: unknown): readonly FieldModel[] {
  const own = itemFields(list, item);
  if (own.length > 0) return own;
  return (list.itemVariants ?? []).flatMap((variant) => variant.field.children ?? []);
}

/**
 * Finds the field of a value's pointer. `data` decides between the forms that values can have; where
 * it is left out or fits none, any form that has the name will do. Items belong to their list's field.
 */
export function fieldAt(
  fields: readonly FieldModel[],
  pointer: string,
  data?: unknown,
): FieldPlace {
  const steps: Step[] = [];
  let field: FieldModel | undefined;
  let within: readonly FieldModel[] | undefined = fields;
  let at = '';
  for (const segment of parsePointer(pointer) ?? []) {
    const value = valueAt(data, at);
    at = joinPointer(at, segment);
    const index = toIndex(segment);
    const isItem =
      index !== undefined && (Array.isArray(value) || (value === undefined && !within));
    if (isItem) {
      const list: FieldModel | undefined = field && formOf(field, value);
      const isRow = (list ?? field)?.widget === 'object-list';
      steps.push({ kind: isRow ? 'row' : 'item', index });
      within = list && isRow ? rowParts(list, valueAt(data, at)) : undefined;
      continue;
    }
    const parts: readonly FieldModel[] = within ?? (field ? partsOf(field, value, segment) : []);
    const next = parts.find(({ name }) => name === segment);
    steps.push({ kind: 'name', label: next?.label ?? { ja: segment, en: segment } });
    if (next) field = next;
    within = next ? undefined : [];
  }
  return { ...(field ? { field } : {}), steps };
}

function nameIn(locale: Locale, steps: readonly Step[]): string {
  let name = '';
  for (const step of steps) {
    if (step.kind === 'name') {
      const values = { label: step.label[locale], within: name };
      name = translate(schemaMessages, locale, name === '' ? 'field' : 'fieldWithin', values);
    } else {
      const key = step.kind === 'row' ? 'fieldRow' : 'fieldItem';
      name = translate(schemaMessages, locale, key, { within: name, index: step.index + 1 });
    }
  }
  return name === '' ? translate(schemaMessages, locale, 'whole') : name;
}

/** How messages name a value: 「よくある質問」の2件目の「答え」 / “Answer” in item 2 of “FAQ”. */
export function fieldName(
  fields: readonly FieldModel[],
  pointer: string,
  data?: unknown,
): Localized {
  const { steps } = fieldAt(fields, pointer, data);
  return { ja: nameIn('ja', steps), en: nameIn('en', steps) };
}
