import type { StateCommand } from '@codemirror/state';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';

/**
 * Runs a command of the editor on the guide in front and gives the manuscript the focus. Nothing happens
 * while an input method composes: menu and palette can be reached then, and the text is not done.
 */
export function runInManuscript(command: StateCommand): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session || session.composing) return;
  command({ state: session.state, dispatch: (transaction) => session.dispatch(transaction) });
  manuscript.view?.focus();
}
