import type { ErrorObject } from 'ajv/dist/2020.js';
import { joinPointer } from '../document/pointer.ts';
import { type Localized, localize, translate } from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import { checkWidths } from './check-width.ts';
import { collapseAlternatives } from './collapse-errors.ts';
import { compileSchemas } from './compile-schema.ts';
import { describeError, describeUnknownField } from './describe-error.ts';
import { isSchema } from './json-schema.ts';
import { knownNames } from './known-names.ts';
import { readFields } from './read-fields.ts';
import { findSchemaFaults } from './schema-faults.ts';
import type { SchemaIssue } from './schema-issue.ts';
import { createSchemaSet, type SchemaFile, type SchemaSet } from './schema-set.ts';
import { toOrdinary } from './walk-schema.ts';

export type { SchemaIssue } from './schema-issue.ts';

/** Checks guide details against one schema, or says why the schema itself cannot be used. */
export type Validator =
  | { readonly ok: true; validate(data: unknown): readonly SchemaIssue[] }
  | { readonly ok: false; readonly message: Localized };

/** Findings of one guide beyond this many say nothing more. */
const maxIssues = 100;

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
 * Makes definitions ready for checking guides, for Node processes only: ajv compiles to code, which the
 * window's security policy refuses. `isPartial` says that names may be missing from the definitions, so
 * that unknown ones mean nothing. Definitions that cannot be compiled are a value, not a throw.
 */
export function compileValidator(definitions: SchemaSet, isPartial = false): Validator {
  try {
    const { validate, set } = compileSchemas(definitions);
    const fields = readFields(definitions.main.data, definitions.files);
    const known = isPartial ? undefined : knownNames(definitions);
    return {
      ok: true,
      validate(data) {
        validate(toOrdinary(data));
        const errors = withoutEchoes(collapseAlternatives(validate.errors ?? [], set));
        return [
          ...errors.slice(0, maxIssues).map((error) => describeError(error, fields, data)),
          ...checkWidths(data, fields),
          ...(known ? unknownFields(data, known) : []),
        ];
      },
    };
  } catch {
    return broken(localize(schemaMessages, 'brokenSchemaUnknown'));
  }
}

const broken = ({ ja, en }: Localized): Validator => ({
  ok: false,
  message: {
    ja: translate(schemaMessages, 'ja', 'brokenSchema', { detail: ja }),
    en: translate(schemaMessages, 'en', 'brokenSchema', { detail: en }),
  },
});

/** The same for one schema (2020-12) and the `others` it refers to, after making sure that it is one; the first fault is the reason. */
export function createValidator(schema: unknown, others: readonly SchemaFile[] = []): Validator {
  if (!isSchema(schema)) return broken(localize(schemaMessages, 'brokenSchemaUnknown'));
  const set = createSchemaSet(schema, others);
  const fault = findSchemaFaults(set).find(({ severity }) => severity === 'error');
  return fault ? broken(fault.message) : compileValidator(set);
}
