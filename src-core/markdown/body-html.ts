import type { Element, ElementContent, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { SiteProfile } from '../catalog/workspace-config.ts';
import { isBlock, publishedImage } from './finish-page.ts';
import { createRenderer } from './renderer.ts';

/** Lines of a body, from 0, both included. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

function lineOf(node: RootContent): number | undefined {
  if (node.type !== 'element') return undefined;
  const { dataLine } = node.properties;
  if (typeof dataLine === 'number') return dataLine;
  for (const child of node.children) {
    const line = lineOf(child);
    if (line !== undefined) return line;
  }
  return undefined;
}

/** The blocks whose lines meet a range; a block reaches as far as the next one begins. */
function blocksIn(blocks: readonly RootContent[], { from, to }: LineRange): RootContent[] {
  const starts = blocks.map(lineOf);
  return blocks.filter((_, index) => {
    const start = starts[index];
    if (start === undefined || start > to) return false;
    const next = starts.slice(index + 1).find((line) => line !== undefined);
    return next === undefined || next > from;
  });
}

/** As the site publishes it: without the lines that only the app's own page needs, images of other hosts shown. */
function published(element: Element): Element {
  const image = publishedImage(element);
  if (image) return image;
  const { dataLine: _, ...properties } = element.properties;
  const children = element.children.map((child): ElementContent =>
    child.type === 'element' ? published(child) : child,
  );
  return { ...element, properties, children };
}

/** The HTML of a page's blocks as the site publishes them, one below the other. */
export function publishedHtml(blocks: readonly RootContent[]): string {
  return blocks
    .map((node, index) => {
      const before = blocks[index - 1];
      const html = toHtml(node.type === 'element' ? published(node) : node);
      // Not within a row of words, where it would be a blank.
      return before && (isBlock(before) || isBlock(node)) ? `\n${html}` : html;
    })
    .join('');
}

/**
 * The HTML of a body as its site renders it, sanitised, with image paths as the guide writes them; of
 * the blocks that meet `lines` where those are given. `undefined` for a body that is too long or
 * nested too deep.
 */
export function bodyHtml(
  text: string,
  profile: SiteProfile,
  lines?: LineRange,
): string | undefined {
  const { root, problem } = createRenderer(profile).render(text);
  if (problem !== undefined) return undefined;
  const blocks = lines === undefined ? root.children : blocksIn(root.children, lines);
  return publishedHtml(blocks);
}
