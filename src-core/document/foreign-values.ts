import { parse as parseToml } from 'smol-toml';
import {
  type DocumentOptions,
  isScalar,
  type ParseOptions,
  parseDocument,
  type ScalarTag,
  type SchemaOptions,
  type Tags,
} from 'yaml';
import { maxDepth } from './json-limits.ts';

/** A number as the author spelled it, where JSON has the same spelling: `1.0`, `1e3`, 2^53 + 1. */
export interface SpelledNumber {
  readonly spelled: string;
}

const asWritten = (tag: string): ScalarTag => ({ tag, resolve: (text) => text });

/**
 * How YAML guide details are read: as sites read them (merge keys count), but what a tag makes a date or
 * bytes stays the text that was written.
 */
export const yamlOptions = {
  prettyErrors: false,
  // What the library has to say is in its errors, never on a console.
  logLevel: 'error',
  merge: true,
  // The library would compare each name with all others; parse-foreign-block looks for names written twice.
  uniqueKeys: false,
  customTags: (tags: Tags): Tags => [
    ...tags,
    asWritten('tag:yaml.org,2002:timestamp'),
    asWritten('tag:yaml.org,2002:binary'),
  ],
} satisfies ParseOptions & DocumentOptions & SchemaOptions;

/** Most repetitions of anchored values that are followed: more is a bomb. */
export const maxAliasCount = 100;

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function withSpelling(tag: Tags[number]): Tags[number] {
  if (typeof tag === 'string' || tag.collection !== undefined || !/:(?:int|float)$/.test(tag.tag)) {
    return tag;
  }
  const { resolve } = tag;
  return {
    ...tag,
    resolve(text: string, onError: (message: string) => void, options: ParseOptions): unknown {
      if (jsonNumber.test(text)) return { spelled: text } satisfies SpelledNumber;
      const value = resolve(text, onError, options);
      return isScalar(value) ? value.value : value;
    },
  };
}

/**
 * The values of a YAML block in their order: maps as Map, numbers spelled as written where JSON can,
 * whole numbers else as bigint. Throws what the library throws.
 */
export function readYamlValues(block: string): unknown {
  const document = parseDocument(block, {
    ...yamlOptions,
    intAsBigInt: true,
    customTags: (tags: Tags) => yamlOptions.customTags(tags).map(withSpelling),
  });
  return document.toJS({ mapAsMap: true, maxAliasCount }) as unknown;
}

/** Tables as maps, so that no name means anything but itself; dates as their text. */
function toMaps(value: unknown, depth = 0): unknown {
  // So deep that it is refused before anyone comes here; dotted names nest without end.
  if (depth > maxDepth + 1) return null;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toMaps(item, depth + 1));
  // Only a float is a plain number here: what looks whole was written with a point.
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1e21) {
    return { spelled: `${Object.is(value, -0) ? '-0' : String(value)}.0` } satisfies SpelledNumber;
  }
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([name, child]) => [name, toMaps(child, depth + 1)]));
}

/** The values of a TOML block in the same shape. Throws what the library throws. */
export function readTomlValues(block: string): unknown {
  return toMaps(parseToml(block, { integersAsBigInt: true }));
}
