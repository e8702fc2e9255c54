import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import type { AppWindow } from './app-window.ts';

/** Keeps a window whose unsaved guides the journal does not hold from closing without a word. */
export interface CloseGuard {
  /** Whether the window may close now; where not, the author is asked and `close` called in time. */
  mayClose(): boolean;
}

/** How long "save and close" waits for the page, and how often it looks (milliseconds). */
const saveWithinMs = 10_000;
/** How long a page has to send its last keystrokes; one that hangs has sent what it had. */
const answerWithinMs = 1_000;
const lookEveryMs = 50;
/** How long a slow disk has to take what is not saved, before the author is asked (F60). */
const keepWithinMs = 10_000;

/** `close` closes the window for good, `stay` is called when the author decides against it. */
export function createCloseGuard(options: {
  readonly window: Pick<AppWindow, 'dialogs' | 'emit' | 'unsaved'>;
  readonly locale: () => Promise<Locale>;
  /** Puts what is not saved on disk for the next start; false where it could not be written. */
  readonly keepAll: () => Promise<boolean>;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly close: () => void;
  readonly stay: () => void;
}): CloseGuard {
  const { window, locale, keepAll, wait, close, stay } = options;
  let state: 'open' | 'asking' | 'closing' = 'open';

  /** Lets the page send what it has not sent yet, then has it written; no question where that works. */
  async function keep(): Promise<boolean> {
    const before = window.unsaved;
    window.emit('window.closing', { saveFirst: false });
    for (
      let waited = 0;
      waited < answerWithinMs && window.unsaved === before;
      waited += lookEveryMs
    ) {
      await wait(lookEveryMs);
    }
    return Promise.race([keepAll(), wait(keepWithinMs).then(() => false)]);
  }

  async function ask(): Promise<boolean> {
    if (await keep().catch(() => false)) return true;
    const language = await locale();
    const answer = await window.dialogs.ask({
      kind: 'warning',
      message: translate(mainMessages, language, 'closingQuestion', {
        count: window.unsaved.length,
      }),
      detail: translate(mainMessages, language, 'closingDetail'),
      buttons: [
        translate(mainMessages, language, 'closingSave'),
        translate(mainMessages, language, 'closingDiscard'),
        translate(mainMessages, language, 'cancel'),
      ],
      cancel: 2,
    });
    if (answer !== 0) return answer === 1;
    window.emit('window.closing', { saveFirst: true });
    for (
      let waited = 0;
      waited < saveWithinMs && window.unsaved.length > 0;
      waited += lookEveryMs
    ) {
      await wait(lookEveryMs);
    }
    if (window.unsaved.length === 0) return true;
    const anyway = await window.dialogs.ask({
      kind: 'warning',
      message: translate(mainMessages, language, 'unsavedQuestion'),
      detail: translate(mainMessages, language, 'unsavedDetail'),
      buttons: [
        translate(mainMessages, language, 'backToWindow'),
        translate(mainMessages, language, 'closingDiscard'),
      ],
      cancel: 0,
    });
    return anyway === 1;
  }

  return {
    mayClose() {
      if (state === 'closing' || (state === 'open' && window.unsaved.length === 0)) return true;
      if (state === 'asking') return false;
      state = 'asking';
      ask().then(
        (yes) => {
          state = yes ? 'closing' : 'open';
          if (yes) close();
          else stay();
        },
        () => {
          state = 'open';
          stay();
        },
      );
      return false;
    },
  };
}
