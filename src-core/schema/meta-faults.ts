import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import { splitPointer } from '../document/pointer.ts';
import { type Locale, type Localized, translate } from '../messages/messages.ts';
import { schemaFaultMessages } from '../messages/schema-faults.ts';
import { expectedTypes, listed, quote } from './error-values.ts';
import { isSchema } from './json-schema.ts';
import type { SchemaFault } from './schema-fault.ts';
import { toOrdinary } from './walk-schema.ts';

type Params = Readonly<Record<string, unknown>>;

const metaSchema = 'https://json-schema.org/draft/2020-12/schema';

let meta: Ajv2020 | undefined;

/** Errors of the deepest places; those of what surrounds them say the same again. */
function byPlace(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly ErrorObject[]> {
  const places = new Map<string, ErrorObject[]>();
  for (const error of errors) {
    const known = places.get(error.instancePath);
    if (known) known.push(error);
    else places.set(error.instancePath, [error]);
  }
  for (const pointer of places.keys()) {
    const isAround = [...places.keys()].some((other) => other.startsWith(`${pointer}/`));
    if (isAround) places.delete(pointer);
  }
  return places;
}

function adviceOf(errors: readonly ErrorObject[], locale: Locale): string {
  const values = new Map(errors.map(({ keyword, params }) => [keyword, params as Params]));
  const allowed = values.get('enum')?.allowedValues;
  if (Array.isArray(allowed)) {
    const choices = listed(
      allowed.map((value) => quote(value)),
      locale,
    );
    return translate(schemaFaultMessages, locale, 'valueChoicesAdvice', { choices });
  }
  const types = errors
    .filter(({ keyword }) => keyword === 'type')
    .flatMap(({ params }) => (params as Params).type);
  if (types.length > 0) {
    const expected = expectedTypes(types.flat(), locale);
    return translate(schemaFaultMessages, locale, 'valueTypeAdvice', { expected });
  }
  const limit = values.get('minimum')?.limit ?? values.get('minItems')?.limit;
  if (limit !== undefined) {
    return translate(schemaFaultMessages, locale, 'valueMinimumAdvice', { limit: quote(limit) });
  }
  const key = values.has('uniqueItems') ? 'valueUniqueAdvice' : 'valueAdvice';
  return translate(schemaFaultMessages, locale, key);
}

/** What is not JSON Schema 2020-12 in a schema, each place once. */
export function metaFaults(data: unknown, file: string): readonly SchemaFault[] {
  if (!isSchema(data)) return [];
  meta ??= new Ajv2020({ strict: false, allErrors: true, logger: false, verbose: true });
  const check = meta.getSchema(metaSchema);
  if (!check || check(toOrdinary(data)) === true) return [];
  return [...byPlace(check.errors ?? [])].map(([pointer, errors]) => {
    const value = quote(JSON.stringify(errors[0]?.data));
    const name = splitPointer(pointer)?.last ?? '';
    const both = (say: (locale: Locale) => string): Localized => ({ ja: say('ja'), en: say('en') });
    return {
      file,
      pointer,
      code: 'config-value',
      severity: 'error',
      message: both((locale) => translate(schemaFaultMessages, locale, 'value', { name, value })),
      advice: both((locale) => adviceOf(errors, locale)),
    };
  });
}
