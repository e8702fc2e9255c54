import type { Localized } from '../messages/messages.ts';

/** Whose text stands in a place: one of the two, both, or one that the author has written for it. */
export type MergeChoice = 'mine' | 'theirs' | 'both' | { readonly own: string };

/** Where a place is: in a field, in the lines of details that cannot be read, or in the body. */
export type MergeWhere =
  | { readonly kind: 'field'; readonly pointer: string; readonly label: Localized }
  | {
      readonly kind: 'lines' | 'body';
      /** From 1, in the text of mine; where mine has nothing, the line that it would stand before. */
      readonly line: number;
      /** The heading above it, without its marks; `undefined` before the first one. */
      readonly heading?: string;
    };

/** One place that at least one side has changed; a text is `undefined` where that side has nothing there. */
export interface MergePlace {
  /** Names it in the choices. */
  readonly id: number;
  readonly where: MergeWhere;
  /** Values of fields are JSON, as written. */
  readonly base: string | undefined;
  readonly mine: string | undefined;
  readonly theirs: string | undefined;
  /** What both together are, where that makes sense; JSON in a field. */
  readonly both: string | undefined;
  /** What is taken as long as the author says nothing; `undefined`: the author has to choose. */
  readonly taken: 'mine' | 'theirs' | 'both' | undefined;
}

/** What the author has chosen, by the ids of places. */
export type MergeChoices = ReadonlyMap<number, MergeChoice>;

/** What stands in a place: the choice of the author, else what is taken by itself, else mine. */
export function choiceOf(place: MergePlace, choices: MergeChoices): MergeChoice {
  return choices.get(place.id) ?? place.taken ?? 'mine';
}
