import { joinPointer, parsePointer, splitPointer } from '../document/pointer.ts';
import type { FieldModel } from './field-model.ts';

/** Names by the pointer of the object they are in (`*` for each item of a list), in the order found. */
function collect(fields: readonly FieldModel[], names: Map<string, Set<string>>): void {
  for (const field of fields) {
    const parent = splitPointer(field.pointer)?.parent ?? '';
    const known = names.get(parent) ?? new Set();
    names.set(parent, known.add(field.name));
    collect(field.children ?? [], names);
    const variants = [...(field.variants ?? []), ...(field.itemVariants ?? [])];
    for (const variant of variants) collect([variant.field], names);
  }
}

/**
 * Where new fields go: the names of the object at a pointer in the schema's order, at any depth;
 * none for an object the schema does not describe. An object with several forms has the names of all.
 */
export function orderAt(fields: readonly FieldModel[]): (pointer: string) => readonly string[] {
  const names = new Map<string, Set<string>>();
  collect(fields, names);
  const patterns = [...names.keys()];
  return (pointer) => {
    const segments = parsePointer(pointer) ?? [];
    const matches = (pattern: string): boolean => {
      const parts = parsePointer(pattern) ?? [];
      return (
        parts.length === segments.length &&
        parts.every((part, i) => {
          const segment = segments[i] ?? '';
          return part === segment || (part === '*' && /^\d+$/.test(segment));
        })
      );
    };
    const exact = segments.reduce<string>((parent, segment) => joinPointer(parent, segment), '');
    const pattern = names.has(exact) ? exact : patterns.find(matches);
    return pattern === undefined ? [] : [...(names.get(pattern) ?? [])];
  };
}
