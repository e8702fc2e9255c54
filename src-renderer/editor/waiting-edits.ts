import type { ChangeDesc } from '@codemirror/state';
import type { TextEdit } from '#core/document/text-edit';
import { mapEdits } from './findings.ts';

/** Edits that came while an input method composed; `edits` is `undefined` where they no longer apply. */
export interface WaitingEdit {
  readonly edits: readonly TextEdit[] | undefined;
  readonly userEvent: string;
}

/** Edits from outside the manuscript that wait until its composition is over, in the order they came. */
export interface WaitingEdits {
  add(edits: readonly TextEdit[], userEvent: string): void;
  /** Moves what waits with a change of the text; what it touches is lost. */
  follow(changes: ChangeDesc): void;
  /** The next one, taken out; `undefined` when none waits. */
  take(): WaitingEdit | undefined;
}

/** Makes an empty queue; offsets in it are always those of the text as it is now. */
export function createWaitingEdits(): WaitingEdits {
  let queue: readonly WaitingEdit[] = [];
  return {
    add(edits, userEvent) {
      queue = [...queue, { edits, userEvent }];
    },
    follow(changes) {
      if (changes.empty || queue.length === 0) return;
      queue = queue.map(({ edits, userEvent }) => ({
        edits: edits && mapEdits(edits, changes),
        userEvent,
      }));
    },
    take() {
      const [next, ...rest] = queue;
      queue = rest;
      return next;
    },
  };
}
