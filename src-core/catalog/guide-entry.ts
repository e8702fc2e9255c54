import type { Counts } from '../lint/diagnostic.ts';

/** How a guide stands against the site of the chosen export target; `unknown` until one is chosen. */
export type SiteState = 'unknown' | 'same' | 'changed' | 'new' | 'conflict';

/** What the guide list, the pickers and the palette know of one file. */
export interface GuideEntry {
  /** Relative to the workspace, with `/`. */
  readonly path: string;
  /** `other` is a Markdown file without guide details. */
  readonly kind: 'guide' | 'other';
  /** Latin name from the H1 (between the bracket and the colon), else the H1, else the file name. */
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly category: string;
  readonly tags: readonly string[];
  /** Site path of the list image; empty where there is none. */
  readonly thumbnail: string;
  /** Values of the other fields that relations name, by field; absent where only `slug` is named. */
  readonly keys?: Readonly<Record<string, string>>;
  readonly counts: Counts;
  readonly siteState: SiteState;
}
