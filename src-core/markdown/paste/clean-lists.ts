import type { Element, ElementContent } from 'hast';
import { type Content, element, isElement, propertyOf, styleOf, textOf } from './elements.ts';

/** A paragraph of Word that is an item of a list: its level from 1, and the marker that Word drew. */
interface WordItem {
  readonly node: Element;
  readonly level: number;
  readonly ordered: boolean;
  readonly start: number;
}

const orderedMarker =
  /^[(（]?(?:[0-9０-９]+|[a-zａ-ｚ]|[ivxlc]+|[一二三四五六七八九十]+|[アイウエオカキクケコ])[.．)）、]$|^[①-⑳]$|^[(（][0-9０-９]+[)）]$|^[0-9]+(?:\.[0-9]+)+\.?$/i;

/** The text of the marker, which Word writes into the paragraph and asks others to overlook. */
function markerOf(node: Element): string | undefined {
  for (const child of node.children) {
    if (!isElement(child)) continue;
    if (styleOf(child).get('mso-list') === 'ignore') return textOf(child).replace(/\s/g, '');
    const inner = markerOf(child);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

function withoutMarker(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    return styleOf(child).get('mso-list') === 'ignore' ? [] : [withoutMarker(child)];
  });
  return { ...node, children };
}

function wordItemOf(node: Content): WordItem | undefined {
  if (!isElement(node, 'p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return undefined;
  const level = /\blevel([1-9])\b/.exec(styleOf(node).get('mso-list') ?? '')?.[1];
  if (level === undefined || node.tagName !== 'p') return undefined;
  const marker = markerOf(node) ?? '';
  const start = Number.parseInt(marker.normalize('NFKC').replace(/^\(/, ''), 10);
  return {
    node,
    level: Number(level),
    ordered: orderedMarker.test(marker),
    start: Number.isNaN(start) ? 1 : start,
  };
}

function toLists(items: readonly WordItem[]): Element[] {
  const lists: Element[] = [];
  let at = 0;
  while (at < items.length) {
    const first = items[at];
    if (!first) break;
    const list = element(
      first.ordered ? 'ol' : 'ul',
      [],
      first.ordered ? { start: first.start } : {},
    );
    while (at < items.length) {
      const item = items[at];
      if (!item || item.level < first.level) break;
      if (item.level > first.level) {
        let end = at;
        while (end < items.length && (items[end]?.level ?? 0) > first.level) end += 1;
        const last = list.children.at(-1);
        if (isElement(last)) last.children.push(...toLists(items.slice(at, end)));
        at = end;
      } else if (item.ordered === first.ordered) {
        list.children.push(element('li', withoutMarker(item.node).children));
        at += 1;
      } else break;
    }
    lists.push(list);
  }
  return lists;
}

/** Paragraphs of Word that are drawn as lists become lists; other nodes stay as they are. */
export function groupLists(nodes: readonly Content[]): Content[] {
  const grouped: Content[] = [];
  let items: WordItem[] = [];
  const flush = (): void => {
    if (items.length > 0) grouped.push(...toLists(items));
    items = [];
  };
  for (const node of nodes) {
    const item = wordItemOf(node);
    if (item) items.push(item);
    else if (items.length > 0 && isGap(node)) continue;
    else {
      flush();
      // The number of a heading is Word's, drawn anew by every style sheet.
      grouped.push(isElement(node) && /^h[1-6]$/.test(node.tagName) ? withoutMarker(node) : node);
    }
  }
  flush();
  return grouped;
}

function isGap(node: Content): boolean {
  return node.type === 'comment' || (node.type === 'text' && node.value.trim() === '');
}

/** A list whose deeper lists stand inside its items, where HTML wants them and Google Docs does not put them. */
export function nestLists(node: Element, children: readonly Content[]): Content[] {
  const items: Element[] = [];
  for (const child of children) {
    if (child.type === 'text' && child.value.trim() === '') continue;
    const last = items.at(-1);
    if (isElement(child, 'li')) items.push(child);
    else if (isElement(child, 'ul', 'ol') && last) last.children.push(child);
    else items.push(element('li', [child]));
  }
  const filled = items.filter((item) => item.children.length > 0);
  if (filled.length === 0) return [];
  const start = Number.parseInt(propertyOf(node, 'start'), 10);
  return [element(node.tagName, filled, Number.isNaN(start) ? {} : { start })];
}
