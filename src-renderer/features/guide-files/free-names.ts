import type { GuideEntry } from '#core/catalog/guide-entry';
import { pathParts } from '#core/catalog/file-name';
import { checkSlug, proposeSlug } from '#core/catalog/slug';
import type { CopyNames } from './DuplicateDialog.tsx';

const mostTries = 1000;

/** Names for a copy of a guide that no other has: its own with the next free number. */
export function freeNames(entry: GuideEntry, entries: readonly GuideEntry[]): CopyNames {
  const { folder, stem, ending } = pathParts(entry.path);
  const base =
    entry.slug === '' ? proposeSlug(stem) || proposeSlug(entry.name) || 'copy' : entry.slug;
  for (let number = 2; number < mostTries; number += 1) {
    const slug = `${base}_${number}`;
    const problem = checkSlug(slug, entries, folder, ending);
    // Another number helps only where the name is taken.
    if (problem?.kind === 'taken') continue;
    return { name: `${entry.name} ${number}`, title: entry.title, slug };
  }
  return { name: entry.name, title: entry.title, slug: '' };
}
