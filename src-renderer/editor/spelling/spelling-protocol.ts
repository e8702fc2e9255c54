/** What the manuscript asks the worker that holds the dictionary. */
export type SpellingRequest =
  | { readonly type: 'check'; readonly words: readonly string[] }
  | { readonly type: 'suggest'; readonly id: number; readonly word: string };

/** What the worker answers: of the words asked for, those that are not in the dictionary; or suggestions. */
export type SpellingAnswer =
  | {
      readonly type: 'checked';
      readonly words: readonly string[];
      readonly wrong: readonly string[];
    }
  | { readonly type: 'suggested'; readonly id: number; readonly words: readonly string[] };
