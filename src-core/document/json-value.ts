import { type Node, type ParseError, parseTree } from 'jsonc-parser';
import { exceedsBytes, hostileKeys, maxBlockBytes, tooDeepAt } from './json-limits.ts';

/** A JSON value as it is written: `node` has its offsets in `text`. */
export interface JsonValue {
  readonly text: string;
  readonly node: Node;
}

/** A field of an object: its name as read and as written, quotes included. */
export interface JsonField {
  readonly name: string;
  readonly rawName: string;
  readonly value: JsonValue;
}

/** Why a text cannot become a value of guide details; `name` is the field at fault, `line` counts from 1. */
export interface JsonRefusal {
  readonly refused: 'editJson' | 'editName' | 'editTwice' | 'editLimit';
  readonly name?: string;
  readonly line?: number;
}

/** A value's own characters. */
export const rawOf = ({ text, node }: JsonValue): string =>
  text.slice(node.offset, node.offset + node.length);

/** The items of a list in their order; none for anything else. */
export function itemsOf({ text, node }: JsonValue): readonly JsonValue[] {
  return node.type === 'array' ? (node.children ?? []).map((child) => ({ text, node: child })) : [];
}

/** The fields of an object as written, one for each copy of a name; hostile names are passed over. */
export function fieldsOf({ text, node }: JsonValue): readonly JsonField[] {
  if (node.type !== 'object') return [];
  return (node.children ?? []).flatMap(({ children: [key, child] = [] }) => {
    const name: unknown = key?.value;
    if (!key || !child || typeof name !== 'string' || hostileKeys.has(name)) return [];
    return [{ name, rawName: rawOf({ text, node: key }), value: { text, node: child } }];
  });
}

/** The fields of an object by name; of equal names the last counts, as for JSON.parse. */
export function fieldMap(object: JsonValue): ReadonlyMap<string, JsonField> {
  return new Map(fieldsOf(object).map((field) => [field.name, field]));
}

/**
 * Whether two values are the same, names in any order and layout left out of account. `spelling`
 * tells numbers and strings apart that mean the same but are written differently.
 */
export function isSameValue(a: JsonValue, b: JsonValue, spelling: boolean): boolean {
  if (a.node.type !== b.node.type) return false;
  if (a.node.type === 'array') {
    const [left, right] = [itemsOf(a), itemsOf(b)];
    return (
      left.length === right.length &&
      left.every((item, index) => {
        const other = right[index];
        return other !== undefined && isSameValue(item, other, spelling);
      })
    );
  }
  if (a.node.type === 'object') {
    const [left, right] = [fieldMap(a), fieldMap(b)];
    return (
      left.size === right.size &&
      [...left].every(([name, { value }]) => {
        const other = right.get(name);
        return other !== undefined && isSameValue(value, other.value, spelling);
      })
    );
  }
  return spelling ? rawOf(a) === rawOf(b) : a.node.value === b.node.value;
}

/** Names no guide may have, or that stand twice in one object; the last copy alone would count. */
function badName({ text, node }: JsonValue): JsonRefusal | undefined {
  const seen = new Set<string>();
  for (const child of node.children ?? []) {
    const [key, value] = node.type === 'object' ? (child.children ?? []) : [undefined, child];
    const name: unknown = key?.value;
    if (typeof name === 'string') {
      if (hostileKeys.has(name)) return { refused: 'editName', name };
      if (seen.has(name)) return { refused: 'editTwice', name };
      seen.add(name);
    }
    const inner = value && badName({ text, node: value });
    if (inner) return inner;
  }
  return undefined;
}

/**
 * Reads JSON that an author or a script gives for a value. Halves of surrogate pairs become escapes,
 * as UTF-8 cannot hold them; what is no JSON, or would harm the guide, is refused with the reason.
 */
export function readJsonText(json: string): JsonValue | JsonRefusal {
  if (exceedsBytes(json, maxBlockBytes) || tooDeepAt(json) !== undefined) {
    return { refused: 'editLimit' };
  }
  const text = json.replaceAll(
    /\p{Surrogate}/gu,
    (half) => `\\u${half.charCodeAt(0).toString(16)}`,
  );
  const errors: ParseError[] = [];
  const node = parseTree(text, errors, { disallowComments: true });
  const [error] = errors;
  if (!node || error) {
    const line = text.slice(0, error?.offset).split(/\r\n|\r|\n/).length;
    return { refused: 'editJson', line };
  }
  return badName({ text, node }) ?? { text, node };
}

/** A value of plain data, written as JSON.stringify does; `undefined` where it cannot be (see isWritable). */
export function toJsonValue(value: unknown): JsonValue | undefined {
  const text = JSON.stringify(value) as string | undefined;
  const node = text === undefined ? undefined : parseTree(text);
  return text === undefined || !node ? undefined : { text, node };
}

/** JSON of `after` in which every part that means the same as before keeps the spelling it had. */
export function keepSpelling(before: JsonValue, after: JsonValue): string {
  if (isSameValue(before, after, false)) return rawOf(before);
  if (before.node.type === 'array' && after.node.type === 'array') {
    const olds = itemsOf(before);
    const items = itemsOf(after).map((item, i) => keepSpelling(olds[i] ?? item, item));
    return `[${items.join(',')}]`;
  }
  if (before.node.type !== 'object' || after.node.type !== 'object') return rawOf(after);
  const olds = fieldMap(before);
  const fields = fieldsOf(after).map(({ name, rawName, value }) => {
    const old = olds.get(name);
    return `${old?.rawName ?? rawName}:${keepSpelling(old?.value ?? value, value)}`;
  });
  return `{${fields.join(',')}}`;
}
