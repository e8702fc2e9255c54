import type { Element as HastElement, Properties, RootContent } from 'hast';

/** How addresses of the page are resolved while it is built. */
export interface DomContext {
  readonly document: Document;
  /** Address to load an image of the site from, or `undefined` where it must not be loaded. */
  readonly imageAddress: (path: string) => string | undefined;
}

/** Every element a page may contain; the sanitiser allows no other, this list trusts nobody. */
const elements = new Set(
  (
    'a abbr address article aside b bdi bdo blockquote br caption center cite code col colgroup dd del details dfn div dl dt em figcaption ' +
    'figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd li main mark nav ol p pre q rp rt ruby s samp ' +
    'section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr'
  ).split(' '),
);

/** Attribute for each property a page may carry. */
const attributes: Readonly<Record<string, string>> = {
  align: 'align',
  alt: 'alt',
  ariaCurrent: 'aria-current',
  ariaDescribedBy: 'aria-describedby',
  ariaHidden: 'aria-hidden',
  ariaLabel: 'aria-label',
  ariaLabelledBy: 'aria-labelledby',
  checked: 'checked',
  className: 'class',
  colSpan: 'colspan',
  dataFootnoteBackref: 'data-footnote-backref',
  dataFootnoteRef: 'data-footnote-ref',
  dataFootnotes: 'data-footnotes',
  dataHost: 'data-host',
  dataLine: 'data-line',
  dataSlot: 'data-slot',
  dateTime: 'datetime',
  dir: 'dir',
  disabled: 'disabled',
  height: 'height',
  href: 'href',
  id: 'id',
  lang: 'lang',
  open: 'open',
  reversed: 'reversed',
  rowSpan: 'rowspan',
  scope: 'scope',
  span: 'span',
  start: 'start',
  title: 'title',
  type: 'type',
  width: 'width',
};

function setAttributes(element: Element, properties: Properties): void {
  for (const [name, value] of Object.entries(properties)) {
    const attribute = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    if (attribute === undefined || value === null || value === undefined || value === false)
      continue;
    const text = Array.isArray(value) ? value.join(' ') : value === true ? '' : String(value);
    element.setAttribute(attribute, text);
  }
}

/** An image in a box that can show the file's name in its place, see `markMissingImage`. */
function createImage(source: HastElement, { document, imageAddress }: DomContext): Element {
  const { src } = source.properties;
  const path = typeof src === 'string' ? src : '';
  const box = document.createElement('span');
  box.className = 'picture';
  box.dataset.file = path.split('/').at(-1) ?? path;
  const address = imageAddress(path);
  const image = document.createElement('img');
  setAttributes(image, source.properties);
  if (address === undefined) box.dataset.missing = '';
  else image.src = address;
  box.append(image);
  return box;
}

function createElement(source: HastElement, context: DomContext): Element | undefined {
  if (!elements.has(source.tagName)) return undefined;
  if (source.tagName === 'img') return createImage(source, context);
  const element = context.document.createElement(source.tagName);
  setAttributes(element, source.properties);
  element.append(...createNodes(source.children, context));
  return element;
}

/** Builds a piece of the page node by node; no string is ever parsed as HTML (case T09). */
export function createNodes(nodes: readonly RootContent[], context: DomContext): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (node.type === 'text') return [context.document.createTextNode(node.value)];
    if (node.type !== 'element') return [];
    const element = createElement(node, context);
    return element ? [element] : [];
  });
}

/** Shows the name of the file in the place of an image that did not load. */
export function markMissingImage(image: Element): void {
  const box = image.parentElement;
  if (box?.classList.contains('picture')) box.dataset.missing = '';
}
