import type { Nodes, Root } from 'mdast';
import { countLines } from './section.ts';

function moveUp(node: Nodes, lines: number): void {
  if (node.position) {
    node.position.start.line -= lines;
    node.position.end.line -= lines;
  }
  if ('children' in node) for (const child of node.children) moveUp(child, lines);
}

/**
 * Divides the tree of texts that were parsed as one into a tree for each, with lines from the start of
 * its own text. `undefined` where a block reaches over the end of a text or begins beside it.
 */
export function splitTree({ children }: Root, texts: readonly string[]): Root[] | undefined {
  const trees: Root[] = [];
  let from = 0;
  let lines = 0;
  let index = 0;
  for (const text of texts) {
    const to = from + text.length;
    const tree: Root = { type: 'root', children: [] };
    for (let node = children[index]; node; node = children[(index += 1)]) {
      const start = node.position?.start.offset;
      const end = node.position?.end.offset;
      if (start === undefined || end === undefined) return undefined;
      if (start >= to) break;
      if (end > to || (from > 0 && tree.children.length === 0 && start !== from)) return undefined;
      if (lines > 0) moveUp(node, lines);
      tree.children.push(node);
    }
    if (from > 0 && tree.children.length === 0) return undefined;
    trees.push(tree);
    from = to;
    lines += countLines(text, 0, text.length);
  }
  return trees;
}
