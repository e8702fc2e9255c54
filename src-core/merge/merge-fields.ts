import { joinPointer } from '../document/pointer.ts';
import {
  fieldMap,
  fieldsOf,
  isSameValue,
  itemsOf,
  type JsonValue,
  rawOf,
} from '../document/json-value.ts';
import { fieldAt } from '../schema/field-at.ts';
import type { FieldModel } from '../schema/field-model.ts';
import type { Three } from './merge-blocks.ts';
import type { MergePlace } from './merge-place.ts';
import { compareThree, type Run } from './three-way.ts';

/** What differs in a value: a place without its id and name. */
export type FieldDifference = Pick<MergePlace, 'base' | 'mine' | 'theirs' | 'both' | 'taken'> & {
  readonly pointer: string;
};

type Values = Three<JsonValue | undefined>;

const isSame = (a: JsonValue | undefined, b: JsonValue | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && isSameValue(a, b, true));

/** A value as it is compared: names in order, layout left out, numbers and strings as written. */
function keyOf(value: JsonValue): string {
  if (value.node.type === 'array') return `[${itemsOf(value).map(keyOf).join(',')}]`;
  if (value.node.type !== 'object') return rawOf(value);
  const fields = [...fieldMap(value).values()].map(
    ({ name, value: inner }) => `${JSON.stringify(name)}:${keyOf(inner)}`,
  );
  return `{${fields.sort().join(',')}}`;
}

const listText = (items: readonly JsonValue[]): string => `[${items.map(rawOf).join(',')}]`;

const isUnique = (items: readonly JsonValue[]): boolean =>
  new Set(items.map(keyOf)).size === items.length;

/** A list whose order says nothing: words and names of other guides, none of them twice. */
function isSet(field: FieldModel | undefined, lists: readonly (readonly JsonValue[])[]): boolean {
  const isByField =
    field !== undefined &&
    (field.widget === 'chips' ||
      field.widget === 'relations' ||
      field.vocabulary !== undefined ||
      field.relation !== undefined);
  return isByField && lists.every(isUnique);
}

/** Mine without what theirs took out, then what theirs added. */
function joinSets({ base, mine, theirs }: Three<readonly JsonValue[]>): readonly JsonValue[] {
  const keys = (items: readonly JsonValue[]): ReadonlySet<string> => new Set(items.map(keyOf));
  const [bases, mines, others] = [keys(base), keys(mine), keys(theirs)];
  const kept = mine.filter((item) => others.has(keyOf(item)) || !bases.has(keyOf(item)));
  const added = theirs.filter((item) => !bases.has(keyOf(item)) && !mines.has(keyOf(item)));
  return [...kept, ...added];
}

/** Everything that either list has, mine first. */
function union(mine: readonly JsonValue[], theirs: readonly JsonValue[]): readonly JsonValue[] {
  const known = new Set(mine.map(keyOf));
  return [...mine, ...theirs.filter((item) => !known.has(keyOf(item)))];
}

function joinSequences(
  lists: Three<readonly JsonValue[]>,
  runs: readonly Run[],
): readonly JsonValue[] {
  return runs.flatMap(({ kind, mine, theirs }) =>
    kind === 'theirs'
      ? lists.theirs.slice(theirs.from, theirs.to)
      : lists.mine.slice(mine.from, mine.to),
  );
}

/** Whether each item is the same one on all sides, however changed: nothing came, went or moved. */
function isItemByItem({ base, mine, theirs }: Three<readonly JsonValue[]>): boolean {
  if (base.length !== mine.length || base.length !== theirs.length) return false;
  const places = new Map(base.map((item, index) => [keyOf(item), index]));
  const stays = (item: JsonValue, index: number): boolean =>
    (places.get(keyOf(item)) ?? index) === index;
  const areObjects = [...base, ...mine, ...theirs].every(({ node }) => node.type === 'object');
  return areObjects && isUnique(base) && mine.every(stays) && theirs.every(stays);
}

function compareLists(
  lists: Three<readonly JsonValue[]>,
  plain: FieldDifference,
  options: CompareOptions,
): readonly FieldDifference[] {
  const { base, mine, theirs } = lists;
  const field = fieldAt(options.fields, plain.pointer, options.data).field;
  if (isSet(field, [base, mine, theirs])) {
    return [{ ...plain, both: listText(joinSets(lists)), taken: 'both' }];
  }
  if (isItemByItem(lists)) {
    return mine.flatMap((item, index) =>
      compareValue(
        { base: base[index], mine: item, theirs: theirs[index] },
        joinPointer(plain.pointer, index),
        options,
      ),
    );
  }
  const runs = compareThree(base.map(keyOf), mine.map(keyOf), theirs.map(keyOf));
  if (runs.some(({ kind }) => kind === 'conflict')) {
    return [{ ...plain, both: listText(union(mine, theirs)), taken: undefined }];
  }
  return [{ ...plain, both: listText(joinSequences(lists, runs)), taken: 'both' }];
}

interface CompareOptions {
  readonly fields: readonly FieldModel[];
  /** The details of mine, to tell the forms of a field apart. */
  readonly data: unknown;
}

function compareValue(
  values: Values,
  pointer: string,
  options: CompareOptions,
): readonly FieldDifference[] {
  const { base, mine, theirs } = values;
  if (isSame(mine, theirs)) return [];
  const raw = (value: JsonValue | undefined): string | undefined => value && rawOf(value);
  const plain = {
    ...{ pointer, base: raw(base), mine: raw(mine), theirs: raw(theirs) },
    both: undefined,
  };
  if (isSame(base, mine)) return [{ ...plain, taken: 'theirs' }];
  if (isSame(base, theirs)) return [{ ...plain, taken: 'mine' }];
  const kinds = `${mine?.node.type} ${theirs?.node.type}`;
  if (mine && theirs && kinds === 'object object') {
    return compareObjects({ base, mine, theirs }, pointer, options);
  }
  if (mine && theirs && kinds === 'array array') {
    const lists = { base: base ? itemsOf(base) : [], mine: itemsOf(mine), theirs: itemsOf(theirs) };
    return compareLists(lists, { ...plain, taken: undefined }, options);
  }
  return [{ ...plain, taken: undefined }];
}

/** What differs between three objects, field by field and in nested ones; names in the order of mine, then theirs. */
export function compareObjects(
  values: Values & { readonly mine: JsonValue; readonly theirs: JsonValue },
  pointer: string,
  options: CompareOptions,
): readonly FieldDifference[] {
  const none: ReadonlyMap<string, { readonly value: JsonValue }> = new Map();
  const base = values.base?.node.type === 'object' ? fieldMap(values.base) : none;
  const [mine, theirs] = [fieldMap(values.mine), fieldMap(values.theirs)];
  const names = new Set(
    [values.mine, values.theirs, ...(values.base ? [values.base] : [])]
      .flatMap(fieldsOf)
      .map(({ name }) => name),
  );
  return [...names].flatMap((name) =>
    compareValue(
      {
        base: base.get(name)?.value,
        mine: mine.get(name)?.value,
        theirs: theirs.get(name)?.value,
      },
      joinPointer(pointer, name),
      options,
    ),
  );
}
