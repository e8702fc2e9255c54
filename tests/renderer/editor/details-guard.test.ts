import {
  cursorCharLeft,
  cursorDocStart,
  cursorLineUp,
  deleteCharBackward,
  deleteGroupBackward,
  moveLineUp,
  selectAll,
  selectCharLeft,
} from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { detailsFoldField, foldDetails } from '../../../src-renderer/editor/details-fold.ts';
import {
  createManuscriptView,
  type ManuscriptView,
} from '../../../src-renderer/editor/manuscript-view.ts';
import { openText } from './open-text.ts';

const details = '---json\n{\n  "slug": "nurse"\n}\n---\n';
const guide = `${details}\n# 看護師\n\n本文\n`;
const heading = guide.indexOf('# 看護師');

let shown: ManuscriptView | undefined;

afterEach(() => {
  shown?.destroy();
  document.body.replaceChildren();
});

function open(text: string) {
  const parent = document.createElement('div');
  document.body.append(parent);
  const none = (): void => undefined;
  shown = createManuscriptView(parent, { onUpdate: none, onScroll: none, onCompositionEnd: none });
  const session = openText(text);
  shown.show(session);
  const view = EditorView.findFromDOM(parent)!;
  const type = (insert: string, event = 'input.type'): void => {
    const { from, to } = view.state.selection.main;
    const selection = { anchor: from + insert.length };
    view.dispatch({ changes: { from, to, insert }, selection, userEvent: event });
  };
  const caret = (): number => session.state.selection.main.head;
  const isFolded = (): boolean => session.state.field(detailsFoldField).folded;
  return { session, view, type, caret, isFolded };
}

test('[P1] a guide opened for the first time has its caret on its heading, below the folded details', () => {
  const { session, type, isFolded } = open(guide);
  expect(session.state.selection.main).toMatchObject({ anchor: heading, head: heading });
  expect(isFolded()).toBe(true);
  type('新');
  expect(session.text()).toBe(guide.replace('# 看護師', '新# 看護師'));
  session.undo();
  expect(session.text()).toBe(guide);
});

test.each([
  ['without details', '# 題\n', 0],
  ['with details that nothing closes', '---json\n{\n# 題\n', 0],
  ['with nothing below its details', details, details.length],
  ['with blank lines only', `${details}\n\n`, details.length],
])('a guide %s begins where it can be written in', (_, text, at) => {
  expect(open(text).caret()).toBe(at);
});

test('no key brings the caret onto the line of the folded details', () => {
  const { view, caret, isFolded } = open(guide);
  for (const command of [cursorDocStart, cursorCharLeft, cursorLineUp, cursorDocStart]) {
    command(view);
    expect(caret()).toBe(details.length);
  }
  view.dispatch({ selection: { anchor: details.length - 1 }, userEvent: 'select.pointer' });
  expect(caret()).toBe(details.length);
  selectCharLeft(view);
  expect(view.state.selection.main.empty).toBe(true);
  expect(isFolded()).toBe(true);
});

test('[P1] what is taken away or moved at the top of the body stops at the folded details', () => {
  const { session, view } = open(`${details}# 看護師\n本文\n`);
  for (const command of [deleteCharBackward, deleteGroupBackward, moveLineUp]) {
    command(view);
    expect(session.text()).toBe(`${details}# 看護師\n本文\n`);
  }
});

test.each(['input.type', 'input.type.compose', 'input.paste'])(
  '[P1] what comes in beside the folded details nevertheless (%s) opens them, so that it is seen',
  (event) => {
    const { session, view, isFolded } = open(details.trimEnd());
    // Nothing is below them: there is no other place for the caret.
    view.dispatch({ selection: { anchor: session.length } });
    expect(isFolded()).toBe(true);
    view.dispatch({ changes: { from: session.length, insert: 'あ' }, userEvent: event });
    expect(session.text()).toBe(`${details.trimEnd()}あ`);
    expect(isFolded()).toBe(false);
  },
);

test('who selects everything sees the details go, and has them back by undo', () => {
  const { session, view, type } = open(guide);
  selectAll(view);
  type('全部');
  expect(session.text()).toBe('全部');
  session.undo();
  expect(session.text()).toBe(guide);
});

test('in open details every place can be reached, and folding them brings the caret below', () => {
  const { session, view, caret, isFolded } = open(guide);
  view.dispatch({ effects: foldDetails.of(false) });
  cursorDocStart(view);
  expect(caret()).toBe(0);
  view.dispatch({ changes: { from: 0, insert: 'x' }, userEvent: 'input.type' });
  session.undo();
  view.dispatch({ effects: foldDetails.of(true), selection: { anchor: 0 } });
  expect(isFolded()).toBe(true);
  expect(caret()).toBe(details.length);
});

test('the form, a fix and a field of the details reach them as before', () => {
  const { session, isFolded } = open(guide);
  const from = guide.indexOf('nurse');
  session.edit([{ from, to: from + 5, insert: 'doctor' }], 'form');
  expect(session.text()).toBe(guide.replace('nurse', 'doctor'));
  expect(isFolded()).toBe(true);
});
