import type { Element, ElementContent, Nodes, RootContent } from 'hast';

/** What stands inside an element or at the top of a tree. */
export type Content = RootContent | ElementContent;

/** Whether a node is an element, of one of some names where they are given. */
export function isElement(node: Nodes | undefined): node is Element;
export function isElement<Name extends string>(
  node: Nodes | undefined,
  ...names: readonly Name[]
): node is Element & { tagName: Name };
export function isElement(node: Nodes | undefined, ...names: readonly string[]): boolean {
  return node?.type === 'element' && (names.length === 0 || names.includes(node.tagName));
}

/** A new element. */
export function element(
  tagName: string,
  children: readonly Content[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children: [...children] as ElementContent[] };
}

/** A property as a text; empty where it is not there. */
export function propertyOf({ properties }: Element, name: string): string {
  const value = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

/** Declarations of a `style` attribute, names and values in lower case; Word's own `mso-…` are among them. */
export function styleOf(node: Element): ReadonlyMap<string, string> {
  const style = new Map<string, string>();
  for (const part of propertyOf(node, 'style').split(';')) {
    const at = part.indexOf(':');
    if (at > 0) {
      style.set(
        part.slice(0, at).trim().toLowerCase(),
        part
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      );
    }
  }
  return style;
}

/** All text inside a node. */
export function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

const blocks = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Whether an element begins on a line of its own. */
export function isBlock(node: Nodes): node is Element {
  return node.type === 'element' && blocks.has(node.tagName);
}

/** Whether an element is a block or holds one. */
export function holdsBlock(node: Nodes): boolean {
  return isBlock(node) || ('children' in node && node.children.some(holdsBlock));
}
