import type { DetailsData } from '../document/json-data.ts';
import type { GuidePage, RelatedGuide } from './page.ts';
import type { OutlineEntry } from './page-patch.ts';

/** Everything that a page template can print. */
export interface TemplateData {
  /** The guide details as written, fields that the app does not know included. */
  readonly guide: DetailsData;
  readonly page: {
    readonly slug: string;
    /** Path of the guide's file, relative to the workspace. */
    readonly path: string;
    /** Site path of the main image; empty where there is none. */
    readonly hero: string;
    readonly breadcrumb: readonly string[];
    readonly tags: readonly string[];
    readonly related: readonly RelatedGuide[];
    /** Headings of level 2, each with the id that a link can name. */
    readonly outline: readonly OutlineEntry[];
  };
  readonly site: { readonly name: string };
}

/** The slug of a guide: as its details say, else its file's name. */
function slugOf(details: DetailsData, path: string): string {
  const { slug } = details;
  if (typeof slug === 'string' && slug !== '') return slug;
  return (path.split('/').at(-1) ?? path).replace(/\.[^.]*$/, '');
}

/** What a template is given for one guide. */
export function createTemplateData(guide: {
  readonly details: DetailsData;
  /** Relative to the workspace. */
  readonly path: string;
  readonly page: GuidePage;
  readonly outline: readonly OutlineEntry[];
  readonly siteName: string;
}): TemplateData {
  const { details, path, page, outline, siteName } = guide;
  return {
    guide: details,
    page: { slug: slugOf(details, path), path, ...page, outline },
    site: { name: siteName },
  };
}
