import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { classify } from '../../text/classify-url.ts';

type Parent = Extract<PhrasingContent, { type: 'strong' | 'emphasis' | 'delete' | 'link' }>;

function isParent(node: PhrasingContent | undefined): node is Parent {
  return (
    node?.type === 'strong' ||
    node?.type === 'emphasis' ||
    node?.type === 'delete' ||
    node?.type === 'link'
  );
}

const blanksAtStart = /^[\s\u3000]+/;
const blanksAtEnd = /[\s\u3000]+$/;

/** Takes the blanks at one end out of marks or a link, and breaks with them. */
function splitBlanks(
  children: PhrasingContent[],
): [PhrasingContent[], PhrasingContent[], PhrasingContent[]] {
  const lead: PhrasingContent[] = [];
  const trail: PhrasingContent[] = [];
  const inner = [...children];
  for (let first = inner[0]; first; first = inner[0]) {
    if (first.type === 'break') lead.push(first);
    else if (first.type === 'text' && blanksAtStart.test(first.value)) {
      const rest = first.value.replace(blanksAtStart, '');
      lead.push({ type: 'text', value: first.value.slice(0, first.value.length - rest.length) });
      if (rest !== '') {
        inner[0] = { type: 'text', value: rest };
        break;
      }
    } else break;
    inner.shift();
  }
  for (let last = inner.at(-1); last; last = inner.at(-1)) {
    if (last.type === 'break') trail.unshift(last);
    else if (last.type === 'text' && blanksAtEnd.test(last.value)) {
      const rest = last.value.replace(blanksAtEnd, '');
      trail.unshift({ type: 'text', value: last.value.slice(rest.length) });
      if (rest !== '') {
        inner[inner.length - 1] = { type: 'text', value: rest };
        break;
      }
    } else break;
    inner.pop();
  }
  return [lead, inner, trail];
}

// Ends before what usually ends a sentence or closes marks around the address.
const address =
  /\b(?:https?:\/\/|www\.)[\w\-.~:/?#@!$&'()+,;=%*]*[\w\-/#$&=+%]|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/gi;

function urlOf(found: string): string {
  if (/^https?:/i.test(found)) return found;
  return found.includes('@') ? `mailto:${found}` : `http://${found}`;
}

/**
 * Addresses in plain words as links of their own: bare, they are none to CommonMark, and to GFM what
 * follows at once, Japanese text or marks, is part of them (remark-gfm 83).
 */
function ownAddresses(value: string): PhrasingContent[] {
  const parts: PhrasingContent[] = [];
  let from = 0;
  for (const found of value.matchAll(address)) {
    const url = urlOf(found[0]);
    const kind = classify(url);
    if (kind !== 'external' && kind !== 'mail') continue;
    if (found.index > from) parts.push({ type: 'text', value: value.slice(from, found.index) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: found[0] }] });
    from = found.index + found[0].length;
  }
  if (from < value.length) parts.push({ type: 'text', value: value.slice(from) });
  return parts;
}

function isSame(a: PhrasingContent, b: PhrasingContent): boolean {
  return a.type === b.type && (a.type !== 'link' || (b.type === 'link' && a.url === b.url));
}

/** Adds a node, joined with the last one where the two are one stretch of the same kind. */
export function pushPhrasing(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1);
  if (last?.type === 'text' && node.type === 'text') {
    nodes[nodes.length - 1] = {
      type: 'text',
      value: (last.value + node.value).replace(/ {2,}/g, ' '),
    };
  } else if (last?.type === 'inlineCode' && node.type === 'inlineCode') {
    nodes[nodes.length - 1] = { type: 'inlineCode', value: last.value + node.value };
  } else if (isParent(last) && isParent(node) && isSame(last, node)) {
    const children = [...last.children];
    for (const child of node.children) pushPhrasing(children, child);
    nodes[nodes.length - 1] = { ...last, children };
  } else nodes.push(node);
}

/**
 * Words as an author would mark them: pieces of one bold stretch joined, blanks and breaks outside of
 * marks, nothing marked twice or empty.
 */
export function tidyPhrasing(
  nodes: readonly PhrasingContent[],
  inside: readonly string[] = [],
): PhrasingContent[] {
  const tidy: PhrasingContent[] = [];
  for (const node of nodes) {
    if (!isParent(node)) {
      if (node.type === 'text' && !inside.includes('link')) {
        for (const part of ownAddresses(node.value)) pushPhrasing(tidy, part);
      } else pushPhrasing(tidy, node);
      continue;
    }
    const children = tidyPhrasing(node.children, [...inside, node.type]);
    const isNeedless =
      inside.includes(node.type) ||
      (toString(children).trim() === '' && !children.some(({ type }) => type === 'image'));
    const [lead, inner, trail] = isNeedless ? [[], [], children] : splitBlanks(children);
    for (const child of lead) pushPhrasing(tidy, child);
    if (inner.length > 0) pushPhrasing(tidy, { ...node, children: inner });
    for (const child of trail) pushPhrasing(tidy, child);
  }
  return tidy;
}
