import { completionStatus, currentCompletions } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';
import { expect, it, vi } from 'vitest';
import { askForCompletion } from '../../../../src-renderer/editor/completion/completion.ts';
import { openManuscript } from './open-manuscript.ts';

const settle = (ms = 250): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Text that an input method has in the line, not yet decided. */
function compose(view: EditorView, text: string): void {
  const { from } = view.state.selection.main;
  view.dispatch({
    changes: { from, insert: text },
    selection: { anchor: from + text.length },
    userEvent: 'input.type.compose',
  });
}

const start = (view: EditorView) =>
  view.contentDOM.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }));
const end = (view: EditorView) =>
  view.contentDOM.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));

it('[P9] opens nothing while a word is composed, and the list of the word once it is there', async () => {
  const { view } = openManuscript('[x](|)\n');
  start(view);
  compose(view, 'カンゴ');
  expect(askForCompletion(view)).toBe(false);
  await settle();
  expect(completionStatus(view.state)).toBe(null);
  end(view);
  await vi.waitFor(() => expect(completionStatus(view.state)).toBe('active'));
  expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(['Nurse']);
});

it('[P9] an open list neither takes a key nor closes while a word is composed, and follows the word after it', async () => {
  const manuscript = openManuscript('[x](|)\n');
  const { view } = manuscript;
  askForCompletion(view);
  await manuscript.options();
  await settle(100);
  start(view);
  compose(view, 'つな');
  for (const key of ['Enter', 'Tab', 'Escape', 'ArrowDown']) {
    view.contentDOM.dispatchEvent(
      new KeyboardEvent('keydown', { key, isComposing: true, keyCode: 229, bubbles: true }),
    );
  }
  await settle();
  expect(manuscript.session.text()).toBe('[x](つな)\n');
  expect(view.dom.querySelector('.cm-completions')).not.toBe(null);
  end(view);
  await vi.waitFor(() =>
    expect(currentCompletions(view.state).map(({ label }) => label)).toEqual(['Network Engineer']),
  );
});
