import { findNodeAtOffset, getNodePath } from 'jsonc-parser';
import type { ParsedGuide } from './parse-guide.ts';
import { joinPointer } from './pointer.ts';

/** The JSON pointer of the value (or key) at an offset of a guide; `undefined` outside its details. */
export function pointerAt({ root }: Pick<ParsedGuide, 'root'>, offset: number): string | undefined {
  if (!root) return undefined;
  const node = findNodeAtOffset(root, offset, true);
  if (!node) return undefined;
  const pointer = getNodePath(node).reduce<string>((parent, key) => joinPointer(parent, key), '');
  return pointer === '' ? undefined : pointer;
}
