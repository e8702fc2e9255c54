import { joinPointer } from '../document/pointer.ts';
import { isSchema, type Schema } from './json-schema.ts';

/** Keywords that hold one schema, or a list of them. */
const holders: ReadonlySet<string> = new Set([
  'additionalItems',
  'additionalProperties',
  'allOf',
  'anyOf',
  'contains',
  'contentSchema',
  'else',
  'if',
  'items',
  'not',
  'oneOf',
  'prefixItems',
  'propertyNames',
  'then',
  'unevaluatedItems',
  'unevaluatedProperties',
]);

/** Keywords that hold schemas by name. */
export const schemaMaps: ReadonlySet<string> = new Set([
  '$defs',
  'definitions',
  'dependencies',
  'dependentSchemas',
  'patternProperties',
  'properties',
]);

/** Keywords of JSON Schema 2020-12 and those of ajv-formats, besides the ones that hold schemas. */
const others = [
  ...['$anchor', '$comment', '$dynamicAnchor', '$dynamicRef', '$id', '$ref', '$schema'],
  ...[
    '$vocabulary',
    'const',
    'contentEncoding',
    'contentMediaType',
    'default',
    'dependentRequired',
  ],
  ...['deprecated', 'description', 'enum', 'examples', 'exclusiveMaximum', 'exclusiveMinimum'],
  ...['format', 'formatExclusiveMaximum', 'formatExclusiveMinimum', 'formatMaximum'],
  ...['formatMinimum', 'maxContains', 'maximum', 'maxItems', 'maxLength', 'maxProperties'],
  ...['minContains', 'minimum', 'minItems', 'minLength', 'minProperties', 'multipleOf'],
  ...['pattern', 'readOnly', 'required', 'title', 'type', 'uniqueItems', 'writeOnly'],
];

/** Every keyword that field definitions can use, our own annotations aside. */
export const knownKeywords: ReadonlySet<string> = new Set([...holders, ...schemaMaps, ...others]);

/** Visits every schema within a schema, itself first, with its JSON pointer; values and names are no schemas. */
export function walkSchemas(
  root: unknown,
  visit: (schema: Schema, pointer: string) => void,
  pointer = '',
): void {
  if (!isSchema(root)) return;
  visit(root, pointer);
  for (const [keyword, value] of Object.entries(root)) {
    const place = joinPointer(pointer, keyword);
    if (holders.has(keyword) && !Array.isArray(value)) walkSchemas(value, visit, place);
    else if (holders.has(keyword) || schemaMaps.has(keyword)) {
      for (const [name, part] of Object.entries(value ?? {})) {
        walkSchemas(part, visit, joinPointer(place, name));
      }
    }
  }
}

/**
 * A copy with every schema within changed by `change`, the inner ones first. All else is copied as it
 * is, into plain objects, whose methods ajv relies on.
 */
export function mapSchemas(
  root: unknown,
  change: (copy: Schema, original: Schema) => Schema,
): unknown {
  if (!isSchema(root)) return toOrdinary(root);
  const copy = Object.entries(root).map(([keyword, value]): readonly [string, unknown] => {
    const part = (one: unknown): unknown => mapSchemas(one, change);
    if (schemaMaps.has(keyword) && isSchema(value)) {
      const parts = Object.entries(value).map(([name, one]) => [name, part(one)] as const);
      return [keyword, Object.fromEntries(parts)];
    }
    if (!holders.has(keyword)) return [keyword, toOrdinary(value)];
    return [keyword, Array.isArray(value) ? value.map(part) : part(value)];
  });
  return change(Object.fromEntries(copy), root);
}

/** The same value in plain objects; those of guide details have no prototype. */
export function toOrdinary(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOrdinary);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toOrdinary(one)]));
}
