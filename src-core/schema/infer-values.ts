import { hostileKeys } from '../document/json-limits.ts';
import { joinPointer } from '../document/pointer.ts';
import { count, createTally, keepFirst, type Place, type Tally } from './infer-places.ts';
import { addText, createTextStats, type TextStats } from './infer-texts.ts';

/** What a value is by JSON; a whole number is told from others. */
export type Kind = 'string' | 'integer' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/** A set of names in the order in which objects have them, with how many do. */
export interface NameOrder {
  readonly names: readonly string[];
  count: number;
  readonly first: Place[];
}

/** What is kept of the objects at one place. */
export interface ObjectStats {
  count: number;
  /** `undefined` where there are too many names: they are data rather than fields. */
  fields: Map<string, ValueStats> | undefined;
  /** By the names in their order; `undefined` where too many objects have an order of their own. */
  orders: Map<string, NameOrder> | undefined;
}

/** What is kept of the lists at one place. */
export interface ListStats {
  /** How many have two items or more, and how many of those hold the same text twice. */
  several: number;
  readonly repeated: Tally;
  readonly items: ValueStats;
}

/** What is kept of the values of one field in all guides read so far. */
export interface ValueStats {
  readonly kinds: Map<Kind, Tally>;
  texts?: TextStats;
  list?: ListStats;
  object?: ObjectStats;
}

/** Deepest nesting that is looked into; the form follows six levels (read-fields.ts). */
const deepest = 8;
/** Most names that objects at one place may have between them. */
const mostFields = 500;
const mostOrders = 5_000;

/** Makes the statistics of no values. */
export function createValueStats(): ValueStats {
  return { kinds: new Map() };
}

function kindOf(value: unknown): Kind | undefined {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  const kinds = ['string', 'boolean', 'object'] as const;
  return kinds.find((kind) => typeof value === kind);
}

function addObject(stats: ObjectStats, value: object, place: Place, depth: number): void {
  stats.count += 1;
  const entries = Object.entries(value).filter(([name]) => !hostileKeys.has(name));
  for (const [name, child] of entries) {
    const { fields } = stats;
    if (!fields) break;
    let field = fields.get(name);
    if (!field) {
      if (fields.size >= mostFields) {
        stats.fields = undefined;
        stats.orders = undefined;
        break;
      }
      fields.set(name, (field = createValueStats()));
    }
    const { path } = place;
    addValue(field, child, { path, pointer: joinPointer(place.pointer, name) }, depth + 1);
  }
  const { orders } = stats;
  if (!orders) return;
  const names = entries.map(([name]) => name);
  const key = JSON.stringify(names);
  let order = orders.get(key);
  if (!order) {
    if (orders.size >= mostOrders) {
      stats.orders = undefined;
      return;
    }
    orders.set(key, (order = { names, count: 0, first: [] }));
  }
  order.count += 1;
  keepFirst(order.first, place, () => place);
}

function firstRepeated(texts: readonly string[]): string | undefined {
  const seen = new Set<string>();
  return texts.find((text) => seen.size === seen.add(text).size);
}

function addList(stats: ListStats, value: readonly unknown[], place: Place, depth: number): void {
  if (value.length > 1) stats.several += 1;
  const texts = value.filter((item) => typeof item === 'string');
  const twice = firstRepeated(texts);
  if (twice !== undefined) count(stats.repeated, place, twice);
  for (const [index, item] of value.entries()) {
    const at = { path: place.path, pointer: joinPointer(place.pointer, index) };
    addValue(stats.items, item, at, depth + 1);
  }
}

/** Takes in one value of a field; what is no JSON, and what lies too deep, is passed over. */
export function addValue(stats: ValueStats, value: unknown, place: Place, depth = 0): void {
  const kind = kindOf(value);
  if (kind === undefined) return;
  let tally = stats.kinds.get(kind);
  if (!tally) stats.kinds.set(kind, (tally = createTally()));
  count(tally, place, value);
  if (typeof value === 'string') addText((stats.texts ??= createTextStats()), value, place);
  if (depth >= deepest || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    stats.list ??= { several: 0, repeated: createTally(), items: createValueStats() };
    addList(stats.list, value, place, depth);
    return;
  }
  stats.object ??= { count: 0, fields: new Map(), orders: new Map() };
  addObject(stats.object, value, place, depth);
}
