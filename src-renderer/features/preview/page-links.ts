import { idPrefix } from '#core/markdown/site-schema';

/** What a click on a link of the page does; the page itself never goes anywhere. */
export type LinkTarget =
  | { readonly kind: 'anchor'; readonly id: string }
  | {
      readonly kind: 'guide';
      readonly slug: string;
      /** The heading's id, as authors write it; `undefined` for the guide as a whole. */
      readonly id: string | undefined;
    }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'none' };

/** Classifies an address as written; `isGuide` says whether a guide has a slug. */
export function linkTarget(href: string, isGuide: (slug: string) => boolean): LinkTarget {
  if (href.startsWith('#')) return { kind: 'anchor', id: decode(href.slice(1)) };
  if (/^(?:https?|mailto):/i.test(href)) return { kind: 'external', url: href };
  if (href.startsWith('//')) return { kind: 'external', url: `https:${href}` };
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) return { kind: 'none' };
  const path = href.split(/[?#]/, 1)[0] ?? '';
  const last = path.split('/').findLast((part) => part !== '') ?? '';
  const slug = decode(last).replace(/\.(?:md|html?)$/i, '');
  if (slug === '' || !isGuide(slug)) return { kind: 'none' };
  const anchor = href.indexOf('#');
  const id = anchor === -1 ? '' : decode(href.slice(anchor + 1));
  return { kind: 'guide', slug, id: id === '' ? undefined : id };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The element that an anchor names: ids carry a prefix that authors do not write. */
export function anchoredElement(document: Document, id: string): HTMLElement | null {
  return document.getElementById(idPrefix + id) ?? document.getElementById(id);
}

const notePrefix = `${idPrefix}fn-`;

/** The note that an element stands in: its own part of its id, percent-encoded; `undefined` outside of notes. */
export function noteAround(element: Element): string | undefined {
  return element.closest(`li[id^="${notePrefix}"]`)?.id.slice(notePrefix.length);
}
