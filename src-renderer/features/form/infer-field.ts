import { joinPointer } from '#core/document/pointer';
import type { FieldModel } from '#core/schema/field-model';
import { displayWidth } from '#core/text/display-width';

/** Texts wider than this, in full-width units, get several lines. */
const longWidth = 60;

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const kinds: Partial<Record<string, 'number' | 'boolean'>> = {
  number: 'number',
  boolean: 'boolean',
};

/**
 * A field for a value that no schema describes, by what the value is; it goes by its own name.
 * `before` is how it was shown last: what is being typed or emptied keeps its control.
 */
export function inferField(
  name: string,
  value: unknown,
  pointer: string,
  before?: FieldModel,
): FieldModel {
  const base = { name, pointer, label: { ja: name, en: name }, required: false };
  const children = (groups: readonly unknown[], at: string): readonly FieldModel[] => {
    const found = new Map<string, unknown>();
    for (const group of groups) {
      for (const [key, child] of Object.entries(group ?? {})) {
        if (!found.has(key)) found.set(key, child);
      }
    }
    const known = new Map(before?.children?.map((child) => [child.name, child]));
    return [...found].map(([key, child]) =>
      inferField(key, child, joinPointer(at, key), known.get(key)),
    );
  };
  if (typeof value === 'string') {
    if (before?.widget === 'text' || before?.widget === 'long-text') return before;
    const long = displayWidth(value) > longWidth || value.includes('\n');
    return { ...base, widget: long ? 'long-text' : 'text' };
  }
  const kind = kinds[typeof value];
  if (kind) return { ...base, widget: kind };
  if (isGroup(value)) return { ...base, widget: 'object', children: children([value], pointer) };
  if (!Array.isArray(value)) return { ...base, widget: 'raw' };
  if (value.length === 0) {
    const emptied = before?.widget === 'chips' || before?.widget === 'object-list';
    return emptied ? before : { ...base, widget: 'raw' };
  }
  if (value.every((item) => typeof item === 'string')) return { ...base, widget: 'chips' };
  if (value.every(isGroup)) {
    return { ...base, widget: 'object-list', children: children(value, `${pointer}/*`) };
  }
  return { ...base, widget: 'raw' };
}

/** Names in a group that its fields do not know, in the order of the file; none where it is no group. */
export function otherNames(value: unknown, fields: readonly FieldModel[]): readonly string[] {
  if (!isGroup(value)) return [];
  const known = new Set(fields.map(({ name }) => name));
  return Object.keys(value).filter((name) => !known.has(name));
}
