import { parsePointer, splitPointer, valueAt } from '../document/pointer.ts';
import { isSchema } from './json-schema.ts';
import type { SchemaFault } from './schema-fault.ts';
import { findSchemaFaults } from './schema-faults.ts';
import { createSchemaSet, type SchemaSet } from './schema-set.ts';
import { toOrdinary } from './walk-schema.ts';

/** Taking something out can leave something else wrong, such as an empty list of types. */
const maxRounds = 4;

/** Takes one place out of plain data: a name out of its object, an item with its whole list. */
function takeOut(data: unknown, pointer: string): void {
  const split = splitPointer(pointer);
  if (!split) return;
  const parent = valueAt(data, split.parent);
  if (Array.isArray(parent)) {
    const list = splitPointer(split.parent)?.last ?? '';
    // A schema in a list of schemas asks for nothing any more; a list of anything else is not used at all.
    if (['allOf', 'anyOf', 'oneOf', 'prefixItems'].includes(list))
      parent[Number(split.last)] = true;
    else takeOut(data, split.parent);
  } else if (isSchema(parent)) {
    Reflect.deleteProperty(parent, split.last);
  }
}

/** The definitions without what cannot be used in them; a property that is no schema may hold anything. */
export function repairSchemas(set: SchemaSet, faults: readonly SchemaFault[]): SchemaSet {
  let current = set;
  let found = faults;
  for (let round = 0; round < maxRounds; round += 1) {
    const broken = found.filter(({ severity }) => severity === 'error');
    if (broken.length === 0) return current;
    const files = current.files.map(({ name, data }) => {
      const copy = toOrdinary(data);
      for (const { file, pointer } of broken) {
        if (file !== name) continue;
        const { last = '', parent = '' } = splitPointer(pointer) ?? {};
        const around = parsePointer(parent)?.at(-1) ?? '';
        const properties = valueAt(copy, parent);
        // A field may itself be called "properties"; what is still wrong is then taken out.
        if (round === 0 && around === 'properties' && isSchema(properties)) {
          (properties as Record<string, unknown>)[last] = true;
        } else takeOut(copy, pointer);
      }
      return { name, data: copy };
    });
    const [main, ...others] = files;
    current = createSchemaSet(main?.data, others, main?.name);
    found = findSchemaFaults(current);
  }
  return current;
}
