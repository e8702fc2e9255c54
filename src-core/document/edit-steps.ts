import { type DetailsEdit, sharedEnds } from './details-edit.ts';
import type { JsonSource } from './json-changes.ts';
import { locate } from './json-changes.ts';
import { respellString } from './json-string.ts';
import {
  fieldMap,
  fieldsOf,
  isSameValue,
  itemsOf,
  type JsonValue,
  keepSpelling,
  rawOf,
  readJsonText,
} from './json-value.ts';
import { toIndex } from './pointer.ts';

/** One change of the syntax tree at a time; `segments` lead to the value or the container concerned. */
export type Step =
  | { readonly kind: 'replace'; readonly segments: readonly string[]; readonly value: JsonValue }
  | {
      readonly kind: 'insert';
      readonly segments: readonly string[];
      /** Absent for a field: it goes to its place in the schema's order. */
      readonly index?: number;
      readonly field?: { readonly name: string; readonly rawName: string };
      readonly value: JsonValue;
    }
  | { readonly kind: 'copy'; readonly segments: readonly string[]; readonly index: number }
  | { readonly kind: 'remove'; readonly segments: readonly string[]; readonly key: string }
  | {
      readonly kind: 'move';
      readonly segments: readonly string[];
      readonly from: number;
      readonly to: number;
    };

/** A value wanted; `spelling` asks for its numbers and strings just as they are written. */
interface Wanted {
  readonly value: JsonValue;
  readonly spelling: boolean;
}

/** Beyond this many steps a list or object is written anew in one. */
const maxSteps = 200;

/** Steps between two lists: items at both ends that stay are left alone, those between give way one by one. */
function stepsForList(segments: readonly string[], before: JsonValue, after: Wanted): Step[] {
  const { spelling } = after;
  const [olds, items] = [itemsOf(before), itemsOf(after.value)];
  const { head, tail } = sharedEnds(olds, items, (a, b) => isSameValue(a, b, spelling));
  const gone = olds.length - head - tail;
  const come = items.length - head - tail;
  const steps: Step[] = [];
  for (const [offset, value] of items.slice(head, items.length - tail).entries()) {
    const index = head + offset;
    const old = offset < gone ? olds[index] : undefined;
    if (old) steps.push(...stepsForValue([...segments, String(index)], old, { value, spelling }));
    else steps.push({ kind: 'insert', segments, index, value });
  }
  // From the end, so that the indexes of those still to go stay right.
  for (let index = head + gone - 1; index >= head + come; index -= 1) {
    steps.push({ kind: 'remove', segments, key: String(index) });
  }
  return steps;
}

/** Steps between two objects; the order of the names is that of the guide and stays. */
function stepsForObject(segments: readonly string[], before: JsonValue, after: Wanted): Step[] {
  const { spelling } = after;
  const [olds, fields] = [fieldMap(before), fieldMap(after.value)];
  const steps: Step[] = [];
  for (const { name } of fieldsOf(before)) {
    if (!fields.has(name)) steps.push({ kind: 'remove', segments, key: name });
  }
  for (const field of fields.values()) {
    const { name, value } = field;
    const old = olds.get(name)?.value;
    if (old) steps.push(...stepsForValue([...segments, name], old, { value, spelling }));
    else steps.push({ kind: 'insert', segments, field, value });
  }
  return steps;
}

/** The value as it is to be written where another was: what the author did not change keeps its spelling. */
function replacement(before: JsonValue, { value, spelling }: Wanted): JsonValue {
  if (spelling) return value;
  if (before.node.type === 'string' && typeof value.node.value === 'string') {
    const text = respellString(rawOf(before), value.node.value);
    return { text, node: { ...value.node, offset: 0, length: text.length } };
  }
  const kept = readJsonText(keepSpelling(before, value));
  return 'node' in kept ? kept : value;
}

/** The smallest changes that turn one value into another; none where they are the same. */
function stepsForValue(segments: readonly string[], before: JsonValue, after: Wanted): Step[] {
  if (isSameValue(before, after.value, after.spelling)) return [];
  const kinds = `${before.node.type} ${after.value.node.type}`;
  if (kinds === 'array array' || kinds === 'object object') {
    const stepsFor = kinds === 'array array' ? stepsForList : stepsForObject;
    const steps = stepsFor(segments, before, after);
    if (steps.length <= maxSteps) return steps;
  }
  return [{ kind: 'replace', segments, value: replacement(before, after) }];
}

/** The step of an edit of a list, or that there is no such item. */
function stepsForItems(
  edit: Extract<DetailsEdit, { readonly kind: `${string}-item` }>,
  segments: readonly string[],
  length: number,
  value: JsonValue | undefined,
): readonly Step[] | 'index' {
  const within = (index: number, below: number): boolean =>
    Number.isInteger(index) && index >= 0 && index < below;
  switch (edit.kind) {
    case 'insert-item':
      if (!value || !within(edit.index, length + 1)) return 'index';
      return [{ kind: 'insert', segments, index: edit.index, value }];
    case 'copy-item':
      if (!within(edit.index, length)) return 'index';
      return [{ kind: 'copy', segments, index: edit.index }];
    case 'remove-item':
      if (!within(edit.index, length)) return 'index';
      return [{ kind: 'remove', segments, key: String(edit.index) }];
    case 'move-item':
      if (!within(edit.from, length) || !within(edit.to, length)) return 'index';
      if (edit.from === edit.to) return [];
      return [{ kind: 'move', segments, from: edit.from, to: edit.to }];
  }
}

/** The steps of an edit, or why it makes no sense for these details; `value` is what it puts in, if anything. */
export function stepsForEdit(
  edit: DetailsEdit,
  segments: readonly string[],
  source: JsonSource,
  value: JsonValue | undefined,
): readonly Step[] | 'missing' | 'not-list' | 'index' {
  const node = locate(source, segments)?.node;
  const parents = segments.slice(0, -1);
  const key = segments.at(-1) ?? '';
  if (edit.kind !== 'set' && edit.kind !== 'set-json' && edit.kind !== 'unset') {
    if (!node) return 'missing';
    if (node.type !== 'array') return 'not-list';
    return stepsForItems(edit, segments, node.children?.length ?? 0, value);
  }
  const parent = locate(source, parents)?.node;
  if (edit.kind === 'unset') {
    if (!parent) return 'missing';
    if (!node) return [];
    const copies = fieldsOf({ text: source.text, node: parent }).filter(({ name }) => name === key);
    const remove: Step = { kind: 'remove', segments: parents, key };
    // A name that is there twice goes as a whole; sites would fall back on the former copy.
    return parent.type === 'object' ? copies.map(() => remove) : [remove];
  }
  if (!value) return 'missing';
  if (node) {
    const before = { text: source.text, node };
    return stepsForValue(segments, before, { value, spelling: edit.kind === 'set-json' });
  }
  if (parent?.type === 'array') {
    const length = parent.children?.length ?? 0;
    if (toIndex(key) !== length) return 'missing';
    return [{ kind: 'insert', segments: parents, index: length, value }];
  }
  if (parent?.type !== 'object') return 'missing';
  const field = { name: key, rawName: JSON.stringify(key) };
  return [{ kind: 'insert', segments: parents, field, value }];
}
