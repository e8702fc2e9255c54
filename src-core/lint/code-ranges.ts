import type { Nodes, Root } from 'mdast';
import type { TextRange } from '../document/pointer.ts';
import { rangeOfNode } from './node-range.ts';

/** Where code, inline or in blocks, stands in a parsed body, in order; its characters mean only themselves. */
export function codeRanges(tree: Root): readonly TextRange[] {
  const ranges: TextRange[] = [];
  const look = (node: Nodes): void => {
    if (node.type === 'code' || node.type === 'inlineCode') ranges.push(rangeOfNode(node));
    else if ('children' in node) for (const child of node.children) look(child);
  };
  look(tree);
  return ranges.sort((a, b) => a.from - b.from);
}

/** Keeps of some places, given in order, those that lie in none of the ranges, in one pass over both. */
export function outsideOf<Place extends { readonly index: number }>(
  places: Iterable<Place>,
  ranges: readonly TextRange[],
): Place[] {
  const outside: Place[] = [];
  let next = 0;
  for (const place of places) {
    while (next < ranges.length && (ranges[next]?.to ?? 0) <= place.index) next += 1;
    const range = ranges[next];
    if (!range || place.index < range.from) outside.push(place);
  }
  return outside;
}
