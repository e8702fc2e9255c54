import { isSchema, type Schema } from './json-schema.ts';
import type { SchemaSet } from './schema-set.ts';

/** Keywords of which the greater value is the stricter one, and those of which the smaller is. */
const lowerBounds = new Set(['minimum', 'exclusiveMinimum', 'minLength', 'minItems']);
const upperBounds = new Set(['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems']);

function mergeMaps(own: Schema, other: Schema): Schema {
  const merged: Record<string, unknown> = { ...other };
  for (const [name, schema] of Object.entries(own)) {
    const both = Object.hasOwn(other, name) && other[name] !== schema;
    merged[name] = both ? { allOf: [schema, other[name]] } : schema;
  }
  return merged;
}

function mergeKeyword(keyword: string, own: unknown, other: unknown): unknown {
  if (typeof own === 'number' && typeof other === 'number') {
    if (lowerBounds.has(keyword)) return Math.max(own, other);
    if (upperBounds.has(keyword)) return Math.min(own, other);
  }
  if (keyword === 'properties' && isSchema(own) && isSchema(other)) return mergeMaps(own, other);
  if (keyword === 'items' && isSchema(own) && isSchema(other)) return { allOf: [own, other] };
  if (keyword === 'required' && Array.isArray(own) && Array.isArray(other)) {
    return [...new Set<unknown>([...other, ...own])];
  }
  if (keyword === 'type' || keyword === 'enum') {
    const allowed: readonly unknown[] = Array.isArray(other) ? other : [other];
    const both = (Array.isArray(own) ? own : [own]).filter((one) => allowed.includes(one));
    return both.length > 0 ? both : own;
  }
  return own;
}

/** What both schemas ask for together, as far as the form needs it; where they differ, `own` wins. */
export function mergeSchemas(own: Schema, other: Schema): Schema {
  const merged: Record<string, unknown> = { ...other, ...own };
  for (const [keyword, value] of Object.entries(own)) {
    if (Object.hasOwn(other, keyword))
      merged[keyword] = mergeKeyword(keyword, value, other[keyword]);
  }
  return merged;
}

/** A schema with everything it refers to in one object. */
export interface FlatSchema {
  readonly schema: Schema;
  /** The trail, and the schemas that references led to from here. */
  readonly trail: ReadonlySet<object>;
  /** The schema refers to one of the trail, so it would contain itself. */
  readonly isRecursive: boolean;
}

/**
 * Follows `$ref` and puts the parts of `allOf` together. References to schemas of the `trail` are
 * not followed; those that lead nowhere count as no demand.
 */
export function flattenSchema(
  schema: unknown,
  set: SchemaSet,
  trail: ReadonlySet<object>,
): FlatSchema {
  const passed = new Set(trail);
  let isRecursive = false;
  const visit = (one: unknown): Schema => {
    if (!isSchema(one)) return {};
    const { $ref, $dynamicRef, allOf, ...own } = one;
    let merged: Schema = {};
    for (const reference of [$ref, $dynamicRef]) {
      if (typeof reference !== 'string') continue;
      const target = set.find(reference, one);
      if (target.kind !== 'found' || !isSchema(target.schema)) continue;
      if (trail.has(target.schema)) isRecursive = true;
      else if (!passed.has(target.schema)) {
        passed.add(target.schema);
        merged = mergeSchemas(visit(target.schema), merged);
      }
    }
    for (const part of Array.isArray(allOf) ? allOf : []) {
      merged = mergeSchemas(visit(part), merged);
    }
    return mergeSchemas(own, merged);
  };
  return { schema: visit(schema), trail: passed, isRecursive };
}
