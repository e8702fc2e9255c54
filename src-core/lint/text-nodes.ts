import type { Node } from 'jsonc-parser';
import { joinPointer } from '../document/pointer.ts';

/** A text in the guide details with its place. */
export interface TextNode {
  readonly node: Node;
  readonly value: string;
  readonly pointer: string;
  /** Whether it is an item of a list. */
  readonly isItem: boolean;
}

/** A list in the guide details. */
export interface ListNode {
  readonly pointer: string;
  readonly items: readonly Node[];
}

/** All texts and all lists of the guide details, at any depth, in the order of the text. */
export function readTexts(root: Node | undefined): {
  readonly texts: readonly TextNode[];
  readonly lists: readonly ListNode[];
} {
  const texts: TextNode[] = [];
  const lists: ListNode[] = [];
  const look = (node: Node, pointer: string, isItem: boolean): void => {
    const children = node.children ?? [];
    if (node.type === 'string') texts.push({ node, value: String(node.value), pointer, isItem });
    if (node.type === 'array') {
      lists.push({ pointer, items: children });
      for (const [index, child] of children.entries())
        look(child, joinPointer(pointer, index), true);
    }
    if (node.type !== 'object') return;
    for (const { children: [key, value] = [] } of children) {
      if (key && value) look(value, joinPointer(pointer, String(key.value)), false);
    }
  };
  if (root) look(root, '', false);
  return { texts, lists };
}
