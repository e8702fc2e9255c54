import type { Extension } from '@codemirror/state';
import type { Locale } from '#core/messages/messages';
import { misspellingsField, passedWords } from './misspellings.ts';
import { spellingCard } from './spelling-card.ts';
import { spellingScan } from './spelling-scan.ts';

/** The dictionaries that a manuscript is checked by: the English one, the author's own, the names of the folder. */
export interface Spelling {
  /** Of some words, those known to be in none of them; what is not known yet is asked for. */
  wrong(words: readonly string[]): ReadonlySet<string>;
  /** Likely words in place of one. */
  suggest(word: string): Promise<readonly string[]>;
  /** Adds a word to the author's own dictionary. */
  add(word: string): void;
  /** Calls `listener` when the answer of `wrong` may be another; the function returned stops it. */
  onChange(listener: () => void): () => void;
}

/** English words that are in no dictionary are underlined, with suggestions on a card. */
export function spellingMarks(spelling: Spelling, locale: Locale): Extension {
  return [misspellingsField, passedWords, spellingScan(spelling), spellingCard(spelling, locale)];
}
