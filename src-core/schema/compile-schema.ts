import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parsePointer } from '../document/pointer.ts';
import { isSchema, type Schema } from './json-schema.ts';
import { createSchemaSet, type SchemaFile, type SchemaSet } from './schema-set.ts';
import { knownKeywords, mapSchemas } from './walk-schema.ts';

/** Definitions made ready to check values with. */
export interface CompiledSchemas {
  readonly validate: ValidateFunction;
  /** The definitions as the checker sees them, by which its errors refer to them. */
  readonly set: SchemaSet;
}

/** A pointer as the part of an address after `#`, in any script. */
const toFragment = (pointer: string): string =>
  (parsePointer(pointer) ?? [])
    .map((segment) => `/${encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'))}`)
    .join('');

/** What ajv would take for addresses wherever it stands, even in examples and in the annotations of others. */
function withoutAddresses(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAddresses);
  if (!isSchema(value)) return value;
  const kept = Object.entries(value).filter(
    ([name, one]) => !(addresses.has(name) && typeof one === 'string'),
  );
  return Object.fromEntries(kept.map(([name, one]) => [name, withoutAddresses(one)]));
}

const addresses: ReadonlySet<string> = new Set(['$anchor', '$dynamicAnchor', '$id']);

/** Keywords that say something about a schema without checking anything. */
const silent: ReadonlySet<string> = new Set(['$comment', '$schema', 'default', 'examples']);

/** A schema without what only its author or the form reads. */
function checkingPart(schema: Schema): Schema {
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !silent.has(keyword))
      .map(([keyword, value]) => [
        keyword,
        // A reference may lead into what another tool calls its own, so it stays.
        knownKeywords.has(keyword) ? value : withoutAddresses(value),
      ]),
  );
}

/**
 * The definitions with every reference spelled the same way, by file and pointer. So they mean the
 * same to ajv as to the form, whatever addresses (`$id`) they give themselves, and nothing is fetched.
 */
function withPlainReferences(set: SchemaSet): SchemaSet {
  const names = new Map(set.files.map((file, index) => [file, `file-${String(index)}.json`]));
  const plain = (reference: string, from: Schema, file: SchemaFile): Schema => {
    const target = set.find(reference, from);
    if (target.kind !== 'found') throw new TypeError('a reference leads nowhere');
    const address = target.file === file ? '' : (names.get(target.file) ?? '');
    return { $ref: `${address}#${toFragment(target.pointer)}` };
  };
  const isDynamic = (reference: string, from: Schema): boolean => {
    const target = set.find(reference, from);
    const anchor =
      target.kind === 'found' && isSchema(target.schema) && target.schema.$dynamicAnchor;
    return reference === `#${String(anchor)}`;
  };
  const files = set.files.map((file) => {
    const change = (copy: Schema, original: Schema): Schema => {
      const { $id: _id, $anchor: _anchor, $ref, $dynamicRef, allOf, ...rest } = checkingPart(copy);
      const parts: readonly unknown[] = Array.isArray(allOf) ? allOf : [];
      // One that does not lead to a place meant for it is a reference like any other.
      const isKept = typeof $dynamicRef === 'string' && isDynamic($dynamicRef, original);
      const more =
        typeof $dynamicRef === 'string' && !isKept ? [plain($dynamicRef, original, file)] : [];
      return {
        ...rest,
        ...(typeof $ref === 'string' ? plain($ref, original, file) : {}),
        ...(isKept ? { $dynamicRef } : {}),
        ...(parts.length + more.length > 0 ? { allOf: [...parts, ...more] } : {}),
      };
    };
    // A file that is no schema at all is not referred to, and must not keep the others from working.
    const isUsable = isSchema(file.data) || typeof file.data === 'boolean';
    return { name: names.get(file) ?? '', data: isUsable ? mapSchemas(file.data, change) : {} };
  });
  const [main, ...others] = files;
  return createSchemaSet(main?.data, others, main?.name);
}

/**
 * Compiles definitions with ajv, which makes code of them; for Node processes only. Throws where they
 * cannot be used.
 */
export function compileSchemas(definitions: SchemaSet): CompiledSchemas {
  const set = withPlainReferences(definitions);
  // What is wrong with the definitions themselves has been looked for before, in our own words.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    verbose: true,
    logger: false,
    validateSchema: false,
    // A field may be called `toString`; what every object has by that name is no value of a guide.
    ownProperties: true,
  });
  addFormats(ajv);
  for (const { name, data } of set.files) ajv.addSchema(data as Schema, name);
  const validate = ajv.getSchema(set.main.name);
  if (!validate) throw new TypeError('nothing to compile');
  return { validate, set };
}
