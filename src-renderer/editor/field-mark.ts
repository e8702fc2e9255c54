import {
  type EditorState,
  type Extension,
  type Range,
  StateEffect,
  StateField,
} from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { TextRange } from '#core/document/pointer';

/** Marks the value that is being edited in the form; `undefined` takes the mark away. */
export const setFieldMark = StateEffect.define<TextRange | undefined>();

const value = Decoration.mark({ class: 'cm-field-value' });
const line = Decoration.line({ class: 'cm-field-line' });

/** The marked value; it takes in what the form writes into it, and goes when the caret goes elsewhere. */
const fieldMarkField = StateField.define<TextRange | undefined>({
  create: () => undefined,
  update(mark, transaction) {
    let next = mark;
    if (mark && transaction.docChanged) {
      const from = transaction.changes.mapPos(mark.from, -1);
      const to = transaction.changes.mapPos(mark.to, 1);
      next = from < to ? { from, to } : undefined;
    }
    if (next && transaction.selection) {
      const { head } = transaction.newSelection.main;
      if (head < next.from || head > next.to) next = undefined;
    }
    for (const effect of transaction.effects) if (effect.is(setFieldMark)) next = effect.value;
    if (next && next.to > transaction.newDoc.length) next = undefined;
    return next;
  },
  provide: (field) =>
    EditorView.decorations.compute([field, 'doc'], (state) => decorate(state, state.field(field))),
});

function decorate({ doc }: EditorState, mark: TextRange | undefined): DecorationSet {
  if (!mark || mark.to <= mark.from) return Decoration.none;
  const ranges: Range<Decoration>[] = [value.range(mark.from, mark.to)];
  const last = doc.lineAt(mark.to).number;
  for (let number = doc.lineAt(mark.from).number; number <= last; number += 1) {
    ranges.push(line.range(doc.line(number).from));
  }
  return Decoration.set(ranges, true);
}

/** Where the value that is being edited in the form stands; `undefined` while none is marked. */
export function fieldMark(state: EditorState): TextRange | undefined {
  return state.field(fieldMarkField);
}

/** Shows in the manuscript which value the form is editing; never opens folded guide details. */
export function fieldMarks(): Extension {
  return fieldMarkField;
}
