import { joinPointer } from '../document/pointer.ts';
import type { Localized } from '../messages/messages.ts';
import { labelForms, readAlternatives } from './alternatives.ts';
import { labelOf, readFacts } from './field-facts.ts';
import type { FieldModel, FieldVariant, FieldWidget } from './field-model.ts';
import { isSchema, type Schema } from './json-schema.ts';
import { flattenSchema, type FlatSchema } from './merge-schemas.ts';
import { createSchemaSet, type SchemaFile, type SchemaSet } from './schema-set.ts';

/** Deepest nesting of values that the form follows; deeper ones are edited as JSON text. */
const maxDepth = 6;
/** Fields beyond this many are edited as JSON text: definitions that multiply would fill the memory. */
const maxFields = 2000;
/** Texts that may be wider than this many full-width units get several lines. */
const longWidth = 60;

const urlFormats = new Set(['uri', 'url', 'iri', 'uri-reference', 'iri-reference']);
const dateFormats = new Set(['date', 'date-time', 'iso-date-time']);

interface Place {
  readonly set: SchemaSet;
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly depth: number;
  /** Schemas that this value is a part of. */
  readonly trail: ReadonlySet<object>;
  readonly budget: { left: number };
}

function stringWidget(schema: Schema, facts: Partial<FieldModel>): FieldWidget {
  if (facts.enum) return 'enum';
  if (isSchema(schema['x-site-path'])) return 'image';
  if (facts.relation) return 'relation';
  if (facts.vocabulary !== undefined) return 'category';
  if (facts.format !== undefined && urlFormats.has(facts.format)) return 'url';
  if (facts.format !== undefined && dateFormats.has(facts.format)) return 'date';
  return (facts.width?.max ?? facts.length?.max ?? 0) > longWidth ? 'long-text' : 'text';
}

/** How a list is edited, going by how one of its items would be. */
function listWidget(item: FieldModel): FieldWidget {
  if (item.widget === 'object') return 'object-list';
  if (item.variants?.every(({ field }) => field.widget === 'object')) return 'object-list';
  if (item.widget === 'relation') return 'relations';
  return item.type === 'string' ? 'chips' : 'raw';
}

/** What is said of each item and shown at its list. */
function factsOfItems(item: FieldModel): Partial<FieldModel> {
  const keys = [
    'enum',
    'enumLabels',
    'example',
    'format',
    'help',
    'length',
    'pattern',
    'relation',
    'severity',
    'sitePath',
    'vocabulary',
    'width',
  ] as const;
  return Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]]));
}

function readList(schema: Schema, facts: Partial<FieldModel>, place: Place): Partial<FieldModel> {
  if (schema.prefixItems !== undefined || !isSchema(schema.items)) return { widget: 'raw' };
  // Annotations of a list may stand on it or on its items.
  const { enum: _choices, const: _constant, ...own } = facts;
  const annotated = Object.fromEntries(
    ['x-relation', 'x-site-path', 'x-vocabulary', 'x-width', 'pattern', 'format']
      .filter((key) => schema[key] !== undefined)
      .map((key) => [key, schema[key]]),
  );
  const items =
    Object.keys(annotated).length > 0 ? { allOf: [annotated, schema.items] } : schema.items;
  const item = readValue(items, { ...place, pointer: `${place.pointer}/*`, required: true });
  const widget = listWidget(item);
  if (widget === 'raw') return { widget };
  if (widget === 'object-list') {
    return {
      widget,
      children: item.children ?? [],
      ...(item.variants ? { itemVariants: item.variants } : {}),
      ...(item.severity ? { severity: item.severity } : {}),
      ...own,
    };
  }
  return { ...factsOfItems(item), ...own, widget };
}

function readForms(
  forms: Parameters<typeof labelForms>[0],
  label: Localized,
  place: Place,
): readonly FieldVariant[] {
  const labels = labelForms(forms, (schema) => flattenSchema(schema, place.set, place.trail));
  return forms.map((form, index) => ({
    label: labels[index] ?? label,
    field: { ...readFlat(form, place), label },
  }));
}

