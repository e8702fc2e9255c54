import { type Localized, localize } from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import { isSameJson } from '../document/json-data.ts';
import { labelOf, onlyValue, typeOf, typesOf } from './field-facts.ts';
import type { PlainValue } from './field-model.ts';
import { isPlain, isSchema, type Schema } from './json-schema.ts';
import { type FlatSchema, mergeSchemas } from './merge-schemas.ts';

type Flatten = (schema: unknown) => FlatSchema;

/** A form that a value can have: all that is asked of it, and what this form alone says. */
export interface Form extends FlatSchema {
  readonly own: Schema;
}

/** What `oneOf`, `anyOf` and several types come down to for whoever edits the value. */
export interface Alternatives {
  /** The schema without its alternatives, or with the only one that is left. */
  readonly schema: Schema;
  readonly trail: ReadonlySet<object>;
  readonly isRecursive: boolean;
  readonly nullable: boolean;
  /** What the choices are called, where the alternatives are single values. */
  readonly labels?: readonly Localized[];
  /** More than one form, each of which can be told from the others. */
  readonly forms?: readonly Form[];
}

const choicesOf = (schema: Schema): readonly PlainValue[] | undefined => {
  const values = Object.hasOwn(schema, 'const') ? [schema.const] : schema.enum;
  return Array.isArray(values) && values.length > 0 && values.every(isPlain) ? values : undefined;
};

/** Whether a schema says what a value is made of, rather than only restricting it. */
const isForm = (schema: Schema): boolean =>
  ['type', 'properties', 'items', 'prefixItems', 'enum', 'const', 'oneOf', 'anyOf'].some(
    (keyword) => keyword in schema,
  );

const isNull = (schema: Schema): boolean =>
  schema.type === 'null' || (Object.hasOwn(schema, 'const') && schema.const === null);

function areApart(one: readonly unknown[], other: readonly unknown[]): boolean {
  const numeric = (types: readonly unknown[]): boolean =>
    types.includes('number') || types.includes('integer');
  if (one.length === 0 || other.length === 0) return false;
  return !one.some((value) => other.includes(value)) && !(numeric(one) && numeric(other));
}

const namesIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];

function canTell(a: Schema, b: Schema, flatten: Flatten): boolean {
  if (areApart(typesOf(a), typesOf(b))) return true;
  const [left, right] = [choicesOf(a), choicesOf(b)];
  if (left ?? right) return !left || !right || !left.some((value) => right.includes(value));
  if (typeOf(a) === 'array') {
    return areApart(typesOf(flatten(a.items).schema), typesOf(flatten(b.items).schema));
  }
  if (typeOf(a) !== 'object') return false;
  const [mine, theirs] = [a.properties, b.properties].map((one) => (isSchema(one) ? one : {}));
  const names = Object.keys(mine ?? {});
  const others = Object.keys(theirs ?? {});
  return (
    !isSameJson([...names].sort(), [...others].sort()) ||
    !isSameJson([...namesIn(a.required)].sort(), [...namesIn(b.required)].sort()) ||
    names.some((name) => {
      const [one, other] = [mine?.[name], theirs?.[name]].map((part) =>
        choicesOf(flatten(part).schema),
      );
      return one && other ? !one.some((value) => other.includes(value)) : false;
    })
  );
}

/** What all schemas say alike. */
function commonOf(schemas: readonly Schema[]): Schema {
  const [first = {}, ...rest] = schemas;
  return Object.fromEntries(
    Object.entries(first).filter(([keyword, value]) =>
      rest.every((one) => Object.hasOwn(one, keyword) && isSameJson(one[keyword], value)),
    ),
  );
}

/** Several types are as many forms. */
function formsByType(flat: FlatSchema): readonly Form[] {
  if (choicesOf(flat.schema)) return [];
  const types = typesOf(flat.schema);
  if (types.length < 2) return [];
  return types.map((type) => ({ ...flat, schema: { ...flat.schema, type }, own: {} }));
}

/** Reads the alternatives of a flat schema; `flatten` follows the references within it. */
export function readAlternatives(flat: FlatSchema, flatten: Flatten): Alternatives {
  const { oneOf, anyOf, ...base } = flat.schema;
  const listed: readonly unknown[] = [oneOf, anyOf].find((one) => Array.isArray(one)) ?? [];
  const all = listed.map(flatten);
  const some = all.filter(({ schema }) => !isNull(schema));
  const nullable =
    some.length < all.length || (Array.isArray(base.type) && base.type.includes('null'));
  const plain: Alternatives = { ...flat, schema: base, nullable };
  if (!some.some(({ schema }) => isForm(schema))) {
    const forms = formsByType({ ...flat, schema: base });
    return forms.length > 0 ? { ...plain, forms } : plain;
  }

  const choices = some.map(({ schema }) => choicesOf(schema));
  if (choices.every((values) => values !== undefined)) {
    const labels = some.flatMap(({ schema }, index) =>
      (choices[index] ?? []).map((value) => {
        const label = choices[index]?.length === 1 ? labelOf(schema) : undefined;
        return label ?? { ja: String(value), en: String(value) };
      }),
    );
    const named = some.some(({ schema }) => labelOf(schema));
    const schema = { ...base, enum: choices.flat() };
    return { ...plain, schema, ...(named ? { labels } : {}) };
  }

  const forms = some.map((one): Form => ({
    ...one,
    schema: mergeSchemas(one.schema, base),
    own: one.schema,
  }));
  const [first] = forms;
  if (first && forms.length === 1) {
    // A value or nothing: the field is called what it is called where it stands.
    return { ...first, schema: mergeSchemas(base, first.own), nullable };
  }
  const types = new Set(forms.flatMap(({ schema }) => typesOf(schema)));
  const isScalar = types.size === 1 && ![...types].some((one) => /array|object/.test(one));
  if (isScalar) {
    // Free text besides fixed ones, or several rules for one text: a text for the writer.
    const common = commonOf(forms.map(({ schema }) => schema));
    return { ...plain, schema: { ...common, ...base, type: [...types][0] } };
  }
  const apart = forms.every((one, index) =>
    forms.slice(0, index).every((other) => canTell(one.schema, other.schema, flatten)),
  );
  if (apart) return { ...plain, forms };
  return first && types.size === 1 && types.has('object') ? { ...first, nullable } : plain;
}

/** What the forms of a value are called: by their own names, else by what tells them apart. */
export function labelForms(forms: readonly Form[], flatten: Flatten): readonly Localized[] {
  const kinds = forms.map(({ schema }) => typeOf(schema));
  return forms.map(({ own, schema }, index) => {
    const label = labelOf(own);
    if (label) return label;
    const parts = isSchema(own.properties) ? Object.values(own.properties) : [];
    const telling = [own, ...parts.map((part) => flatten(part).schema)].find(
      (part) => typeof onlyValue(part) === 'string',
    );
    if (telling) {
      const value = String(onlyValue(telling));
      return labelOf(telling) && telling !== own
        ? (labelOf(telling) ?? { ja: value, en: value })
        : { ja: value, en: value };
    }
    const kind = typeOf(schema);
    const isOnly = kinds.filter((one) => one === kind).length === 1;
    if (kind !== undefined && kind !== 'null' && isOnly)
      return localize(schemaMessages, `${kind}Form`);
    return localize(schemaMessages, 'nthForm', { index: index + 1 });
  });
}
