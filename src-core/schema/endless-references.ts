import { isSchema, type Schema } from './json-schema.ts';
import type { SchemaSet } from './schema-set.ts';

/** Keywords whose schemas look at the same value as the schema around them. */
const sameValue = ['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'];

/**
 * The references that lead back to where they come from without a step into the value, by schema: to
 * check one is to check it again, without end.
 */
export function endlessReferences(set: SchemaSet): ReadonlyMap<Schema, ReadonlySet<string>> {
  const endless = new Map<Schema, Set<string>>();
  const open = new Set<Schema>();
  const done = new Set<Schema>();

  function visit(schema: unknown): void {
    if (!isSchema(schema) || done.has(schema)) return;
    open.add(schema);
    for (const keyword of ['$ref', '$dynamicRef']) {
      const reference = schema[keyword];
      const target = typeof reference === 'string' ? set.find(reference, schema) : undefined;
      if (target?.kind !== 'found' || !isSchema(target.schema)) continue;
      if (open.has(target.schema)) {
        endless.set(schema, (endless.get(schema) ?? new Set()).add(keyword));
      } else visit(target.schema);
    }
    for (const keyword of sameValue) {
      const parts = schema[keyword];
      if (Array.isArray(parts) || (keyword === 'dependentSchemas' && isSchema(parts))) {
        Object.values(parts).forEach(visit);
      } else visit(parts);
    }
    open.delete(schema);
    done.add(schema);
  }

  const everything = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    visit(value);
    Object.values(value).forEach(everything);
  };
  for (const { data } of set.files) everything(data);
  return endless;
}
