import { Compartment, EditorState, type EditorSelection, type Extension } from '@codemirror/state';
import { drawSelection, EditorView } from '@codemirror/view';

const drawing = new Compartment();

function isPlainCaret({ ranges }: EditorSelection): boolean {
  return ranges.length === 1 && ranges[0]?.empty === true;
}

const drawn = drawSelection();

/** Draws the selection from the moment when it is more than a caret, and no longer than that. */
const followSelection = EditorState.transactionExtender.of((transaction) => {
  const wanted = isPlainCaret(transaction.newSelection) ? [] : drawn;
  const isThere = drawing.get(transaction.startState) === drawn;
  return isThere === (wanted === drawn) ? null : { effects: drawing.reconfigure(wanted) };
});

/**
 * Selections and further carets drawn by CodeMirror, which stay visible while another field has the
 * focus; a single caret is the browser's own. Drawing it costs each key a second layout and a new
 * animation, about a third of its time (measured by tracing).
 */
export function selectionDrawing(): Extension {
  return [
    drawing.of([]),
    followSelection,
    // The line of the caret is tinted only while nothing is selected: the tint would hide it.
    EditorView.editorAttributes.compute(['selection'], ({ selection }): Record<string, string> =>
      isPlainCaret(selection) ? { class: 'cm-plain-caret' } : {},
    ),
  ];
}
