import { isolateHistory, redo, undo } from '@codemirror/commands';
import { Transaction } from '@codemirror/state';
import { smallestEdit } from '#core/document/edit-details';
import type { TextEdit } from '#core/document/text-edit';
import type { OpenedGuide } from '#core/ipc/contract';
import type { JournalChange } from '#core/recovery/journal-record';
import { isUnsaved, lastHash, type RecoveredGuide } from '#core/recovery/recovered-guide';
import { readLineEnds, restoreLineEnds } from '#core/text/line-ends';
import type { EditorContext } from './editor-context.ts';
import { setLineEnds } from './line-ends-field.ts';
import { openSession, type OpenSession } from './open-session.ts';

/** A guide brought back from the journal. */
export interface ReplayedGuide {
  readonly session: OpenSession;
  /** Every change came back as it was made, so that the journal can be written on. */
  readonly whole: boolean;
  /** When the last change was made, in milliseconds since 1970; `undefined` where there is none. */
  readonly lastAt: number | undefined;
  /** Where the last change ends (UTF-16 offset); `undefined` where there is none. */
  readonly lastTo: number | undefined;
}

function isSame(a: readonly TextEdit[], b: readonly TextEdit[]): boolean {
  return (
    a.length === b.length &&
    a.every((edit, index) => {
      const other = b[index];
      return edit.from === other?.from && edit.to === other.to && edit.insert === other.insert;
    })
  );
}

/** Where a change ends in the text after it. */
function endOf({ edits }: JournalChange): number | undefined {
  const last = edits.at(-1);
  if (!last) return undefined;
  const before = edits.slice(0, -1);
  const shift = before.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  return last.from + shift + last.insert.length;
}

function textOfBase({ base }: RecoveredGuide): string {
  const { dominant, exceptions } = base.lineEnds;
  return restoreLineEnds(base.text, dominant, exceptions);
}

/** Makes one change again; by the history itself where it came from there, so that it can be gone through on. */
function makeAgain(session: OpenSession, change: JournalChange): void {
  if (change.event === 'undo' || change.event === 'redo') {
    const step = change.event === 'undo' ? undo : redo;
    let taken: Transaction | undefined;
    step({ state: session.state, dispatch: (transaction) => (taken = transaction) });
    const edits: TextEdit[] = [];
    taken?.changes.iterChanges((from, to, _fromB, _toB, inserted) => {
      edits.push({ from, to, insert: inserted.toString() });
    });
    if (taken && isSame(edits, change.edits)) return session.dispatch(taken);
  }
  session.dispatch({
    changes: change.edits,
    ...(change.lineEnds ? { effects: setLineEnds.of(change.lineEnds) } : {}),
    ...(change.event === undefined ? {} : { userEvent: change.event }),
    annotations: [
      Transaction.time.of(change.at),
      ...(change.isolate === undefined ? [] : [isolateHistory.of(change.isolate)]),
    ],
    selection: undefined,
    filter: false,
  });
}

/**
 * Brings a guide back as its journal has it: text, history of undo and what is saved of it. `disk` is the
 * file as it is now, `undefined` where it is gone; its text is never touched, and where it is none that the
 * guide ever had, the guide is left as one that was changed outside.
 */
export function replayJournal(
  guide: RecoveredGuide,
  disk: OpenedGuide | undefined,
  context: EditorContext,
): ReplayedGuide {
  const { path, base, changes, saves } = guide;
  // A text that was unsaved from the start is compared with the file as it is, whatever it is by now: it
  // must never pass for a saved one.
  const known = { path, text: textOfBase(guide), bom: base.bom, hash: base.hash };
  const text = base.unsaved ? (disk?.text ?? '') : known.text;
  const { readOnly } = disk ?? {};
  const opened: OpenedGuide = { ...known, text, ...(readOnly === undefined ? {} : { readOnly }) };
  const session = openSession(opened, context);
  if (base.unsaved) {
    const edits = smallestEdit(session.text(), base.text);
    session.dispatch({
      changes: [...edits],
      effects: setLineEnds.of(base.lineEnds),
      userEvent: 'input.recover',
      filter: false,
    });
  }
  const saveAt = new Map(saves.map(({ after, hash }) => [after, hash]));
  // The file may have a text of ours all the same: one that was saved just before the end, when the journal
  // had not heard of it yet.
  const unheard =
    disk === undefined || disk.hash === lastHash(guide)
      ? undefined
      : { ...disk, length: readLineEnds(disk.text).text.length };
  let isUnheard = false;
  let made = 0;
  const mark = (): void => {
    const hash = saveAt.get(made) ?? (made === 0 ? undefined : changes[made - 1]?.hash);
    if (hash !== undefined) {
      session.markSaved(hash);
      isUnheard = false;
    }
    if (
      unheard?.length === session.length &&
      unheard.bom === session.bom &&
      unheard.text === session.fileText()
    ) {
      session.markSaved(unheard.hash);
      isUnheard = true;
    }
  };
  mark();
  try {
    for (const change of changes) {
      makeAgain(session, change);
      made += 1;
      mark();
    }
  } catch (error) {
    // A change that does not fit the text any more: what came before it is still the author's.
    if (!(error instanceof RangeError)) throw error;
  }
  const last = changes[made - 1];
  if (made === changes.length && !isUnheard) session.baseHash = lastHash(guide);
  return {
    session,
    whole: made === changes.length,
    lastAt: isUnsaved(guide) && session.unsaved ? last?.at : undefined,
    lastTo: last && endOf(last),
  };
}
