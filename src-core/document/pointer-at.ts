import { findNodeAtOffset, getNodePath, type Node } from 'jsonc-parser';
import type { ParsedGuide } from './parse-guide.ts';
import { joinPointer } from './pointer.ts';

/**
 * The property or item on the line of an offset that stands beside it: before its name, or after its
 * comma. A value that begins on this line and goes on below is not meant by what follows it.
 */
function besideOnLine(text: string, container: Node, offset: number): Node | undefined {
  const children = container.children ?? [];
  const before = children.findLast((child) => child.offset + child.length <= offset);
  if (before && !/[\r\n]/.test(text.slice(before.offset + before.length, offset))) return before;
  const after = children.find((child) => child.offset >= offset);
  return after && !/[\r\n]/.test(text.slice(offset, after.offset)) ? after : undefined;
}

/**
 * The JSON pointer of the value (or key) at an offset of a guide, or beside it on its line;
 * `undefined` outside its details.
 */
export function pointerAt(
  { root, text }: Pick<ParsedGuide, 'root' | 'text'>,
  offset: number,
): string | undefined {
  if (!root) return undefined;
  const found = findNodeAtOffset(root, offset, true);
  if (!found) return undefined;
  const isContainer = found.type === 'object' || found.type === 'array';
  const node = (isContainer && besideOnLine(text, found, offset)) || found;
  const key = node.type === 'property' ? (node.children?.[0] ?? node) : node;
  const pointer = getNodePath(key).reduce<string>((parent, part) => joinPointer(parent, part), '');
  return pointer === '' ? undefined : pointer;
}
