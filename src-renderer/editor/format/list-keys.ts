import {
  deleteMarkupBackward,
  insertNewlineContinueMarkupCommand,
} from '@codemirror/lang-markdown';
import {
  ChangeSet,
  type Extension,
  Prec,
  type StateCommand,
  type Transaction,
} from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { indentItems } from './indent-items.ts';

// An empty item ends its list at once, also where it is the second; CodeMirror would loosen the list.
const continueMarkup = insertNewlineContinueMarkupCommand({ nonTightLists: false });

/** Whether an empty item went away without a line in its place. */
function hasEndedList({ startState, newDoc, newSelection }: Transaction): boolean {
  const line = newDoc.lineAt(newSelection.main.head);
  const isSingle = newSelection.ranges.length === 1;
  const isEmpty = line.text === '' && newDoc.lines === startState.doc.lines;
  return isSingle && isEmpty && line.number > 1 && newDoc.line(line.number - 1).text.trim() !== '';
}

/**
 * Enter goes on with the list or quotation of its line; in an empty item it ends the list, with the empty
 * line without which the next words would still belong to it.
 */
const continueList: StateCommand = ({ state, dispatch }) => {
  if (state.readOnly) return false;
  let done: Transaction | undefined;
  const isMine = continueMarkup({
    state,
    dispatch: (transaction) => {
      done = transaction;
    },
  });
  if (!isMine || !done) return false;
  if (!hasEndedList(done)) {
    dispatch(done);
    return true;
  }
  const { head } = done.newSelection.main;
  const line = ChangeSet.of({ from: head, insert: '\n' }, done.newDoc.length);
  dispatch(
    state.update({
      changes: done.changes.compose(line),
      selection: { anchor: head + 1 },
      userEvent: 'input',
      scrollIntoView: true,
    }),
  );
  return true;
};

function unlessComposing(command: StateCommand): (view: EditorView) => boolean {
  return (view) => !view.compositionStarted && command(view);
}

/** Enter, Backspace and Tab in lists and quotations. */
export function listKeys(): Extension {
  return Prec.high(
    keymap.of([
      { key: 'Enter', run: unlessComposing(continueList) },
      { key: 'Backspace', run: unlessComposing(deleteMarkupBackward) },
      {
        key: 'Tab',
        run: unlessComposing(indentItems(1)),
        shift: unlessComposing(indentItems(-1)),
      },
    ]),
  );
}
