import { fold } from '#core/text/fold';
import type { Term } from './vocabulary-model.ts';

const separators = /[、，,；;\r\n\t]/;

/** The words in a text that someone typed or pasted, apart at commas, 、 and line breaks; empty ones left out. */
export function splitWords(text: string): readonly string[] {
  return text
    .split(separators)
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Whether a text holds the end of a word, so that what comes before can be added. */
export function endsWord(text: string): boolean {
  return separators.test(text);
}

/** The list with words added at its end; those that it has already are left out. */
export function withWords(list: readonly string[], words: readonly string[]): readonly string[] {
  return [...new Set([...list, ...words])];
}

/** Words that a field offers among those given, by value or by label whatever the width and kana; and the rest. */
export function chooseOffered(
  words: readonly string[],
  terms: readonly Term[],
): { readonly offered: readonly string[]; readonly rest: readonly string[] } {
  const offered: string[] = [];
  const rest: string[] = [];
  for (const word of words) {
    const wanted = fold(word);
    const term =
      terms.find(({ id }) => id === word) ??
      terms.find(({ id, label }) => fold(id) === wanted || fold(label) === wanted);
    if (term) offered.push(term.id);
    else rest.push(word);
  }
  return { offered, rest };
}
