import type { Node } from 'jsonc-parser';
import type { DetailsEdit } from '#core/document/edit-details';
import { isSameJson, toData } from '#core/document/json-data';
import { plain, type Spelled, type SpelledField } from './spelled-json.ts';

/** The values of a syntax tree with their spelling. */
export function readSpelled(text: string, node: Node): Spelled {
  const children = node.children ?? [];
  if (node.type === 'array') {
    return { kind: 'list', items: children.map((child) => readSpelled(text, child)) };
  }
  const raw = ({ offset, length }: Node): string => text.slice(offset, offset + length);
  if (node.type !== 'object') return { kind: 'scalar', raw: raw(node) };
  const fields = new Map<string, SpelledField>();
  for (const { children: [key, value] = [] } of children) {
    if (!key || !value) throw new Error('a field without name or value');
    fields.set(String(key.value), { rawName: raw(key), value: readSpelled(text, value) });
  }
  return { kind: 'object', fields };
}

/** Whether a tree has just the values expected, in the spelling expected. */
export function matches(expected: Spelled, text: string, node: Node): boolean {
  const children = node.children ?? [];
  switch (expected.kind) {
    case 'any':
      return isSameJson(toData(node), expected.value);
    case 'scalar':
      return text.slice(node.offset, node.offset + node.length) === expected.raw;
    case 'list':
      return (
        node.type === 'array' &&
        children.length === expected.items.length &&
        expected.items.every((item, i) => {
          const child = children[i];
          return child !== undefined && matches(item, text, child);
        })
      );
    case 'object':
      return (
        node.type === 'object' &&
        children.length === expected.fields.size &&
        children.every(({ children: [key, value] = [] }) => {
          const field = expected.fields.get(String(key?.value));
          if (!key || !value || !field) return false;
          const rawName = text.slice(key.offset, key.offset + key.length);
          return (
            (field.rawName === undefined || field.rawName === rawName) &&
            matches(field.value, text, value)
          );
        })
      );
  }
}

/** A given value of which only the values' own spelling counts, not that of its names. */
function namesAside(given: Spelled): Spelled {
  if (given.kind === 'list') return { kind: 'list', items: given.items.map(namesAside) };
  if (given.kind !== 'object') return given;
  const fields = [...given.fields].map(
    ([name, { value }]) => [name, { value: namesAside(value) }] as const,
  );
  return { kind: 'object', fields: new Map(fields) };
}

/** A value set over another: what is equal keeps its spelling, in objects and in lists of one length. */
function merge(old: Spelled, value: unknown): Spelled {
  if (isSameJson(plain(old), value)) return old;
  const any: Spelled = { kind: 'any', value };
  if (old.kind === 'list') {
    if (!Array.isArray(value) || value.length !== old.items.length) return any;
    return { kind: 'list', items: old.items.map((item, i) => merge(item, value[i])) };
  }
  if (old.kind !== 'object' || typeof value !== 'object' || value === null) return any;
  if (Array.isArray(value)) return any;
  const fields = new Map<string, SpelledField>();
  for (const [name, child] of Object.entries(value)) {
    const field = old.fields.get(name);
    fields.set(
      name,
      field
        ? { ...field, value: merge(field.value, child) }
        : { rawName: JSON.stringify(name), value: { kind: 'any', value: child } },
    );
  }
  return { kind: 'object', fields };
}

function editList(
  items: readonly Spelled[],
  edit: DetailsEdit,
  at: number,
  given: Spelled,
): readonly Spelled[] {
  const old = items[at] ?? given;
  switch (edit.kind) {
    case 'set':
      return items.toSpliced(at, 1, merge(old, edit.value));
    case 'set-json':
      return items.toSpliced(at, 1, namesAside(given));
    case 'unset':
      return items.toSpliced(at, 1);
    case 'insert-item':
      return items.toSpliced(edit.index, 0, { kind: 'any', value: edit.value });
    case 'copy-item':
      return items.flatMap((item, i) => (i === edit.index ? [item, item] : [item]));
    case 'remove-item':
      return items.filter((_, i) => i !== edit.index);
    case 'move-item': {
      const moved = items[edit.from];
      const others = items.filter((_, i) => i !== edit.from);
      return moved ? [...others.slice(0, edit.to), moved, ...others.slice(edit.to)] : others;
    }
  }
}

/**
 * An edit done on values instead of text: what the details must be afterwards, value by value and
 * byte by byte. `given` is the value of the edit in its spelling, where it has one.
 */
export function modelEdit(
  data: Spelled,
  edit: DetailsEdit,
  segments: readonly string[],
  given: Spelled,
): Spelled {
  const [key = '', ...rest] = segments;
  const onItems = edit.kind.endsWith('-item');
  if (data.kind === 'list') {
    const at = key === '-' ? data.items.length : Number(key);
    if (segments.length === (onItems ? 0 : 1)) {
      return { kind: 'list', items: editList(data.items, edit, at, given) };
    }
    const change = (item: Spelled): Spelled => modelEdit(item, edit, rest, given);
    return { kind: 'list', items: data.items.map((item, i) => (i === at ? change(item) : item)) };
  }
  if (data.kind !== 'object') throw new Error(`no way to ${segments.join('/')}`);
  const fields = new Map(data.fields);
  const old = fields.get(key);
  if (segments.length > 1 || onItems) {
    if (!old) throw new Error(`no field ${key}`);
    fields.set(key, { ...old, value: modelEdit(old.value, edit, rest, given) });
  } else if (edit.kind === 'unset') {
    fields.delete(key);
  } else {
    const rawName = old?.rawName ?? JSON.stringify(key);
    const value =
      edit.kind === 'set-json'
        ? namesAside(given)
        : old
          ? merge(old.value, 'value' in edit ? edit.value : undefined)
          : given;
    fields.set(key, { rawName, value });
  }
  return { kind: 'object', fields };
}
