import { joinPointer, parsePointer, splitPointer, valueAt } from '../document/pointer.ts';
import { isSchema } from './json-schema.ts';
import type { SchemaFault } from './schema-fault.ts';
import { findSchemaFaults } from './schema-faults.ts';
import { createSchemaSet, type SchemaSet } from './schema-set.ts';
import { schemaMaps, toOrdinary } from './walk-schema.ts';

/** Taking something out can leave something else wrong, such as an empty list of types. */
const maxRounds = 4;

const listedSchemas = new Set(['allOf', 'anyOf', 'oneOf', 'prefixItems']);
// Asking less within one of these would ask more of the guide: it goes as a whole.
const turning = new Set(['not', 'if', 'oneOf']);

/** The place to take out for a fault: the fault's own, or the keyword around it that would turn its meaning. */
function placeOf(pointer: string): string {
  let at = '';
  let isName = false;
  for (const segment of parsePointer(pointer) ?? []) {
    at = joinPointer(at, segment);
    if (isName) isName = false;
    else if (turning.has(segment)) return at;
    else isName = schemaMaps.has(segment) || listedSchemas.has(segment);
  }
  return pointer;
}

/** Takes one place out of plain data: a name out of its object, an item with its whole list. */
function takeOut(data: unknown, pointer: string): void {
  const split = splitPointer(pointer);
  if (!split) return;
  const parent = valueAt(data, split.parent);
  if (Array.isArray(parent)) {
    const list = splitPointer(split.parent)?.last ?? '';
    // A schema in a list of schemas asks for nothing any more; a list of anything else is not used at all.
    if (listedSchemas.has(list)) parent[Number(split.last)] = true;
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
      for (const { file, pointer: fault } of broken) {
        if (file !== name) continue;
        const pointer = placeOf(fault);
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
