import { type EditorState, type Range, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** A word of the manuscript that is not in the dictionary; UTF-16 offsets. */
export interface Misspelling {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Replaces the misspellings that are shown. */
export const setMisspellings = StateEffect.define<readonly Misspelling[]>();

/** Lets a word pass in this guide, as long as it is open. */
export const passWord = StateEffect.define<string>();

const underline = (word: string): Decoration => Decoration.mark({ class: 'cm-misspelling', word });

function wordOf({ spec }: Decoration): string {
  return (spec as { readonly word: string }).word;
}

/** Misspellings on the lines in sight; a word that a change touches is none until it is looked up again. */
export const misspellingsField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    let next = shown;
    if (transaction.docChanged && shown.size > 0) {
      next = shown.map(transaction.changes);
      transaction.changes.iterChangedRanges((_fromA, _toA, fromB, toB) => {
        next = next.update({ filterFrom: fromB, filterTo: toB, filter: () => false });
      });
    }
    for (const effect of transaction.effects) {
      if (!effect.is(setMisspellings)) continue;
      const marks: Range<Decoration>[] = effect.value.map(({ word, from, to }) =>
        underline(word).range(from, to),
      );
      next = RangeSet.of(marks, true);
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Words that the author let pass in this guide. */
export const passedWords = StateField.define<ReadonlySet<string>>({
  create: () => new Set(),
  update(words, { effects }) {
    const passed = effects.flatMap((effect) => (effect.is(passWord) ? [effect.value] : []));
    return passed.length === 0 ? words : new Set([...words, ...passed]);
  },
});

/** The misspelling at an offset, if there is one. */
export function misspellingAt(state: EditorState, offset: number): Misspelling | undefined {
  let found: Misspelling | undefined;
  state.field(misspellingsField, false)?.between(offset, offset, (from, to, mark) => {
    found = { word: wordOf(mark), from, to };
    return false;
  });
  return found;
}
