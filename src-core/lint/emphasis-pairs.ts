import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../markdown/parse.ts';

/** An emphasised stretch of a body with the marks around it; offsets in the body. */
export interface EmphasisPair {
  readonly style: 'strong' | 'emphasis' | 'delete';
  readonly from: number;
  readonly to: number;
  /** Length of the mark on each side, in UTF-16 units. */
  readonly markLength: number;
}

/** A run of marks with punctuation on one side and a letter on the other: where the two readings can differ. */
const suspicious =
  /[^\s\p{L}\p{N}*_~][*_~]+[^\s\p{P}\p{S}]|[^\s\p{P}\p{S}][*_~]+[^\s\p{L}\p{N}*_~]/u;

function pairsOf(text: string, flavour: 'gfm' | 'gfm-cjk'): Map<string, EmphasisPair> {
  const pairs = new Map<string, EmphasisPair>();
  visit(parseMarkdown(text, flavour), (node) => {
    if (node.type !== 'strong' && node.type !== 'emphasis' && node.type !== 'delete') return;
    const from = node.position?.start.offset;
    const to = node.position?.end.offset;
    const inner = node.children[0]?.position?.start.offset;
    if (from === undefined || to === undefined || inner === undefined) return;
    const pair = { style: node.type, from, to, markLength: inner - from };
    pairs.set(`${node.type} ${String(from)} ${String(to)}`, pair);
  });
  return pairs;
}

/** Blocks put together to be read in one go, with the way back to where each was. */
interface Excerpt {
  readonly text: string;
  /** Where each block begins in the excerpt and in the body, in order. */
  readonly blocks: readonly { readonly at: number; readonly from: number }[];
}

/** The blocks of a body in which the two readings can differ, an empty line between any two. */
function takeSuspicious(text: string, tree: Root): Excerpt {
  const pieces: string[] = [];
  const blocks: { at: number; from: number }[] = [];
  let at = 0;
  for (const { position } of tree.children) {
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (start === undefined || end === undefined) continue;
    // A list that begins indented keeps its nesting only when its first line is read from column 1.
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const block = text.slice(from, end);
    if (!suspicious.test(block)) continue;
    pieces.push(block);
    blocks.push({ at, from });
    at += block.length + 2;
  }
  return { text: pieces.join('\n\n'), blocks };
}

/**
 * Stretches that the CommonMark rules leave as plain marks and the CJK-friendly ones emphasise, in the order
 * of the text. Only blocks with a suspicious mark are read again, so that a keystroke stays cheap.
 */
export function findBrokenPairs(text: string, tree: Root): readonly EmphasisPair[] {
  const excerpt = takeSuspicious(text, tree);
  if (excerpt.blocks.length === 0) return [];
  const strict = pairsOf(excerpt.text, 'gfm');
  const broken = [...pairsOf(excerpt.text, 'gfm-cjk')]
    .filter(([key]) => !strict.has(key))
    .map(([, pair]) => pair)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let index = 0;
  return broken.map((pair) => {
    while ((excerpt.blocks[index + 1]?.at ?? Infinity) <= pair.from) index += 1;
    const block = excerpt.blocks[index] ?? { at: 0, from: 0 };
    const by = block.from - block.at;
    return { ...pair, from: pair.from + by, to: pair.to + by };
  });
}
