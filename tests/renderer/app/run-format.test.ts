import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CommandId } from '#core/commands/commands';
import { formatCommands } from '#core/commands/format-commands';
import { tableCommands } from '#core/commands/table-commands';
import { openGuide } from '../../../src-renderer/app/guide-actions.ts';
import { manuscript } from '../../../src-renderer/app/manuscript.ts';
import { commandRunner } from '../../../src-renderer/app/run-command.ts';
import { removeAllSessions, sessionOf } from '../../../src-renderer/app/sessions.ts';
import { createManuscriptView } from '../../../src-renderer/editor/manuscript-view.ts';
import type { OpenSession } from '../../../src-renderer/editor/open-session.ts';
import { useDocumentsStore } from '../../../src-renderer/stores/documents-store.ts';
import { useToastStore } from '../../../src-renderer/stores/toast-store.ts';
import { noContext } from '../editor/open-text.ts';

const path = 'guides/nurse.md';
const text =
  '---json\n{\n  "slug": "a"\n}\n---\n# 題\n\n重点です。\n\n| あ | い |\n| --- | --- |\n| う | え |\n';

const nothing = (): void => undefined;
const run = commandRunner({
  editor: () => noContext,
  showField: nothing,
  toOtherView: nothing,
  focusRegion: nothing,
  focusFilter: nothing,
});

/** Opens the guide as the window does, with the caret behind some words. */
async function open(words: string, readOnly?: 'not-utf8'): Promise<OpenSession> {
  vi.stubGlobal('app', {
    request: (method: string) =>
      Promise.resolve({
        ok: true,
        value:
          method === 'guide.open'
            ? { path, text, bom: false, hash: 'h', ...(readOnly ? { readOnly } : {}) }
            : null,
      }),
  });
  await openGuide(path, noContext);
  const session = sessionOf(path)!;
  manuscript.view?.show(session);
  session.dispatch({ selection: { anchor: text.indexOf(words) + words.length } });
  return session;
}

beforeEach(() => {
  const parent = document.body.appendChild(document.createElement('div'));
  manuscript.view = createManuscriptView(parent, {
    onUpdate: nothing,
    onScroll: nothing,
    onCompositionEnd: nothing,
  });
});

afterEach(() => {
  manuscript.view?.destroy();
  manuscript.view = undefined;
  removeAllSessions();
  useDocumentsStore.setState({ documents: [], active: undefined });
  useToastStore.setState({ toasts: [] });
  document.body.replaceChildren();
  vi.unstubAllGlobals();
});

const ids: readonly CommandId[] = [...formatCommands, ...tableCommands].map(({ id }) => id);
const told = (): readonly string[] => useToastStore.getState().toasts.map((toast) => toast.text);

// An image is asked about first: tests/renderer/app/image-insertion.test.tsx.
const atOnce = formatCommands.map(({ id }) => id).filter((id) => id !== 'format.image');

test.each(atOnce)('%s changes the guide in front', async (id) => {
  // The simulated page tells of a selection while it is made, which no browser does: no view here.
  manuscript.view?.destroy();
  manuscript.view = undefined;
  const session = await open('重');
  // There is nothing to take off here.
  if (id === 'format.paragraph') session.dispatch({ selection: { anchor: text.indexOf('# 題') } });
  run(id);
  expect(session.text()).not.toBe(text);
  session.undo();
  expect(session.text()).toBe(text);
});

test.each(ids)('[P9] %s does nothing from the first moment of a composition on', async (id) => {
  const session = await open('あ');
  const content = EditorView.findFromDOM(document.body.querySelector<HTMLElement>('.cm-editor')!)!;
  content.contentDOM.dispatchEvent(new CompositionEvent('compositionstart'));
  expect(session.composing).toBe(true);
  const before = session.state;
  run(id);
  expect([session.state, told()]).toEqual([before, []]);
});

test('[P9] undo and redo leave a word alone that is being composed', async () => {
  const session = await open('重点');
  session.dispatch({ changes: { from: text.length, insert: '追記' }, userEvent: 'input.type' });
  const content = document.body.querySelector('.cm-content')!;
  content.dispatchEvent(new CompositionEvent('compositionstart'));
  run('edit.undo');
  expect(session.text()).toBe(`${text}追記`);
  content.dispatchEvent(new CompositionEvent('compositionend'));
  run('edit.undo');
  expect(session.text()).toBe(text);
});

test.each(ids)('%s leaves a read-only guide alone', async (id) => {
  const session = await open('あ', 'not-utf8');
  run(id);
  expect(session.text()).toBe(text);
});

test.each(atOnce)('[P1] %s says why it does nothing in the guide details', async (id) => {
  const session = await open('"slug');
  run(id);
  expect(session.text()).toBe(text);
  expect(told()).toEqual([expect.stringContaining('記事情報の中では書式を付けられません')]);
});
