import type { Element, Root, RootContent } from 'hast';
import rehypeSlug from 'rehype-slug';
import { idPrefix } from './site-schema.ts';

const giveIds = rehypeSlug({ prefix: idPrefix });
const headingName = /^h[1-6]$/;

/**
 * The headings of a piece of a page in order, without those that have an id of their own. Raw HTML can
 * put one into another.
 */
export function headingsOf(root: Root): Element[] {
  const found: Element[] = [];
  const visit = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (headingName.test(node.tagName) && node.properties.id === undefined) found.push(node);
      visit(node.children);
    }
  };
  visit(root.children);
  return found;
}

/** The text of an element without its markup, as a table of contents shows it. */
export function textOf(element: Element): string {
  let text = '';
  for (const child of element.children) {
    if (child.type === 'text') text += child.value;
    else if (child.type === 'element') text += textOf(child);
  }
  return text;
}

/** Ids for all headings of a document, in order; equal headings are numbered as GitHub does. */
export function headingIds(headings: readonly Element[]): string[] {
  const copies = headings.map((heading): Element => ({
    type: 'element',
    tagName: heading.tagName,
    properties: {},
    // Its text alone: in a heading within it, an id would be put into the page.
    children: [{ type: 'text', value: textOf(heading) }],
  }));
  giveIds({ type: 'root', children: copies });
  return copies.map((copy) => String(copy.properties.id));
}

/** The same piece of a page with ids on its headings; what has none is shared, not copied. */
export function withHeadingIds(
  root: Root,
  headings: readonly Element[],
  ids: readonly string[],
): Root {
  const idOf = new Map(headings.map((heading, index) => [heading, ids[index]]));
  const copy = <Node extends RootContent>(node: Node): Node => {
    if (node.type !== 'element') return node;
    const children = node.children.map(copy);
    const isSame = children.every((child, index) => child === node.children[index]);
    const id = idOf.get(node);
    if (id === undefined) return isSame ? node : { ...node, children };
    return { ...node, properties: { ...node.properties, id }, children };
  };
  return { type: 'root', children: root.children.map(copy) };
}
