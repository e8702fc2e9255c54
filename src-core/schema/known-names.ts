import { isSchema } from './json-schema.ts';
import { flattenSchema } from './merge-schemas.ts';
import type { SchemaSet } from './schema-set.ts';

/** Keywords by which a schema deals with other names itself. */
const dealsWithNames = [
  'additionalProperties',
  'unevaluatedProperties',
  'patternProperties',
  'propertyNames',
];

/** Keywords that hold schemas for the same object, one or a list or by name. */
const sameObject = ['anyOf', 'oneOf', 'if', 'then', 'else'];

const maxDepth = 4;

/** The names that the definitions know at their root, or `undefined` where they deal with unknown names themselves. */
export function knownNames(set: SchemaSet): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const collect = (schema: unknown, depth: number): boolean => {
    const { schema: flat } = flattenSchema(schema, set, new Set());
    if (depth > maxDepth || dealsWithNames.some((keyword) => keyword in flat)) return false;
    if (isSchema(flat.properties)) for (const name of Object.keys(flat.properties)) names.add(name);
    const parts = [
      ...sameObject.flatMap((keyword) => flat[keyword] ?? []),
      ...(isSchema(flat.dependentSchemas) ? Object.values(flat.dependentSchemas) : []),
    ];
    return parts.every((part) => collect(part, depth + 1));
  };
  return collect(set.main.data, 0) && names.size > 0 ? names : undefined;
}