function readFlat(flat: FlatSchema, place: Place): FieldModel {
  const flatten = (schema: unknown): FlatSchema => flattenSchema(schema, place.set, flat.trail);
  const found = readAlternatives(flat, flatten);
  const { schema, nullable, forms, labels } = found;
  const facts = readFacts(schema);
  const { name, pointer, required, budget } = place;
  const label = labelOf(schema) ?? { ja: name, en: name };
  const inner: Place = { ...place, trail: found.trail, depth: place.depth + 1 };
  const parts = ((): Partial<FieldModel> => {
    budget.left -= 1;
    const isTooMuch = place.depth > maxDepth || budget.left < 0;
    if (isTooMuch || flat.isRecursive || found.isRecursive) return { widget: 'raw' };
    if (forms) return { widget: 'variants', variants: readForms(forms, label, inner) };
    switch (facts.type) {
      case 'string':
        return { widget: stringWidget(schema, facts) };
      case 'number':
      case 'integer':
        return { widget: facts.enum ? 'enum' : 'number' };
      case 'boolean':
        return { widget: facts.const === undefined ? 'boolean' : 'enum' };
      case 'object':
        if (!isSchema(schema.properties)) return { widget: 'raw' };
        return { widget: 'object', children: readProperties(schema, inner) };
      case 'array':
        return readList(schema, facts, { ...place, trail: found.trail });
      case 'null':
      case undefined:
      default:
        return { widget: facts.enum ? 'enum' : 'raw' };
    }
  })();
  return {
    name,
    pointer,
    widget: 'raw',
    label,
    required,
    ...facts,
    ...(nullable ? { nullable } : {}),
    ...(labels ? { enumLabels: labels } : {}),
    ...parts,
  };
}

function readValue(schema: unknown, place: Place): FieldModel {
  return readFlat(flattenSchema(schema, place.set, place.trail), place);
}

/** Schemas that add names to an object under some condition; the form offers those names always. */
function conditionalParts(schema: Schema): readonly unknown[] {
  const { then: whenTrue, else: whenFalse, dependentSchemas } = schema;
  return [
    whenTrue,
    whenFalse,
    ...(isSchema(dependentSchemas) ? Object.values(dependentSchemas) : []),
  ];
}

function readProperties(
  schema: Schema,
  place: Place,
  more: readonly unknown[] = [],
): readonly FieldModel[] {
  const { set, trail } = place;
  let whole: Schema = { properties: {}, ...schema };
  for (const part of [...conditionalParts(schema), ...more]) {
    const { schema: added } = flattenSchema(part, set, trail);
    if (!isSchema(added.properties)) continue;
    const known = isSchema(whole.properties) ? whole.properties : {};
    // A name that is known already is only restricted by the condition, not described anew.
    whole = { ...whole, properties: { ...known, ...added.properties, ...known } };
  }
  if (!isSchema(whole.properties)) return [];
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  return Object.entries(whole.properties).map(([name, property]) =>
    readValue(property, {
      ...place,
      name,
      pointer: joinPointer(place.pointer, name),
      required: required.has(name),
    }),
  );
}

/**
 * The fields a schema describes, in the schema's order; `others` are the files it may refer to by
 * name. Annotations it does not understand are passed over and values no widget covers become
 * `raw`; never throws, whatever it is given.
 */
export function readFields(
  schema: unknown,
  others: readonly SchemaFile[] = [],
): readonly FieldModel[] {
  const set = createSchemaSet(schema, others);
  const start = new Set(isSchema(schema) ? [schema] : []);
  const flat = flattenSchema(schema, set, new Set());
  const { oneOf, anyOf, ...root } = flat.schema;
  const alternatives = [oneOf, anyOf].flatMap((one) =>
    Array.isArray(one) ? (one as unknown[]) : [],
  );
  const trail = new Set([...start, ...flat.trail]);
  const place = { set, name: '', pointer: '', required: true, depth: 0, trail };
  return readProperties(root, { ...place, budget: { left: maxFields } }, alternatives);
}
