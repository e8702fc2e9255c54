import type { ErrorObject } from 'ajv/dist/2020.js';
import { joinPointer } from '../document/pointer.ts';
import {
  type Locale,
  type Localized,
  type MessageValues,
  translate,
} from '../messages/messages.ts';
import { schemaMessages } from '../messages/schema.ts';
import { nearest } from '../text/nearest.ts';
import { fieldAt, fieldName } from './field-at.ts';
import type { FieldModel } from './field-model.ts';
import type { SchemaIssue } from './schema-issue.ts';

type MessageKey = keyof typeof schemaMessages.ja;

const isKey = (key: string): key is MessageKey => Object.hasOwn(schemaMessages.ja, key);

/** Longest piece of a value or pattern that a message repeats. */
const quotedLength = 60;

function quote(value: unknown): string {
  if (value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > quotedLength ? `${text.slice(0, quotedLength)}…` : text;
}

const typeNames = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const;

function expectedTypes(types: unknown, locale: Locale): string {
  const wanted: readonly unknown[] = Array.isArray(types) ? types : String(types).split(',');
  return typeNames
    .filter((name) => wanted.includes(name))
    .map((name) => translate(schemaMessages, locale, name))
    .join(translate(schemaMessages, locale, 'orSeparator'));
}

/** Advice for the patterns that guides use says what to type; any other pattern is shown. */
function patternAdvice(pattern: string): MessageKey {
  if (pattern === '^[a-z0-9]+(_[a-z0-9]+)*$') return 'slugAdvice';
  if (pattern === '^[a-z0-9]+(-[a-z0-9]+)*$') return 'kebabAdvice';
  return pattern === '^/' ? 'sitePathAdvice' : 'patternAdvice';
}

interface Words {
  readonly message: MessageKey;
  readonly advice?: MessageKey;
}

function wordsOf(error: ErrorObject, params: Readonly<Record<string, unknown>>): Words {
  const { keyword } = error;
  if (keyword === 'minLength' && params.limit === 1) {
    return { message: 'minLengthOne', advice: 'minLengthOneAdvice' };
  }
  if (keyword === 'pattern') {
    return { message: 'pattern', advice: patternAdvice(String(params.pattern)) };
  }
  if (keyword === 'false schema') return { message: 'false schema', advice: 'falseAdvice' };
  if (keyword === 'unevaluatedProperties' || keyword === 'additionalProperties') {
    return { message: keyword, advice: 'unknownFieldAdvice' };
  }
  const comparison = String(params.comparison);
  if (keyword.startsWith('format') && keyword !== 'format' && comparison !== 'undefined') {
    return { message: isKey(keyword) ? keyword : 'other' };
  }
  const message = isKey(keyword) ? keyword : 'other';
  const advice = `${keyword}Advice`;
  return { message, ...(isKey(advice) ? { advice } : {}) };
}

/** The property that an error names, under whichever parameter ajv gives it. */
function propertyOf(params: Readonly<Record<string, unknown>>): string | undefined {
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

/** Puts an ajv error into a writer's words, naming the field by its label. */
export function describeError(error: ErrorObject, fields: readonly FieldModel[]): SchemaIssue {
  const params = error.params as Readonly<Record<string, unknown>>;
  const property = propertyOf(params);
  const at = error.instancePath;
  const pointer =
    property !== undefined && aboutProperty.has(error.keyword) ? joinPointer(at, property) : at;
  const words = wordsOf(error, params);
  const names = fieldName(fields, error.keyword === 'required' ? pointer : at);
  const allowed = params.allowedValues ?? [params.allowedValue];
  const valuesIn = (locale: Locale): MessageValues => ({
    field: names[locale],
    value: quote(error.data),
    limit: quote(params.limit ?? params.multipleOf ?? params.len),
    pattern: quote(params.pattern),
    format: quote(params.format),
    property: property ?? '',
    because: quote(params.property),
    // ajv counts from 0, the later of the two first.
    first: Math.min(Number(params.i), Number(params.j)) + 1,
    second: Math.max(Number(params.i), Number(params.j)) + 1,
    expected: expectedTypes(params.type, locale),
    choices: (Array.isArray(allowed) ? allowed : [])
      .map(quote)
      .slice(0, 10)
      .join(translate(schemaMessages, locale, 'listSeparator')),
  });
  const say = (key: MessageKey): Localized => ({
    ja: translate(schemaMessages, 'ja', key, valuesIn('ja')),
    en: capitalize(translate(schemaMessages, 'en', key, valuesIn('en'))),
  });
  const { field } = fieldAt(fields, pointer);
  return {
    keyword: error.keyword,
    pointer,
    message: say(words.message),
    ...(words.advice ? { advice: say(words.advice) } : {}),
    ...(property === undefined ? {} : { property }),
    ...(field?.severity ? { severity: field.severity } : {}),
  };
}

const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A finding that a top-level name is in no field definition, with the name it may have been meant to be. */
export function describeUnknownField(
  property: string,
  pointer: string,
  candidates: readonly string[],
): SchemaIssue {
  const suggestion = nearest(property, candidates);
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
