import type { Element } from 'hast';
import { classify } from '../../text/classify-url.ts';
import type { Cleaning } from './cleaning.ts';
import { type Content, element, holdsBlock, propertyOf, textOf } from './elements.ts';

/** Where Google's and similar detours lead; other addresses as they are. */
function withoutDetour(address: string): string {
  const target = /^https:\/\/www\.google\.(?:com|co\.jp)\/url\?(.*)$/.exec(address)?.[1];
  if (target === undefined) return address;
  const parameters = new URLSearchParams(target);
  return parameters.get('q') ?? parameters.get('url') ?? address;
}

/** A link to the web or to mail; every other address means nothing in a guide, and its text alone stays. */
export function cleanLink(node: Element, children: readonly Content[]): Content[] {
  const address = withoutDetour(propertyOf(node, 'href').trim());
  const kind = classify(address);
  const isKept = kind === 'external' || kind === 'mail';
  if (!isKept || children.some(holdsBlock) || children.map(textOf).join('').trim() === '') {
    return [...children];
  }
  return [element('a', children, { href: address })];
}

/** An emoji that a page shows as a picture. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Component})+$/u;

/**
 * The site's own pictures stay. Others would be loaded from elsewhere, or are bytes inside an address:
 * they are left out and counted; those of a pixel, which only tell that they were read, are not even that.
 */
export function cleanImage(node: Element, cleaning: Cleaning): Content[] {
  const alt = propertyOf(node, 'alt').replace(/\s+/g, ' ').trim();
  if (alt !== '' && emoji.test(alt)) return [{ type: 'text', value: alt }];
  const src = propertyOf(node, 'src');
  if (classify(src) === 'site') return [element('img', [], { src, alt })];
  const isPixel = ['width', 'height'].some((name) => /^[012](?:px)?$/.test(propertyOf(node, name)));
  if (!isPixel) cleaning.droppedImages += 1;
  return [];
}
