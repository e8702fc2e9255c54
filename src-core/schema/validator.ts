import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { joinPointer } from '../document/pointer.ts';
import { type Localized, localize } from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import { checkWidths } from './check-width.ts';
import { collapseAlternatives } from './collapse-errors.ts';
import { describeError, describeUnknownField } from './describe-error.ts';
import { readFields, resolveSchema } from './read-fields.ts';
import type { SchemaIssue } from './schema-issue.ts';

export type { SchemaIssue } from './schema-issue.ts';

/** Checks guide details against one schema, or says why the schema itself cannot be used. */
export type Validator =
  | { readonly ok: true; validate(data: unknown): readonly SchemaIssue[] }
  | { readonly ok: false; readonly message: Localized };

/** Findings of one guide beyond this many say nothing more. */
const maxIssues = 100;

/** Plain objects for ajv, whose deep comparison calls methods that objects without a prototype lack. */
function toOrdinary(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toOrdinary);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, toOrdinary(one)]));
}

/** The names a schema knows at its root, or `undefined` where it deals with unknown names itself. */
function knownNames(root: unknown): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  const collect = (schema: unknown, depth: number): boolean => {
    const resolved = resolveSchema(schema, root);
    const open = [
      'additionalProperties',
      'unevaluatedProperties',
      'patternProperties',
      'propertyNames',
    ];
    if (depth > 4 || open.some((keyword) => keyword in resolved)) return false;
    for (const name of Object.keys(resolved.properties ?? {})) names.add(name);
    const parts = ['allOf', 'anyOf', 'oneOf', 'if', 'then', 'else'].flatMap(
      (keyword) => resolved[keyword] ?? [],
    );
    return parts.every((part) => collect(part, depth + 1));
  };
  return collect(root, 0) && names.size > 0 ? names : undefined;
}

function unknownFields(data: unknown, known: ReadonlySet<string>): SchemaIssue[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return [];
  const present = Object.keys(data);
  const absent = [...known].filter((name) => !present.includes(name));
  return present
    .filter((name) => !known.has(name))
    .map((name) => describeUnknownField(name, joinPointer('', name), absent));
}

/** Errors that only repeat what another one of the same value says. */
function withoutEchoes(errors: readonly ErrorObject[]): ErrorObject[] {
  const mistyped = new Set(
    errors.filter(({ keyword }) => keyword === 'type').map(({ instancePath }) => instancePath),
  );
  const empty = new Set(
    errors.filter(({ keyword }) => keyword === 'minLength').map(({ instancePath }) => instancePath),
  );
  return errors.filter(
    ({ keyword, instancePath, data }) =>
      (keyword === 'type' || !mistyped.has(instancePath)) &&
      !(keyword === 'pattern' && data === '' && empty.has(instancePath)) &&
      keyword !== 'if',
  );
}

/**
 * Compiles a JSON Schema (2020-12) for checking guides. For Node processes only: ajv compiles to
 * code, which the window's security policy refuses. A schema that cannot be compiled is a value, not a throw.
 */
export function createValidator(schema: unknown): Validator {
  const fields = readFields(schema);
  const known = knownNames(schema);
  const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true, logger: false });
  addFormats(ajv);
  try {
    const { $schema: _dialect, ...own } = resolveObject(schema);
    const compiled = ajv.compile(own);
    return {
      ok: true,
      validate(data) {
        compiled(toOrdinary(data));
        const errors = withoutEchoes(collapseAlternatives(compiled.errors ?? [], own));
        return [
          ...errors.slice(0, maxIssues).map((error) => describeError(error, fields)),
          ...checkWidths(data, fields),
          ...(known ? unknownFields(data, known) : []),
        ];
      },
    };
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 300) : '';
    return { ok: false, message: localize(schemaMessages, 'brokenSchema', { detail }) };
  }
}

function resolveObject(schema: unknown): Readonly<Record<string, unknown>> {
  if (typeof schema === 'object' && schema !== null && !Array.isArray(schema)) {
    return schema as Readonly<Record<string, unknown>>;
  }
  throw new TypeError('not an object');
}
