import type { PhrasingContent, RootContent, Text } from 'mdast';
import { betterRanges, flanks } from '../../lint/emphasis-fix.ts';
import { pushPhrasing } from './tidy-phrasing.ts';

type Marked = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' }>;

function isMarked(node: PhrasingContent | undefined): node is Marked {
  return node?.type === 'strong' || node?.type === 'emphasis' || node?.type === 'delete';
}

/** The first (`-1`: the last) character that stands in the Markdown of a node; marks that run on do not count with `through`. */
function edgeOf(node: PhrasingContent | undefined, side: 1 | -1, through: boolean): string {
  if (!node) return '';
  if (node.type === 'text') return node.value.at(side === 1 ? 0 : -1) ?? '';
  if (isMarked(node)) {
    return through ? edgeOf(node.children.at(side === 1 ? 0 : -1), side, true) : '*';
  }
  if (node.type === 'break') return '\n';
  return node.type === 'inlineCode' ? '`' : side === 1 ? '[' : ')';
}

/** Whether marks around these nodes open and close by CommonMark's own rules. */
function holds(children: readonly PhrasingContent[], before: string, after: string): boolean {
  const first = edgeOf(children[0], 1, true);
  const last = edgeOf(children.at(-1), -1, true);
  return first !== '' && last !== '' && flanks(first + last, 0, 2, before, after);
}

const text = (value: string): Text[] => (value === '' ? [] : [{ type: 'text', value }]);

function unmarked(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return flat(nodes, true) as PhrasingContent[];
}

/** A marked text in three parts: what stands before the marks, between them and after them. */
type Cut = readonly [before: string, inner: PhrasingContent[], after: string];

/** Ways to cut the children so that punctuation stands outside of the marks, the best first. */
function cutsOf(children: readonly PhrasingContent[]): Cut[] {
  const [first] = children;
  const last = children.at(-1);
  const cuts: Cut[] = [];
  if (first?.type === 'text' && first === last) {
    const { value } = first;
    for (const { from, to } of betterRanges(value)) {
      cuts.push([value.slice(0, from), text(value.slice(from, to)), value.slice(to)]);
    }
  }
  const lead = first?.type === 'text' ? (/^[\p{P}\p{S}\s]+/u.exec(first.value)?.[0] ?? '') : '';
  const trail = last?.type === 'text' ? (/[\p{P}\p{S}\s]+$/u.exec(last.value)?.[0] ?? '') : '';
  for (const [from, to] of [
    [0, trail.length],
    [lead.length, 0],
    [lead.length, trail.length],
  ] as const) {
    const inner = children.flatMap((node): PhrasingContent[] => {
      if (node.type !== 'text') return [node];
      const start = node === first ? from : 0;
      const end = node.value.length - (node === last ? to : 0);
      return start < end ? text(node.value.slice(start, end)) : [];
    });
    cuts.push([lead.slice(0, from), inner, to === 0 ? '' : trail]);
  }
  return cuts;
}

function mendNode(node: Marked, before: string, after: string): PhrasingContent[] {
  const children = strictEmphasis(node.children, before, after);
  if (holds(children, before, after)) return [{ ...node, children }];
  for (const [lead, inner, trail] of cutsOf(children)) {
    const outside = [lead.at(-1) ?? before, trail.at(0) ?? after] as const;
    if (inner.length > 0 && holds(inner, ...outside)) {
      return [...text(lead), { ...node, children: inner }, ...text(trail)];
    }
  }
  // A link takes the marks inside: `[**text**](address)です` closes where `**[text](address)**です` does not.
  const [only] = children;
  if (only?.type === 'link' && children.length === 1) {
    const inner = strictEmphasis([{ ...node, children: only.children }], '[', ']');
    return [{ ...only, children: inner }];
  }
  return children;
}

/**
 * Marks of emphasis placed so that CommonMark's own rules open and close them, next to Japanese
 * punctuation too: `「**重要**」です`, not `**「重要」**です`. Where no place holds, the words stay plain.
 */
export function strictEmphasis<T extends PhrasingContent>(
  nodes: readonly T[],
  before = '',
  after = '',
): T[] {
  const apart: PhrasingContent[] = [];
  for (const node of nodes) {
    // Marks that touch would be read as one run.
    if (isMarked(node) && isMarked(apart.at(-1))) {
      for (const child of unmarked(node.children)) pushPhrasing(apart, child);
    } else pushPhrasing(apart, node);
  }
  const mended: PhrasingContent[] = [];
  apart.forEach((node, index) => {
    const left = mended.length > 0 ? edgeOf(mended.at(-1), -1, false) : before;
    const right = index + 1 < apart.length ? edgeOf(apart[index + 1], 1, false) : after;
    if (isMarked(node)) mended.push(...mendNode(node, left, right));
    else if (node.type === 'link') {
      mended.push({ ...node, children: strictEmphasis(node.children, '[', ']') });
    } else mended.push(node);
  });
  const joined: PhrasingContent[] = [];
  for (const node of mended) pushPhrasing(joined, node);
  return joined as T[];
}

function flat(nodes: readonly RootContent[], isInside: boolean): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    if (!('children' in node)) return [node];
    const marked = isMarked(node as PhrasingContent);
    const children = flat(node.children, isInside || marked);
    return marked && isInside ? children : [{ ...node, children } as RootContent];
  });
}

/** A block in which no words are marked twice: the outer marks stay. For nests that no row of marks can tell. */
export function withMarksOnce(node: RootContent): RootContent {
  return flat([node], false)[0] ?? node;
}
