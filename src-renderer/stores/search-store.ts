import { create } from 'zustand';
import type { SearchGroup, SearchResults } from '#core/text/search-results';
import type { SearchQuery } from '#core/text/text-search';

/** What a search over the folder has found so far. */
export interface SearchState {
  /** What is looked for, and how; kept while the window is open. */
  readonly query: SearchQuery;
  /** The query that the results are those of; `undefined` before the first one. */
  readonly searched: SearchQuery | undefined;
  readonly groups: readonly SearchGroup[];
  /** The search that the author began and these groups answer; the same after they were looked up again. */
  readonly shownId?: number;
  /** How far the search is and how much it found; its own groups are in `groups`. */
  readonly state: SearchResults | undefined;
}

/** The search over the folder of this window. */
export const useSearchStore = create<SearchState>(() => ({
  query: { query: '', caseSensitive: false, loose: true, regexp: false, wholeWord: false },
  searched: undefined,
  groups: [],
  state: undefined,
}));
