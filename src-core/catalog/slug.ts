import type { GuideEntry } from './guide-entry.ts';
import { fileKey } from './file-name.ts';

/** How a URL name is written: words of small Latin letters and digits, joined by one `_`. */
export const slugPattern = /^[a-z0-9]+(?:_[a-z0-9]+)*$/;
/** Names of devices, which Windows keeps for itself with any ending. */
export const reservedSlug = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
/** Letters of the longest URL name. */
export const maxSlugLength = 100;

/** The URL name that a Latin name suggests: `Prompt Engineer` becomes `prompt_engineer`; empty where nothing is left. */
export function proposeSlug(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll('#', ' sharp ')
    .replaceAll('+', ' plus ')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, maxSlugLength)
    .replace(/_+$/, '');
}

/** What stands against a URL name; `name` is that of the guide which has it. */
export type SlugProblem =
  | { readonly kind: 'empty' | 'form' | 'long' | 'reserved' }
  | { readonly kind: 'taken'; readonly name: string };

/** Checks a URL name against its form, the URL names in use and the file it would make in a folder (with its `/`). */
export function checkSlug(
  slug: string,
  entries: readonly Pick<GuideEntry, 'slug' | 'path' | 'name'>[],
  folder: string,
  ending = '.md',
): SlugProblem | undefined {
  if (slug === '') return { kind: 'empty' };
  if (!slugPattern.test(slug)) return { kind: 'form' };
  if (slug.length > maxSlugLength) return { kind: 'long' };
  if (reservedSlug.test(slug)) return { kind: 'reserved' };
  // File systems that ignore case must not lose a guide either.
  const path = fileKey(`${folder}${slug}${ending}`);
  const taken = entries.find((entry) => entry.slug === slug || fileKey(entry.path) === path);
  return taken === undefined ? undefined : { kind: 'taken', name: taken.name };
}
