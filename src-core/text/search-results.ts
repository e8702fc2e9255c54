import type { SearchMatch } from './search-excerpts.ts';
import type { PatternFault } from './text-search.ts';

/** What a search found in one guide. */
export interface SearchGroup {
  readonly path: string;
  /** How many places there are; more than `matches` where there are too many to show. */
  readonly count: number;
  readonly matches: readonly SearchMatch[];
}

/** What a search over the folder has found since it last told, and how far it is. */
export interface SearchResults {
  /** The number that the window gave the search. */
  readonly id: number;
  readonly groups: readonly SearchGroup[];
  /** Guides looked through, of all. */
  readonly searched: number;
  readonly total: number;
  /** Guides in which something was found so far, also those that are not shown. */
  readonly guides: number;
  /** Places found so far; with `more` only those of the guides that are shown. */
  readonly matches: number;
  /** So much was found that the rest of the guides is not shown. */
  readonly more: boolean;
  readonly done: boolean;
  /** Why a regular expression was not run, or not to the end. */
  readonly fault?: PatternFault;
}

/** Most places that are shown of a folder and of one guide. */
export const mostShown = { folder: 1000, guide: 100 } as const;
