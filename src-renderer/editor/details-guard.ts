import {
  type ChangeSet,
  EditorSelection,
  EditorState,
  type Extension,
  type StateEffect,
  Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { detailsFoldField, foldDetails } from './details-fold.ts';
import { type Head, headField } from './head-field.ts';

/** What the author does by hand at the caret; commands, the form and fixes know the details themselves. */
const byHand =
  /^(?:input(?:\.(?:type(?:\.compose.*)?|paste|drop|indent|copyline))?|delete(?:\..+)?|move\.line)$/;

// Blank lines looked at for the first line of the body; whoever leaves more of them stands in them.
const MOST_BLANK = 20;

/** Where writing goes on in a guide that nobody has left a caret in: its first line after the guide details. */
export function bodyStart(state: EditorState): number {
  const { bodyFrom, closed } = state.field(headField);
  if (!closed) return 0;
  const first = state.doc.lineAt(bodyFrom).number;
  const last = Math.min(state.doc.lines, first + MOST_BLANK);
  for (let number = first; number <= last; number += 1) {
    const { from, text } = state.doc.line(number);
    if (text.trim() !== '') return Math.max(from, bodyFrom);
  }
  return bodyFrom;
}

function isFolded({ startState, effects }: Transaction): boolean {
  let { folded } = startState.field(detailsFoldField);
  for (const effect of effects) if (effect.is(foldDetails)) folded = effect.value;
  return folded;
}

/** Keeps carets off the line of the folded details: what is typed there would break a fence that nobody sees. */
function besideDetails({ to, bodyFrom }: Head, { main, ranges, mainIndex }: EditorSelection) {
  const moved = ranges.map(({ anchor, head, empty }) => {
    const place = (at: number): number => (at === to || (empty && at === 0) ? bodyFrom : at);
    return EditorSelection.range(place(anchor), place(head));
  });
  const isSame = moved.every(({ anchor, head }, index) => {
    const before = ranges[index];
    return before?.anchor === anchor && before.head === head;
  });
  if (isSame) return undefined;
  return { selection: EditorSelection.create(moved, mainIndex), reachedTop: main.head <= to };
}

function isInsertion(changes: ChangeSet): boolean {
  let only = true;
  changes.iterChanges((from, to) => (only &&= from === to));
  return only;
}

/** What is done by hand never reaches into folded details: it stops at them, or opens them where nothing else can be. */
function guardChange(
  transaction: Transaction,
  { to }: Head,
): TransactionSpec | readonly TransactionSpec[] {
  const event = transaction.annotation(Transaction.userEvent);
  if (event === undefined || !byHand.test(event)) return transaction;
  // Whoever has selected the chip sees what goes.
  const { ranges } = transaction.startState.selection;
  if (ranges.some((range) => range.from === 0 && range.to >= to)) return transaction;
  if (!isInsertion(transaction.changes)) {
    // A composition that is refused its text would be broken.
    if (!event.startsWith('input.type.compose')) return [];
  }
  return [transaction, { effects: foldDetails.of(false) }];
}

/** Folded guide details are as the top of the text: the caret stops below them, and nothing is typed into them. */
export function detailsGuard(): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged && !transaction.selection) return transaction;
    const head = transaction.startState.field(headField);
    if (!head.closed || !isFolded(transaction)) return transaction;
    if (transaction.docChanged && transaction.changes.touchesRange(0, head.to)) {
      return guardChange(transaction, head);
    }
    // Without a line below them there is no other place; what is typed there opens the details.
    if (!transaction.selection || head.bodyFrom === head.to) return transaction;
    const moved = besideDetails(head, transaction.selection);
    if (moved === undefined) return transaction;
    const { selection, reachedTop } = moved;
    const effects: StateEffect<unknown>[] =
      transaction.scrollIntoView && reachedTop ? [EditorView.scrollIntoView(0)] : [];
    return [transaction, { selection, effects, sequential: true }];
  });
}
