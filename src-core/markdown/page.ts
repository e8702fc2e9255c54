import type { GuideEntry } from '../catalog/guide-entry.ts';
import type { Vocabulary } from '../catalog/workspace-config.ts';
import type { DetailsData } from '../document/json-data.ts';
import { parseGuide } from '../document/parse-guide.ts';

/** Another guide as its card on the page shows it. */
export interface RelatedGuide {
  readonly slug: string;
  readonly name: string;
  readonly title: string;
  /** Site path of the image; empty where there is none. */
  readonly thumbnail: string;
}

/** What the published page shows around the body; the body brings its own H1. */
export interface GuidePage {
  /** Site path of the main image; empty where there is none. */
  readonly hero: string;
  /** Trail to the guide, from the site's start. */
  readonly breadcrumb: readonly string[];
  readonly tags: readonly string[];
  /** In the order of the guide details; guides that do not exist are left out, as on the site. */
  readonly related: readonly RelatedGuide[];
}

/** Words that the site's own page template prints; sites are Japanese, whatever the interface's language. */
export const siteWords = {
  home: 'ホーム',
  contents: '目次',
  tags: 'タグ',
  related: '関連ガイド',
} as const;

/**
 * The guide details of a text as far as they can be read; `undefined` where nothing can, as in the
 * middle of typing, so that the page keeps what it had.
 */
export function readPageDetails(head: string): DetailsData | undefined {
  const { data, parts } = parseGuide(head);
  return data ?? (parts.kind === 'none' ? {} : undefined);
}

function textField(details: DetailsData, name: string): string {
  const value = Object.hasOwn(details, name) ? details[name] : undefined;
  return typeof value === 'string' ? value : '';
}

function listField(details: DetailsData, name: string): string[] {
  const value = Object.hasOwn(details, name) ? details[name] : undefined;
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string' && item !== '');
}

/** The page around a body, from the guide details and what the workspace knows of other guides. */
export function createGuidePage(
  details: DetailsData,
  entries: Iterable<GuideEntry>,
  vocabulary: Vocabulary,
): GuidePage {
  const slugs = listField(details, 'related_jobs');
  const wanted = new Set(slugs);
  const bySlug = new Map<string, GuideEntry>();
  if (wanted.size > 0) {
    for (const entry of entries) {
      if (wanted.has(entry.slug) && !bySlug.has(entry.slug)) bySlug.set(entry.slug, entry);
    }
  }
  const category = textField(details, 'category');
  const label = vocabulary.category?.find(({ id }) => id === category)?.label.ja ?? category;
  return {
    hero: textField(details, 'hero_image'),
    breadcrumb: label === '' ? [siteWords.home] : [siteWords.home, label],
    tags: listField(details, 'tags'),
    related: [...wanted].flatMap((slug) => {
      const entry = bySlug.get(slug);
      if (!entry) return [];
      return [{ slug, name: entry.name, title: entry.title, thumbnail: entry.thumbnail }];
    }),
  };
}
