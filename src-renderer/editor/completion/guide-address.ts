import type { Text } from '@codemirror/state';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { readGuideLink } from '#core/catalog/guide-link';

/** How the links of a text to other guides are written. */
export type LinkStyle = '/guides/slug/' | '/guides/slug' | '/guides/slug.html' | 'path' | './path';

/** Lines that are looked at for a link to follow. */
const linesLookedAt = 4000;

function styleOf(address: string, from: string): LinkStyle | undefined {
  const link = readGuideLink(address, from);
  if (link?.kind === 'path') return address.startsWith('./') ? './path' : 'path';
  if (link?.kind !== 'slug') return undefined;
  if (address.endsWith('/')) return '/guides/slug/';
  return address.endsWith('.html') ? '/guides/slug.html' : '/guides/slug';
}

/** The style of the first link to a guide; that of the site where there is none. `from` is the text's path. */
export function linkStyleOf(doc: Text, from: string): LinkStyle {
  let left = linesLookedAt;
  for (const line of doc.iterLines()) {
    if ((left -= 1) < 0) break;
    if (!line.includes('](') || line.length > 10_000) continue;
    for (const [, address = ''] of line.matchAll(/\]\(([^)\s#]+)/g)) {
      const style = styleOf(address, from);
      if (style) return style;
    }
  }
  return '/guides/slug/';
}

/** An address that a link can hold: blanks, brackets and letters of other scripts escaped. */
export const escapeAddress = (address: string): string =>
  encodeURI(address).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));

/** The way from one file to another, both relative to the workspace. */
function relativePath(from: string, to: string): string {
  const start = from.split('/').slice(0, -1);
  const end = to.split('/');
  let same = 0;
  while (same < start.length && same < end.length - 1 && start[same] === end[same]) same += 1;
  return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
}

/** What a link in the guide at `from` writes to lead to another guide; its file where it has no URL name. */
export function addressOf(entry: GuideEntry, style: LinkStyle, from: string): string {
  if (style === 'path' || style === './path' || entry.slug === '') {
    const path = relativePath(from, entry.path);
    return escapeAddress(style === './path' && !path.startsWith('.') ? `./${path}` : path);
  }
  const end = style === '/guides/slug/' ? '/' : style === '/guides/slug.html' ? '.html' : '';
  return `/guides/${escapeAddress(entry.slug)}${end}`;
}
