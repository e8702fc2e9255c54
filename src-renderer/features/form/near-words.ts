import { fold } from '#core/text/fold';
import { createNearWords, type NearWords } from '#core/text/near-duplicate';
import type { Term } from './vocabulary-model.ts';

/** A word of a list that was probably meant to be another one. */
export interface NearNote {
  readonly word: string;
  readonly near: Term;
  /** Place of the word in the list, from 0; `undefined` while it is only typed. */
  readonly index: number | undefined;
  /** The other word stands in this very list. */
  readonly here: boolean;
}

/** The words that a field offers, ready for comparing. */
export interface KnownWords {
  readonly terms: ReadonlyMap<string, Term>;
  readonly near: NearWords;
}

/** Makes the words of a field comparable; worth keeping while they are the same. */
export function toKnownWords(terms: readonly Term[]): KnownWords {
  return {
    terms: new Map(terms.map((term) => [term.id, term])),
    near: createNearWords(terms.map(({ id }) => id)),
  };
}

/**
 * Words of a list, and the one being typed, that differ from a known word or from an earlier one of the
 * list by how they are written. A word of the vocabulary itself is never one, and of two words in use the
 * less used one is.
 */
export function nearNotes(
  list: readonly string[],
  typed: string,
  { terms, near }: KnownWords,
): readonly NearNote[] {
  const inList = createNearWords(list);
  const termOf = (id: string): Term => terms.get(id) ?? { id, label: id, uses: 0, listed: false };
  const noteFor = (word: string, index: number | undefined): NearNote | undefined => {
    const { listed, uses } = termOf(word);
    if (listed) return undefined;
    const isBetter = (candidate: string): boolean => {
      const other = termOf(candidate);
      if (other.listed) return true;
      const at = list.indexOf(candidate);
      if (at === -1) return other.uses >= Math.max(1, uses);
      return index === undefined || at < index ? other.uses >= uses : other.uses > uses;
    };
    const found = near.find(word, isBetter) ?? inList.find(word, isBetter);
    if (found === undefined) return undefined;
    return { word, near: termOf(found), index, here: list.includes(found) };
  };
  const notes = list.map((word, index) =>
    list.indexOf(word) === index ? noteFor(word, index) : undefined,
  );
  // What begins another word may become it: that one is offered while typing goes on.
  const word = typed.trim();
  const last = word === '' || list.includes(word) ? undefined : noteFor(word, undefined);
  if (last && !fold(last.near.id).startsWith(fold(word))) notes.push(last);
  return notes.filter((note) => note !== undefined);
}
