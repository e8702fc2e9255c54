import type { GuideEntry } from '#core/catalog/guide-entry';
import { noCounts } from '#core/lint/diagnostic';

/** An entry of the guide list; path and URL name follow from the name unless given. */
export function guideEntry(name: string, values: Partial<GuideEntry> = {}): GuideEntry {
  const slug = name.toLowerCase().replaceAll(' ', '_');
  return {
    path: `guides/${slug}.md`,
    kind: 'guide',
    name,
    title: `${name}の仕事`,
    slug,
    category: '',
    tags: [],
    thumbnail: '',
    counts: noCounts,
    siteState: 'unknown',
    ...values,
  };
}
