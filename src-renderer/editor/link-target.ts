import type { GuideEntry } from '#core/catalog/guide-entry';
import { readGuideLink } from '#core/catalog/guide-link';
import type { GuideKnowledge } from './guide-knowledge.ts';

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An address in a body in two: the page, and the id after `#` (`undefined` where there is none). */
export function splitAddress(address: string): { page: string; id: string | undefined } {
  const at = address.indexOf('#');
  if (at < 0) return { page: address.replace(/\?.*$/s, ''), id: undefined };
  return {
    page: address.slice(0, at).replace(/\?.*$/s, ''),
    id: decode(address.slice(at + 1)),
  };
}

/**
 * The guide that the page of an address leads to from the guide at `from`; that guide itself for an empty
 * page. `undefined` where there is none.
 */
export function guideOfPage(
  page: string,
  from: string,
  knowledge: GuideKnowledge,
): Pick<GuideEntry, 'path'> | undefined {
  if (page === '') return { path: from };
  const link = readGuideLink(decode(page), from);
  if (link?.kind === 'path') return knowledge.entries().get(link.path);
  return link && knowledge.guideNamed('slug', link.slug);
}
