import { joinPointer, parsePointer, valueAt } from '../document/pointer.ts';
import { isSchema } from './json-schema.ts';

/** One file of field definitions. */
export interface SchemaFile {
  /** File name by which the others refer to it, such as `blocks.json`. */
  readonly name: string;
  readonly data: unknown;
}

/** Where a reference leads: to a value of these files, out of them, or nowhere. */
export type SchemaTarget =
  | {
      readonly kind: 'found';
      readonly schema: unknown;
      readonly file: SchemaFile;
      /** JSON pointer of the schema in its file. */
      readonly pointer: string;
    }
  | { readonly kind: 'remote' }
  | { readonly kind: 'missing' };

/** Field definitions with the files that they refer to. Nothing outside is ever read. */
export interface SchemaSet {
  readonly main: SchemaFile;
  readonly files: readonly SchemaFile[];
  /**
   * What a reference means in the schema object `from`, itself and not a copy. A `from` that is in none
   * of the files counts as part of the main one.
   */
  find(reference: string, from: object): SchemaTarget;
}

/** A schema with an address of its own: a whole file, or a part of one with `$id`. */
interface Resource {
  readonly file: SchemaFile;
  /** JSON pointer of its root in the file. */
  readonly pointer: string;
  /** Its `$id`, made whole with those around it; empty where there is none. */
  readonly id: string;
  /** Pointers of named schemas, in the file. */
  readonly anchors: Map<string, string>;
}

const scheme = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i;

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The address that `reference` means as seen from `base`; as it stands where either is no address. */
function against(base: string, reference: string): string {
  return URL.canParse(reference, base) ? new URL(reference, base).href : reference;
}

/** Makes the definitions in `data` and the files beside them findable by reference; `name` is the file of `data`. */
export function createSchemaSet(
  data: unknown,
  others: readonly SchemaFile[] = [],
  name = 'guide.json',
): SchemaSet {
  const main: SchemaFile = { name, data };
  const files = [main, ...others.filter((file) => file.name !== name)];
  const owners = new Map<object, Resource>();
  const byId = new Map<string, Resource>();

  function index(value: unknown, around: Resource, pointer: string): void {
    if (typeof value !== 'object' || value === null || owners.has(value)) return;
    let resource = around;
    if (isSchema(value)) {
      const { $id, $anchor, $dynamicAnchor } = value;
      if (typeof $id === 'string' && $id.replace(/#.*$/, '') !== '') {
        const id = against(around.id, $id).replace(/#.*$/, '');
        resource = { file: around.file, pointer, id, anchors: new Map() };
        byId.set(id, resource);
      }
      for (const anchor of [$anchor, $dynamicAnchor]) {
        if (typeof anchor === 'string') resource.anchors.set(anchor, pointer);
      }
    }
    owners.set(value, resource);
    for (const [name, part] of Object.entries(value)) {
      index(part, resource, joinPointer(pointer, name));
    }
  }

  const wholeOf = (file: SchemaFile): Resource => ({
    file,
    pointer: '',
    id: '',
    anchors: new Map(),
  });
  const mainWhole = wholeOf(main);
  const wholes = [mainWhole, ...files.slice(1).map(wholeOf)];
  for (const whole of wholes) index(whole.file.data, whole, '');

  /** A file's own `$id` at its root makes another resource of the same root, and that one has the anchors. */
  const resourceOf = (whole: Resource): Resource =>
    (isSchema(whole.file.data) ? owners.get(whole.file.data) : undefined) ?? whole;

  function resourceAt(address: string, from: Resource): Resource | undefined {
    if (address === '') return from;
    const plain = decode(address).replace(/^(?:\.\/)+/, '');
    const whole = wholes.find(({ file }) => file.name === plain);
    return whole ? resourceOf(whole) : byId.get(against(from.id, address));
  }

  return {
    main,
    files,
    find(reference, from) {
      const hash = reference.indexOf('#');
      const address = hash < 0 ? reference : reference.slice(0, hash);
      const fragment = decode(hash < 0 ? '' : reference.slice(hash + 1));
      const here = owners.get(from) ?? resourceOf(mainWhole);
      const resource = resourceAt(address, here);
      if (!resource) return { kind: scheme.test(address) ? 'remote' : 'missing' };
      const isPointer = fragment === '' || fragment.startsWith('/');
      const pointer = isPointer ? `${resource.pointer}${fragment}` : resource.anchors.get(fragment);
      const { file } = resource;
      if (pointer === undefined || !parsePointer(pointer)) return { kind: 'missing' };
      const schema = valueAt(file.data, pointer);
      if (!isSchema(schema) && typeof schema !== 'boolean') return { kind: 'missing' };
      return { kind: 'found', schema, file, pointer };
    },
  };
}
