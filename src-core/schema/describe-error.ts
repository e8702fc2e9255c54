import type { ErrorObject } from 'ajv/dist/2020.js';
import { joinPointer } from '../document/pointer.ts';
import { formatExamples, formatNames } from '../messages/format-names.ts';
import {
  type Locale,
  type Localized,
  type MessageValues,
  translate,
} from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import { nearest } from '../text/nearest.ts';
import {
  choicesIn,
  distance,
  expectedTypes,
  listed,
  nearMultiples,
  quote,
} from './error-values.ts';
import { forbiddenNames, type MessageKey, valuesOf, wordsOf } from './error-words.ts';
import { fieldAt, fieldName } from './field-at.ts';
import type { FieldModel } from './field-model.ts';
import { formOf } from './field-values.ts';
import { isSchema } from './json-schema.ts';
import type { SchemaIssue } from './schema-issue.ts';

type Params = Readonly<Record<string, unknown>>;

/** The property that an error names, under whichever parameter ajv gives it. */
function propertyOf(params: Params): string | undefined {
  const names = [
    params.missingProperty,
    params.additionalProperty,
    params.unevaluatedProperty,
    params.propertyName,
    params.tag,
  ];
  return names.find((name): name is string => typeof name === 'string');
}

/** Keywords whose finding belongs to the named property rather than to the object around it. */
const aboutProperty: ReadonlySet<string> = new Set([
  'required',
  'dependentRequired',
  'dependencies',
  'additionalProperties',
  'unevaluatedProperties',
  'propertyNames',
]);
/** Those of them where the property is not there, so that it is called by its own label. */
const aboutMissing: ReadonlySet<string> = new Set([
  'required',
  'dependentRequired',
  'dependencies',
]);

/** Advice that counts what is to be done; all else counts what is allowed. */
const countsDistance: ReadonlySet<string> = new Set([
  'maxLengthAdvice',
  'maxPropertiesAdvice',
  'minLengthAdvice',
]);

const containsLimit = ({ minContains, maxContains, tooMany }: Params): unknown =>
  tooMany === true ? maxContains : minContains;

const isFormatName = (format: unknown): format is keyof typeof formatNames.ja =>
  typeof format === 'string' && Object.hasOwn(formatNames.ja, format);

/** In a name of one or two letters a single slip is another name. */
const nearName = (name: string, known: readonly string[]): string | undefined =>
  name.length > 2 ? nearest(name, known) : undefined;

/** A name that is not known, and was probably meant to be one that is and is not there yet. */
function suggestionFor(
  error: ErrorObject,
  field: FieldModel | undefined,
  fields: readonly FieldModel[],
): string | undefined {
  const params = error.params as Params;
  const unknown = params.additionalProperty ?? params.unevaluatedProperty;
  if (typeof unknown !== 'string' || !isSchema(error.data)) return undefined;
  const { data, instancePath } = error;
  const form = field && formOf(field, data);
  const known = instancePath === '' ? fields : (form?.children ?? []);
  return nearName(
    unknown,
    known.map(({ name }) => name).filter((name) => !Object.hasOwn(data, name)),
  );
}

/** Puts an ajv error into a writer's words, naming the field by its label; `data` are the whole details. */
export function describeError(
  error: ErrorObject,
  fields: readonly FieldModel[],
  data?: unknown,
): SchemaIssue {
  const params = error.params as Params;
  const { keyword, instancePath: at } = error;
  const property = propertyOf(params);
  const pointer =
    property !== undefined && aboutProperty.has(keyword) ? joinPointer(at, property) : at;
  const named = aboutMissing.has(keyword) ? pointer : at;
  const nameOf = (name: string): Localized => fieldName(fields, joinPointer(at, name), data);
  const names = fieldName(fields, named, data);
  const { field } = fieldAt(fields, named, data);
  const words = wordsOf(error, params, field);
  const suggestion = suggestionFor(error, field, fields);
  const allowed =
    params.allowedValues ??
    (Object.hasOwn(params, 'allowedValue') ? [params.allowedValue] : undefined) ??
    (words.message === 'enum' ? field?.enum : undefined) ??
    valuesOf(error.schema);
  const limit = params.limit ?? params.multipleOf ?? containsLimit(params);
  const away = distance(error.data, limit);
  const valuesIn = (locale: Locale, key: MessageKey): MessageValues => ({
    field: names[locale],
    value: quote(error.data),
    limit: quote(limit),
    count: countsDistance.has(key) ? away : Number(limit),
    over: away,
    under: away,
    near: nearMultiples(error.data, limit, locale),
    pattern: quote(params.pattern),
    format: translate(formatNames, locale, isFormatName(params.format) ? params.format : 'other'),
    example: field?.example ?? formatExamples[String(params.format)] ?? '',
    property: property ?? '',
    because: typeof params.property === 'string' ? nameOf(params.property)[locale] : '',
    // ajv counts from 0, the later of the two first.
    first: Math.min(Number(params.i), Number(params.j)) + 1,
    second: Math.max(Number(params.i), Number(params.j)) + 1,
    expected: expectedTypes(params.type, locale),
    choices: choicesIn(Array.isArray(allowed) ? allowed : [], field, locale),
    names: listed(
      forbiddenNames(error.schema).map((name) => nameOf(name)[locale]),
      locale,
    ),
    forms: listed(
      (field?.variants ?? field?.itemVariants ?? []).map(({ label }) => label[locale]),
      locale,
    ),
    suggestion: suggestion ?? '',
  });
  const say = (key: MessageKey): Localized => ({
    ja: translate(schemaMessages, 'ja', key, valuesIn('ja', key)),
    en: capitalize(translate(schemaMessages, 'en', key, valuesIn('en', key))),
  });
  const advice = suggestion === undefined ? words.advice : 'unknownFieldNearAdvice';
  const { severity } = fieldAt(fields, pointer, data).field ?? {};
  return {
    keyword,
    pointer,
    message: say(words.message),
    ...(advice ? { advice: say(advice) } : {}),
    ...(property === undefined ? {} : { property }),
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(severity ? { severity } : {}),
  };
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A finding that a top-level name is in no field definition, with the name it may have been meant to be. */
export function describeUnknownField(
  property: string,
  pointer: string,
  candidates: readonly string[],
): SchemaIssue {
  const suggestion = nearName(property, candidates);
  const values = { property, suggestion: suggestion ?? '' };
  const both = (key: MessageKey): Localized => ({
    ja: translate(schemaMessages, 'ja', key, values),
    en: translate(schemaMessages, 'en', key, values),
  });
  return {
    keyword: 'unknown-field',
    pointer,
    property,
    message: both('unknownField'),
    advice: both(suggestion === undefined ? 'unknownFieldAdvice' : 'unknownFieldNearAdvice'),
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
