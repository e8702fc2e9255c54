import { type Severity, severities } from '../lint/diagnostic.ts';
import type { Localized } from '../messages/messages.ts';
import type { FieldModel, ValueType } from './field-model.ts';
import { isPlain, isSchema, type Schema, toNumber } from './json-schema.ts';

type Facts = Partial<{ -readonly [Key in keyof FieldModel]: FieldModel[Key] }>;

/** A text of a schema in both languages; one given in one language counts for both. */
function toLocalized(value: unknown): Localized | undefined {
  if (typeof value === 'string' && value !== '') return { ja: value, en: value };
  if (!isSchema(value)) return undefined;
  const { ja, en } = value;
  const any = typeof ja === 'string' ? ja : typeof en === 'string' ? en : undefined;
  if (any === undefined) return undefined;
  return { ja: typeof ja === 'string' ? ja : any, en: typeof en === 'string' ? en : any };
}

/** What a schema calls itself; `undefined` where it has no name. */
export const labelOf = (schema: Schema): Localized | undefined =>
  toLocalized(schema['x-label']) ?? toLocalized(schema.title);

function bounds(min: unknown, max: unknown): { min?: number; max?: number } | undefined {
  const [low, high] = [toNumber(min), toNumber(max)];
  if (low === undefined && high === undefined) return undefined;
  return {
    ...(low === undefined ? {} : { min: low }),
    ...(high === undefined ? {} : { max: high }),
  };
}

const kindOf = (value: unknown): ValueType | undefined => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' || type === 'object'
    ? type
    : undefined;
};

/** Keywords that mean something for values of one kind only, where a schema names no kind. */
const tellingKeywords: readonly (readonly [ValueType, readonly string[]])[] = [
  ['object', ['properties', 'patternProperties', 'minProperties', 'maxProperties']],
  ['array', ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains']],
  ['string', ['minLength', 'maxLength', 'pattern', 'format', 'x-site-path', 'x-relation']],
  ['number', ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf']],
];

/** The kinds of values that a schema allows, `null` aside; none where it does not say. */
export function typesOf(schema: Schema): readonly ValueType[] {
  const { type, enum: choices } = schema;
  if (type !== undefined) {
    const named: readonly unknown[] = Array.isArray(type) ? type : [type];
    const types = (['string', 'integer', 'number', 'boolean', 'array', 'object'] as const).filter(
      (one) => named.includes(one),
    );
    return types.includes('number') ? types.filter((one) => one !== 'integer') : types;
  }
  const values = Object.hasOwn(schema, 'const') ? [schema.const] : choices;
  if (Array.isArray(values)) {
    const kinds = values.flatMap((value: unknown) => kindOf(value) ?? []);
    return [...new Set(kinds)].filter((one) => one !== 'null');
  }
  const told = tellingKeywords.find(([, keywords]) => keywords.some((one) => one in schema));
  return told ? [told[0]] : [];
}

/** The one kind of value that a schema allows, `null` aside; `undefined` where there are several or none. */
export function typeOf(schema: Schema): ValueType | undefined {
  const types = typesOf(schema);
  return types.length === 1 ? types[0] : undefined;
}

/** The only plain value that a schema allows, from `const` or a choice of one. */
export function onlyValue(schema: Schema): FieldModel['const'] {
  if (Object.hasOwn(schema, 'const')) return isPlain(schema.const) ? schema.const : undefined;
  const { enum: choices } = schema;
  const only: unknown = Array.isArray(choices) && choices.length === 1 ? choices[0] : undefined;
  return isPlain(only) ? only : undefined;
}

function numberOf(schema: Schema): FieldModel['number'] {
  const type = typeOf(schema);
  if (type !== 'number' && type !== 'integer') return undefined;
  const step = toNumber(schema.multipleOf);
  const integer = type === 'integer' || (step !== undefined && Number.isInteger(step));
  // A bound that is not itself allowed gives way by one step; without steps the check has to say it.
  const apart = step ?? (integer ? 1 : 0);
  const [above, below] = [toNumber(schema.exclusiveMinimum), toNumber(schema.exclusiveMaximum)];
  const lows = [toNumber(schema.minimum), above === undefined ? undefined : above + apart];
  const highs = [toNumber(schema.maximum), below === undefined ? undefined : below - apart];
  const min = Math.max(...lows.map((low) => low ?? Number.NEGATIVE_INFINITY));
  const max = Math.min(...highs.map((high) => high ?? Number.POSITIVE_INFINITY));
  return {
    ...bounds(min, max),
    ...(step !== undefined && step > 0 ? { step } : {}),
    integer,
  };
}

function toGroup(value: unknown): FieldModel['group'] {
  const label = toLocalized(value);
  if (!label || !isSchema(value)) return undefined;
  return { label, order: toNumber(value.order) ?? Number.MAX_SAFE_INTEGER };
}

function exampleOf(schema: Schema): string | undefined {
  const { examples } = schema;
  const first: unknown = Array.isArray(examples) ? examples[0] : undefined;
  if (first === undefined) return undefined;
  return typeof first === 'string' ? first : JSON.stringify(first);
}

/** Leaves out what is `undefined`. */
function defined(facts: { readonly [Key in keyof Facts]: Facts[Key] | undefined }): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Everything that a flat schema says about a value besides its widget and its parts. */
export function readFacts(schema: Schema): Facts {
  const { 'x-width': widths, 'x-relation': relation, 'x-site-path': sitePath } = schema;
  const { pattern, format, enum: choices, 'x-vocabulary': vocabulary } = schema;
  const constant = onlyValue(schema);
  const plain = Array.isArray(choices)
    ? choices.filter(isPlain)
    : constant === undefined
      ? []
      : [constant];
  return defined({
    type: typeOf(schema),
    help: toLocalized(schema['x-help']) ?? toLocalized(schema.description),
    width: isSchema(widths) ? bounds(widths.min, widths.max) : undefined,
    length: bounds(schema.minLength, schema.maxLength),
    items: bounds(schema.minItems, schema.maxItems),
    number: numberOf(schema),
    format: typeof format === 'string' ? format : undefined,
    example: exampleOf(schema),
    default: schema.default,
    const: constant,
    vocabulary: typeof vocabulary === 'string' ? vocabulary : undefined,
    relation:
      isSchema(relation) && typeof relation.field === 'string'
        ? { field: relation.field }
        : undefined,
    sitePath:
      isSchema(sitePath) && typeof sitePath.kind === 'string' ? { kind: sitePath.kind } : undefined,
    pattern: typeof pattern === 'string' ? pattern : undefined,
    enum: plain.length > 0 ? plain : undefined,
    group: toGroup(schema['x-group']),
    severity: severities.find((one): one is Severity => one === schema['x-severity']),
  });
}
