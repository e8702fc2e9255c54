import type { DetailsData } from '../document/json-data.ts';
import { displayWidth, offsetAtWidth } from '../text/display-width.ts';

/** Where somebody searches. */
export type SearchDevice = 'desktop' | 'phone';

/**
 * How much of a title and a description a search result shows, in full-width units. Search engines
 * publish no numbers ("truncated as needed, typically to fit the device width", Google Search
 * Central), so these are the widths of their boxes over the size of their letters: a column of
 * 652 px with one line of title at 22 px and two lines of description at 14 px; on a phone of
 * 390 px, 358 px with two lines of title at 20 px and three lines of description at 14 px.
 */
export const resultLimits: Readonly<
  Record<SearchDevice, { readonly title: number; readonly description: number }>
> = {
  desktop: { title: 29.5, description: 93 },
  phone: { title: 35, description: 75 },
};

/** The ways in which a link to a guide is shown where people share it. */
export type SocialCard = 'largeCard' | 'smallCard';

/**
 * The same for cards, from their boxes too: 500 px wide with 16 px at each side, two lines of title at
 * 15 px and two of description at 13 px; the small one beside an image of 96 px.
 */
export const socialLimits: Readonly<
  Record<SocialCard, { readonly title: number; readonly description: number }>
> = {
  largeCard: { title: 62, description: 72 },
  smallCard: { title: 49, description: 57 },
};

/** A text as far as it is shown, and what is cut off. */
export interface CutText {
  /** With an ellipsis where something is cut. */
  readonly shown: string;
  /** Empty where all fits. */
  readonly cut: string;
  /** Of the whole text, in full-width units. */
  readonly width: number;
}

/** Cuts a text so that it fits, with its ellipsis, into `limit` full-width units; line ends become blanks. */
export function cutToWidth(text: string, limit: number): CutText {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const width = displayWidth(line);
  if (width <= limit) return { shown: line, cut: '', width };
  const at = offsetAtWidth(line, limit - 1);
  return { shown: `${line.slice(0, at).trimEnd()}…`, cut: line.slice(at).trimStart(), width };
}

/** What search engines, and services where people share links, read of a guide's page. */
export interface SearchResult {
  readonly title: string;
  readonly description: string;
  /** Site path of the list image; empty where there is none. */
  readonly thumbnail: string;
  readonly slug: string;
  /** Site path of the image for cards: the main image, else the list image; empty where there is none. */
  readonly image: string;
}

/**
 * What the page of a guide offers to search engines. The title is the page's level-1 heading as
 * published, which names the guide and holds its `title`; without a heading it is `title` alone.
 */
export function createSearchResult(details: DetailsData, heading: string): SearchResult {
  const field = (name: string): string => {
    const value = Object.hasOwn(details, name) ? details[name] : undefined;
    return typeof value === 'string' ? value.trim() : '';
  };
  return {
    title: heading === '' ? field('title') : heading,
    description: field('meta_description'),
    thumbnail: field('thumbnail'),
    slug: field('slug'),
    image: field('hero_image') || field('thumbnail'),
  };
}
