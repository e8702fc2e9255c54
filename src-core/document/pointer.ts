import type { Node } from 'jsonc-parser';

/** A range of a text in UTF-16 offsets from 0, end excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The segments of a JSON pointer (RFC 6901), unescaped; the empty pointer has none. `undefined` for what is no pointer. */
export function parsePointer(pointer: string): readonly string[] | undefined {
  if (pointer === '') return [];
  if (!pointer.startsWith('/') || /~(?![01])/.test(pointer)) return undefined;
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The pointer of a child of the value that `parent` points at. */
export function joinPointer(parent: string, segment: string | number): string {
  return `${parent}/${String(segment).replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The pointer of the container and the last segment; `undefined` for the root. */
export function splitPointer(
  pointer: string,
): { readonly parent: string; readonly last: string } | undefined {
  const segments = parsePointer(pointer);
  const last = segments?.at(-1);
  if (last === undefined) return undefined;
  return { parent: pointer.slice(0, pointer.lastIndexOf('/')), last };
}

/** The index (from 0) that a segment means in a list; `undefined` unless written as JSON pointers do. */
export function toIndex(segment: string): number | undefined {
  return /^(?:0|[1-9]\d{0,8})$/.test(segment) ? Number(segment) : undefined;
}

/** The property node of an object with a key; the last where the key is there twice, as JSON.parse reads it. */
export function propertyOf(object: Node, key: string): Node | undefined {
  if (object.type !== 'object') return undefined;
  return object.children?.findLast((property) => property.children?.[0]?.value === key);
}

/** The node a pointer leads to from `root`, or `undefined` where there is none. */
export function nodeAt(root: Node, pointer: string): Node | undefined {
  const segments = parsePointer(pointer);
  let node: Node | undefined = segments && root;
  for (const segment of segments ?? []) {
    if (node?.type === 'object') node = propertyOf(node, segment)?.children?.[1];
    else if (node?.type === 'array') {
      const index = toIndex(segment);
      node = index === undefined ? undefined : node.children?.[index];
    } else return undefined;
  }
  return node;
}

const rangeOfNode = (node: Node): TextRange => ({
  from: node.offset,
  to: node.offset + node.length,
});

/** Where the value of a pointer stands in the text; `undefined` where there is none. */
export function rangeOf(
  parsed: { readonly root?: Node | undefined },
  pointer: string,
): TextRange | undefined {
  const node = parsed.root && nodeAt(parsed.root, pointer);
  return node && rangeOfNode(node);
}

/** Where the name of a pointer's property stands, with its quotes; `undefined` for list items and absent values. */
export function keyRangeOf(
  parsed: { readonly root?: Node | undefined },
  pointer: string,
): TextRange | undefined {
  const split = splitPointer(pointer);
  const parent = split && parsed.root && nodeAt(parsed.root, split.parent);
  const key = parent && propertyOf(parent, split.last)?.children?.[0];
  return key && rangeOfNode(key);
}

/** The value a pointer leads to in read data, or `undefined`; own properties only. */
export function valueAt(data: unknown, pointer: string): unknown {
  let value = data;
  for (const segment of parsePointer(pointer) ?? []) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, segment)) {
      return undefined;
    }
    value = (value as Readonly<Record<string, unknown>>)[segment];
  }
  return value;
}
