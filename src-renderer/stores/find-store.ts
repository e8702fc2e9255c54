import { create } from 'zustand';

/** How the bar over the manuscript looks for things; kept while the window is open. */
export const useFindStore = create<{
  readonly caseSensitive: boolean;
  readonly wholeWord: boolean;
  readonly regexp: boolean;
  /** Hiragana is katakana and full width is half width. */
  readonly loose: boolean;
  /** The row that replaces is open. */
  readonly replaceShown: boolean;
}>(() => ({
  caseSensitive: false,
  wholeWord: false,
  regexp: false,
  loose: true,
  replaceShown: false,
}));
