import { convertMessages } from '../messages/convert.ts';
import { type Localized, localize } from '../messages/messages.ts';
import type { SpelledNumber } from './foreign-values.ts';
import { hostileKeys, maxDepth } from './json-limits.ts';
import { joinPointer } from './pointer.ts';

const isSpelled = (value: object): value is SpelledNumber =>
  'spelled' in value && typeof value.spelled === 'string';

/** Text of a key as sites name the field; `undefined` for a key that is no name (null, lists, maps). */
function nameOf(key: unknown): string | undefined {
  if (typeof key === 'string') return key;
  if (typeof key === 'number' || typeof key === 'boolean' || typeof key === 'bigint')
    return `${key}`;
  const isNumber = typeof key === 'object' && key !== null && isSpelled(key);
  return isNumber ? String(Number(key.spelled)) : undefined;
}

/**
 * JSON of values as `foreign-values` reads them: two spaces, one item a line, `eol` between lines. Where
 * something cannot be written, the first reason why.
 */
export function foreignToJson(
  values: unknown,
  eol: string,
): { readonly json: string } | { readonly reason: Localized } {
  const reasons: Localized[] = [];
  const refuse = (
    key: 'value' | 'name' | 'hostile' | 'twice' | 'tooDeep',
    places: Readonly<Record<string, string>> = {},
  ): string => {
    reasons.push(localize(convertMessages, key, places));
    return 'null';
  };

  const enclose = (ends: '[]' | '{}', items: readonly string[], depth: number): string => {
    if (items.length === 0) return ends;
    const inner = eol + '  '.repeat(depth);
    const outer = eol + '  '.repeat(depth - 1);
    return ends.charAt(0) + inner + items.join(`,${inner}`) + outer + ends.charAt(1);
  };

  function write(value: unknown, pointer: string, depth: number): string {
    // A bomb of repeated values is not written out to its end.
    if (reasons.length > 0) return 'null';
    if (value === null || typeof value === 'boolean' || typeof value === 'string') {
      return JSON.stringify(value);
    }
    if (typeof value === 'bigint') return String(value);
    if (typeof value === 'number') {
      return Number.isFinite(value) ? String(value) : refuse('value', { pointer });
    }
    if (typeof value !== 'object') return refuse('value', { pointer });
    if (depth > maxDepth) return refuse('tooDeep');
    if (Array.isArray(value)) {
      const items = value.map((item, index) => write(item, joinPointer(pointer, index), depth + 1));
      return enclose('[]', items, depth);
    }
    if (value instanceof Map) {
      const names = new Set<string>();
      const entries = [...value].map(([key, child]: [unknown, unknown]) => {
        const name = nameOf(key);
        if (name === undefined) return refuse('name', { pointer });
        if (hostileKeys.has(name)) return refuse('hostile', { name });
        if (names.has(name)) return refuse('twice', { name });
        names.add(name);
        return `${JSON.stringify(name)}: ${write(child, joinPointer(pointer, name), depth + 1)}`;
      });
      return enclose('{}', entries, depth);
    }
    return isSpelled(value) ? value.spelled : refuse('value', { pointer });
  }

  const json = write(values, '', 1);
  const [reason] = reasons;
  return reason ? { reason } : { json };
}
