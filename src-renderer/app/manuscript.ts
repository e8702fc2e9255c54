import type { ManuscriptView } from '../editor/manuscript-view.ts';

interface Manuscript {
  /** The view on the page, once there is one. */
  view: ManuscriptView | undefined;
  /** Settles when the composition that goes on now has ended. */
  compositionEnd(): Promise<void>;
  /** Called by the view when a composition has ended and its text is in. */
  compositionEnded(): void;
}

const waiting: (() => void)[] = [];

/** The window's one manuscript view, for the commands that scroll, focus or wait for it. */
export const manuscript: Manuscript = {
  view: undefined,
  compositionEnd: () => new Promise((resolve) => waiting.push(resolve)),
  compositionEnded() {
    for (const resolve of waiting.splice(0)) resolve();
  },
};
