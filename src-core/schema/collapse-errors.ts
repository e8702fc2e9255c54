import type { ErrorObject } from 'ajv/dist/2020.js';
import type { SchemaSet } from './schema-set.ts';

/** Deepest nesting of alternatives that is told apart; deeper ones are reported as one. */
const maxDepth = 8;

/** Every schema object within an alternative, references followed, by identity. */
function reachable(schema: unknown, set: SchemaSet, found: Set<unknown>, depth = 0): Set<unknown> {
  if (typeof schema !== 'object' || schema === null || found.has(schema) || depth > maxDepth) {
    return found;
  }
  found.add(schema);
  if ('$ref' in schema && typeof schema.$ref === 'string') {
    const target = set.find(schema.$ref, schema);
    if (target.kind === 'found') reachable(target.schema, set, found, depth + 1);
  }
  for (const part of Object.values(schema)) reachable(part, set, found, depth + 1);
  return found;
}

/** Whether an error says that the value is of another kind, rather than a poor one of this kind. */
function tellsKind({ keyword, instancePath }: ErrorObject, at: string): boolean {
  if (keyword === 'const') return true;
  return ['type', 'enum', 'required'].includes(keyword) && instancePath === at;
}

const isWithin = (path: string, around: string): boolean =>
  path === around || path.startsWith(`${around}/`);

/**
 * ajv also reports why each item is not one that a list must contain, and why a name is not one that
 * may be used. Only the general error is kept; it says whether there are too many or too few.
 */
function withoutReasons(errors: readonly ErrorObject[], set: SchemaSet): ErrorObject[] {
  const noise = new Set(errors.filter((one) => one.propertyName !== undefined));
  const told = new Map<ErrorObject, ErrorObject>();
  for (const general of errors) {
    if (general.keyword !== 'contains') continue;
    const schemas = reachable(general.schema, set, new Set());
    const path = `${general.instancePath}/`;
    const reasons = errors.filter(
      (error) => error.instancePath.startsWith(path) && schemas.has(error.parentSchema),
    );
    for (const reason of reasons) noise.add(reason);
    const items: readonly unknown[] = Array.isArray(general.data) ? general.data : [];
    const failing = new Set(
      reasons.map(({ instancePath }) => instancePath.slice(path.length).split('/')[0]),
    );
    const { minContains } = general.params as { readonly minContains: number };
    const tooMany = items.length - failing.size >= minContains;
    told.set(general, { ...general, params: { ...general.params, tooMany } });
  }
  return errors.filter((error) => !noise.has(error)).map((error) => told.get(error) ?? error);
}

/**
 * Where a value fits none of several alternatives, ajv reports the errors of each. They are
 * reduced to those of the one alternative that was plainly meant, else to the one general error.
 */
export function collapseAlternatives(
  errors: readonly ErrorObject[],
  set: SchemaSet,
): ErrorObject[] {
  let kept = withoutReasons(errors, set);
  for (const general of kept) {
    if (general.keyword !== 'oneOf' && general.keyword !== 'anyOf') continue;
    const alternatives: readonly unknown[] = Array.isArray(general.schema) ? general.schema : [];
    const within = alternatives.map((alternative) => {
      const schemas = reachable(alternative, set, new Set());
      const path = general.instancePath;
      return kept.filter(
        (error) =>
          error !== general &&
          isWithin(error.instancePath, path) &&
          schemas.has(error.parentSchema),
      );
    });
    const meant = within.filter(
      (found) => found.length > 0 && !found.some((error) => tellsKind(error, general.instancePath)),
    );
    const chosen = meant.length === 1 ? meant[0] : undefined;
    const noise = new Set(within.flat());
    kept = kept.filter((error) =>
      error === general ? !chosen : !noise.has(error) || chosen?.includes(error),
    );
  }
  return kept;
}
