import type { Element, ElementContent, Root, RootContent } from 'hast';
import { classifyImage } from './image-source.ts';

/** Elements that carry the line of their source, for scroll sync. */
const blocks = new Set(
  'blockquote h1 h2 h3 h4 h5 h6 hr li ol p pre table tr ul'.split(' ') as readonly string[],
);

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
    properties: { className: [blockedImageClass], dataHost: host },
    children: [],
  };
}

function finishElement(element: Element, inNotes: boolean): Element {
  if (element.tagName === 'img') return withoutPosition(finishImage(element));
  // Footnotes stand away from their source, so their lines would mislead the scroll sync.
  const notes = inNotes || element.properties.dataFootnotes !== undefined;
  const line = element.position?.start.line;
  const properties =
    line !== undefined && !notes && blocks.has(element.tagName)
      ? { ...element.properties, dataLine: line - 1 }
      : element.properties;
  const children = element.children.flatMap((child) => finishChild(child, notes));
  return { type: 'element', tagName: element.tagName, properties, children };
}

function withoutPosition(element: Element): Element {
  const { type, tagName, properties, children } = element;
  return { type, tagName, properties, children };
}

function finishChild(child: ElementContent, inNotes: boolean): ElementContent[] {
  if (child.type === 'element') return [finishElement(child, inNotes)];
  return child.type === 'text' ? [{ type: 'text', value: child.value }] : [];
}

/**
 * The last step towards the page: block elements get the line of their source (`data-line`, from 0,
 * within the text that was parsed), images of other hosts give way to the host's name, and
 * positions and the line ends between blocks are left out.
 */
export function finishPage(children: readonly RootContent[]): Root {
  const finished = children.flatMap((child) =>
    child.type === 'element' ? [finishElement(child, false)] : [],
  );
  return { type: 'root', children: finished };
}
