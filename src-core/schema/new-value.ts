import type { FieldModel, FieldVariant } from './field-model.ts';
import { isAllowed, isOfKind } from './variant-of.ts';

/** Names and values in the schema's order; fields without a value are left out. */
function objectOf(
  children: readonly FieldModel[],
  valueFor: (child: FieldModel) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    children
      .map((child) => [child.name, valueFor(child)] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function emptyOfType(field: FieldModel): unknown {
  switch (field.type) {
    case 'string':
      return '';
    case 'number':
    case 'integer':
      return field.nullable ? null : (field.number?.min ?? Math.min(field.number?.max ?? 0, 0));
    case 'boolean':
      return false;
    case 'array':
      return [];
    case 'object':
      return {};
    case 'null':
    case undefined:
      return null;
  }
}

/** What a row added to a list of objects starts with; `variant` is the form that was chosen, from 0. */
export function newItem(list: FieldModel, variant = 0): unknown {
  const form = list.itemVariants?.[variant];
  if (form) return newValue(form.field);
  return objectOf(list.children ?? [], (child) => (child.required ? newValue(child) : undefined));
}

/**
 * What a field that was just added starts with: the schema's default or only value, else something
 * empty of its kind. Required parts of a group are there, the others are not; a choice is left open.
 */
export function newValue(field: FieldModel): unknown {
  if (field.default !== undefined) return field.default;
  if (field.const !== undefined) return field.const;
  switch (field.widget) {
    case 'object':
      return objectOf(field.children ?? [], (child) =>
        child.required ? newValue(child) : undefined,
      );
    case 'object-list':
      // No form can count on definitions that ask for thousands of rows.
      return Array.from({ length: Math.min(field.items?.min ?? 0, 50) }, () => newItem(field));
    case 'variants':
      return field.variants?.[0] ? newValue(field.variants[0].field) : null;
    case 'enum': {
      const isText = field.type === 'string' || field.enum?.includes('');
      return isText ? '' : (field.enum?.[0] ?? null);
    }
    case 'text':
    case 'long-text':
    case 'url':
    case 'date':
    case 'number':
    case 'boolean':
    case 'category':
    case 'chips':
    case 'relation':
    case 'relations':
    case 'image':
    case 'raw':
      return emptyOfType(field);
  }
}

/** The value as it can stay in another field, or `undefined` where it cannot. */
function kept(value: unknown, field: FieldModel): unknown {
  if (isOfKind(value, field) && (Array.isArray(value) || isAllowed(value, field) !== false)) {
    return value;
  }
  // One text becomes a list of one, and back.
  if (field.widget === 'chips' && typeof value === 'string' && value !== '') return [value];
  const only: unknown = Array.isArray(value) && value.length === 1 ? value[0] : undefined;
  return typeof only === 'string' && field.type === 'string' ? only : undefined;
}

/**
 * The value in another of its forms: what both forms have stays, what the new form requires is
 * added, and what it does not know is dropped.
 */
export function switchVariant(value: unknown, { field }: FieldVariant): unknown {
  if (field.widget !== 'object' || typeof value !== 'object' || value === null) {
    const same = kept(value, field);
    return same === undefined ? newValue(field) : same;
  }
  return objectOf(field.children ?? [], (child) => {
    const own = Object.hasOwn(value, child.name)
      ? kept((value as Readonly<Record<string, unknown>>)[child.name], child)
      : undefined;
    return own === undefined && child.required ? newValue(child) : own;
  });
}
