import type { ErrorObject } from 'ajv/dist/2020.js';
import { refTarget } from './read-fields.ts';

/** Deepest nesting of alternatives that is told apart; deeper ones are reported as one. */
const maxDepth = 8;

/** Every schema object within an alternative, references followed, by identity. */
function reachable(schema: unknown, root: unknown, found: Set<unknown>, depth = 0): Set<unknown> {
  if (typeof schema !== 'object' || schema === null || found.has(schema) || depth > maxDepth) {
    return found;
  }
  found.add(schema);
  if ('$ref' in schema && typeof schema.$ref === 'string') {
    reachable(refTarget(schema.$ref, root), root, found, depth + 1);
  }
  for (const part of Object.values(schema)) reachable(part, root, found, depth + 1);
  return found;
}

/** Whether an error says that the value is of another kind, rather than a poor one of this kind. */
function tellsKind({ keyword, instancePath }: ErrorObject, at: string): boolean {
  if (keyword === 'const') return true;
  return ['type', 'enum', 'required'].includes(keyword) && instancePath === at;
}

/**
 * Where a value fits none of several alternatives, ajv reports the errors of each. They are
 * reduced to those of the one alternative that was plainly meant, else to the one general error.
 */
export function collapseAlternatives(errors: readonly ErrorObject[], root: unknown): ErrorObject[] {
  let kept = [...errors];
  for (const general of errors) {
    if (general.keyword !== 'oneOf' && general.keyword !== 'anyOf') continue;
    const alternatives: readonly unknown[] = Array.isArray(general.schema) ? general.schema : [];
    const within = alternatives.map((alternative) => {
      const schemas = reachable(alternative, root, new Set());
      const path = general.instancePath;
      return kept.filter(
        (error) =>
          error !== general &&
          (error.instancePath === path || error.instancePath.startsWith(`${path}/`)) &&
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
