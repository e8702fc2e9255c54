import type { Node } from 'jsonc-parser';
import { hostileKeys, maxDepth } from './json-limits.ts';

/** Values of guide details by name; without a prototype, so that no name means anything but itself. */
export type DetailsData = Readonly<Record<string, unknown>>;

/** The value of a syntax node: plain data, objects without a prototype, hostile names left out, the last of two equal names. */
export function toData(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(toData);
  if (node.type !== 'object') return node.value as unknown;
  const data = Object.create(null) as Record<string, unknown>;
  for (const property of node.children ?? []) {
    const [key, value] = property.children ?? [];
    const name: unknown = key?.value;
    if (typeof name !== 'string' || !value || hostileKeys.has(name)) continue;
    data[name] = toData(value);
  }
  return data;
}

/** The same for what a YAML or TOML library returns: dates become their text, anything foreign becomes null. */
export function toPlainData(value: unknown, depth = 0): unknown {
  if (depth > maxDepth) return null;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
  if (Array.isArray(value)) return value.map((item) => toPlainData(item, depth + 1));
  if (typeof value === 'object' && value !== null) {
    const data = Object.create(null) as Record<string, unknown>;
    for (const [name, child] of Object.entries(value)) {
      if (!hostileKeys.has(name)) data[name] = toPlainData(child, depth + 1);
    }
    return data;
  }
  if (typeof value === 'bigint') return Number(value);
  return ['string', 'number', 'boolean'].includes(typeof value) ? value : null;
}

/** Whether two values are the same JSON: names in any order, 0 and -0 alike. */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as DetailsData, b as DetailsData];
  const names = Object.keys(left);
  return (
    names.length === Object.keys(right).length &&
    names.every((name) => Object.hasOwn(right, name) && isSameJson(left[name], right[name]))
  );
}
