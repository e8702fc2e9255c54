import type { ErrorObject } from 'ajv/dist/2020.js';
import { formatExamples } from '../messages/format-names.ts';
import { schemaMessages } from '../messages/schema.ts';
import type { FieldModel } from './field-model.ts';
import { isSchema } from './json-schema.ts';

/** A text of the message table. */
export type MessageKey = keyof typeof schemaMessages.ja;

/** What is said of an error, and what to do about it. */
export interface Words {
  readonly message: MessageKey;
  readonly advice?: MessageKey;
}

type Params = Readonly<Record<string, unknown>>;

const isKey = (key: string): key is MessageKey => Object.hasOwn(schemaMessages.ja, key);

/** Advice for the patterns that guides use says what to type; any other pattern is shown. */
function patternAdvice(pattern: string, field: FieldModel | undefined): MessageKey {
  if (pattern === '^[a-z0-9]+(_[a-z0-9]+)*$') return 'slugAdvice';
  if (pattern === '^[a-z0-9]+(-[a-z0-9]+)*$') return 'kebabAdvice';
  if (pattern === '^/') return 'sitePathAdvice';
  return field?.example === undefined ? 'patternAdvice' : 'exampleAdvice';
}

/** The values that a schema names, where it names any. */
export function valuesOf(schema: unknown): readonly unknown[] {
  if (!isSchema(schema)) return [];
  if (Object.hasOwn(schema, 'const')) return [schema.const];
  return Array.isArray(schema.enum) ? schema.enum : [];
}

/** The names that a `not` forbids to be there together. */
export function forbiddenNames(schema: unknown): readonly string[] {
  const names: unknown = isSchema(schema) ? schema.required : undefined;
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
}

function containsWords(error: ErrorObject, params: Params): Words {
  const hasValues = valuesOf(error.schema).length > 0;
  return params.tooMany === true
    ? {
        message: 'containsMany',
        advice: hasValues ? 'containsValueManyAdvice' : 'containsManyAdvice',
      }
    : { message: 'contains', advice: hasValues ? 'containsValueAdvice' : 'containsAdvice' };
}

function formatWords(params: Params, field: FieldModel | undefined): Words {
  const hasExample = Object.hasOwn(formatExamples, String(params.format));
  if (field?.example !== undefined) return { message: 'format', advice: 'exampleAdvice' };
  return { message: 'format', ...(hasExample ? { advice: 'formatAdvice' } : {}) };
}

/** Chooses the words for an error; `field` is the one it is about. */
export function wordsOf(error: ErrorObject, params: Params, field: FieldModel | undefined): Words {
  const { keyword, schema } = error;
  const forms = field?.variants ?? field?.itemVariants;
  const alternatives = forms ? 'formsAdvice' : 'alternativesAdvice';
  switch (keyword) {
    case 'minLength':
      if (params.limit === 1) return { message: 'minLengthOne', advice: 'minLengthOneAdvice' };
      break;
    case 'pattern':
      return {
        message: error.data === '' ? 'patternEmpty' : 'pattern',
        advice: patternAdvice(String(params.pattern), field),
      };
    case 'format':
      return formatWords(params, field);
    case 'contains':
      return containsWords(error, params);
    case 'oneOf':
    case 'anyOf':
      if (Array.isArray(params.passingSchemas)) {
        return { message: 'oneOfSeveral', advice: alternatives };
      }
      return field?.enum
        ? { message: 'enum', advice: 'enumAdvice' }
        : { message: keyword, advice: alternatives };
    case 'not':
      if (forbiddenNames(schema).length > 1) {
        return { message: 'notTogether', advice: 'notTogetherAdvice' };
      }
      return { message: valuesOf(schema).length > 0 ? 'notValue' : 'not', advice: 'notAdvice' };
    case 'false schema':
      // Where a condition leads to nothing, no single value is to blame.
      return /\/(?:then|else)\/false schema$/.test(error.schemaPath)
        ? { message: 'if', advice: 'ifAdvice' }
        : { message: 'false schema', advice: 'falseAdvice' };
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return { message: keyword, advice: 'unknownFieldAdvice' };
    case 'dependencies':
      return { message: 'dependentRequired', advice: 'dependentRequiredAdvice' };
    case 'items':
    case 'unevaluatedItems':
      if (params.limit === 0) return { message: keyword, advice: 'falseAdvice' };
      break;
    case 'additionalItems':
      return { message: 'items', advice: 'itemsAdvice' };
    default:
  }
  const message = isKey(keyword) ? keyword : 'other';
  const advice = `${message}Advice`;
  return { message, ...(isKey(advice) ? { advice } : {}) };
}
