import type { Element, ElementContent, Root, RootContent } from 'hast';
import { classifyImage } from './image-source.ts';

/** Elements that carry the line of their source, for scroll sync. */
const blocks = new Set(
  'blockquote dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre summary table tr ul'.split(
    ' ',
  ) as readonly string[],
);

/** Further elements that raw HTML may bring and that words do not flow around. */
const others = new Set(
  'address article aside center footer header hgroup main nav section'.split(
    ' ',
  ) as readonly string[],
);

/** Beyond the last line of any text. */
const farLine = 1_000_000_000;

/**
 * Makes the lines of a piece count for nothing. Footnotes stand away from their source, so their lines
 * would mislead the scroll sync; without a place at all, raw HTML in them would go by the place before.
 */
export function moveFarAway(node: ElementContent): void {
  const point = { line: farLine, column: 1, offset: farLine };
  node.position = { start: point, end: point };
  if (node.type === 'element') node.children.forEach(moveFarAway);
}

/** Class of the text that stands in the place of an image from another host (case T14). */
const blockedImageClass = 'image-blocked';

/** An image as the page has it: the site's own, or the name of the host that it would come from (case T14). */
export function finishImage(image: Element): Element {
  const { src, alt } = image.properties;
  const source = classifyImage(typeof src === 'string' ? src : '');
  if (source.kind === 'site')
    return { ...image, properties: { ...image.properties, src: source.path } };
  const host = source.kind === 'external' ? source.host : typeof alt === 'string' ? alt : '';
  // The name is an attribute, which the page's styles show: as text it would enter heading ids.
  return {
    type: 'element',
    tagName: 'span',
    properties: {
      className: [blockedImageClass],
      dataHost: host,
      // Never reaches the page, which takes no such attribute; see `publishedImage`.
      ...(source.kind === 'external' ? { dataSource: src, dataAlt: alt ?? '' } : {}),
    },
    children: [],
  };
}

/** The image that its host's name stands for, as the site publishes it; `undefined` for anything else. */
export function publishedImage({ tagName, properties }: Element): Element | undefined {
  const { dataSource, dataAlt } = properties;
  if (tagName !== 'span' || typeof dataSource !== 'string') return undefined;
  const address = dataSource.trim();
  // Where the copy is read as a file of the disk, two slashes or backslashes would name a computer (case T15).
  const source = address.startsWith('//') ? `https:${address}` : address;
  if (!/^https?:\/\/[^/\\]/i.test(source)) return undefined;
  const image = { src: source, alt: typeof dataAlt === 'string' ? dataAlt : '' };
  return { type: 'element', tagName: 'img', properties: image, children: [] };
}

function finishElement(element: Element): Element {
  if (element.tagName === 'img') return withoutPosition(finishImage(element));
  const line = element.position?.start.line;
  const properties =
    line !== undefined && line < farLine && blocks.has(element.tagName)
      ? { ...element.properties, dataLine: line - 1 }
      : element.properties;
  const children = element.children.flatMap((child) => finishChild(child));
  return { type: 'element', tagName: element.tagName, properties, children };
}

function withoutPosition(element: Element): Element {
  const { type, tagName, properties, children } = element;
  return { type, tagName, properties, children };
}

function finishChild(child: ElementContent): ElementContent[] {
  if (child.type === 'element') return [finishElement(child)];
  return child.type === 'text' ? [{ type: 'text', value: child.value }] : [];
}

/** Whether a node of a page stands on lines of its own. */
export function isBlock(node: RootContent): boolean {
  return node.type === 'element' && (blocks.has(node.tagName) || others.has(node.tagName));
}

/** Words between blocks (raw HTML only) without the blanks at their ends, which sections would share. */
function trimRun(run: RootContent[]): RootContent[] {
  const trimEnd = (at: 0 | -1, blanks: RegExp): void => {
    for (let node = run.at(at); node?.type === 'text'; node = run.at(at)) {
      const value = node.value.replace(blanks, '');
      const rest: RootContent[] = value === '' ? [] : [{ type: 'text', value }];
      if (value === node.value) return;
      run.splice(at, 1, ...rest);
    }
  };
  trimEnd(0, /^[ \t\r\n]+/);
  trimEnd(-1, /[ \t\r\n]+$/);
  return run;
}

function trimRuns(nodes: readonly RootContent[]): RootContent[] {
  const trimmed: RootContent[] = [];
  let run: RootContent[] = [];
  for (const node of nodes) {
    if (!isBlock(node)) run.push(node);
    else {
      trimmed.push(...trimRun(run), node);
      run = [];
    }
  }
  trimmed.push(...trimRun(run));
  return trimmed;
}

/**
 * The last step towards the page: block elements get the line of their source (`data-line`, from 0,
 * within the text that was parsed), images of other hosts give way to the host's name, and
 * positions and the line ends between blocks are left out.
 */
export function finishPage(children: readonly RootContent[]): Root {
  const finished = trimRuns(children).flatMap((child) =>
    child.type === 'doctype' ? [] : finishChild(child),
  );
  return { type: 'root', children: finished };
}
