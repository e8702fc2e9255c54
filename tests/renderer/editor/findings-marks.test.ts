import { EditorView } from '@codemirror/view';
import { afterEach, expect, it, vi } from 'vitest';
import { setFindings } from '../../../src-renderer/editor/findings.ts';
import { finding } from '../finding-fixture.ts';
import { openText } from './open-text.ts';

let view: EditorView | undefined;
afterEach(() => {
  view?.destroy();
  vi.useRealTimers();
});

function show(text: string): EditorView {
  view = new EditorView({ state: openText(text).state, parent: document.body });
  return view;
}

const marked = (shown: EditorView): (string | null)[] =>
  [...shown.contentDOM.querySelectorAll('[class*="sq-"]')].map((mark) => mark.textContent);

it('[P5] a finding is underlined at its place, and the mark moves with the text', () => {
  const shown = show('はじめの行\nつぎの行\n');
  shown.dispatch({ effects: setFindings.of([finding('x', { from: 6, to: 8 })]) });
  expect(marked(shown)).toEqual(['つぎ']);
  shown.dispatch({ changes: { from: 0, insert: 'あ' }, selection: { anchor: 1 } });
  expect(marked(shown)).toEqual(['つぎ']);
  expect(shown.dom.querySelectorAll('.cm-findings-gutter .cm-mark')).toHaveLength(1);
});

it('marks on the line that is typed in wait for a pause, however long the typing', () => {
  vi.useFakeTimers();
  const shown = show('はじめの行\nつぎの行\n');
  const found = finding('x', { from: 0, to: 3 });
  shown.dispatch({ effects: setFindings.of([found]) });
  const type = () =>
    shown.dispatch({ changes: { from: 5, insert: '。' }, selection: { anchor: 6 } });
  type();
  expect(marked(shown)).toEqual([]);
  vi.advanceTimersByTime(300);
  type();
  shown.dispatch({ effects: setFindings.of([found]) });
  vi.advanceTimersByTime(300);
  expect(marked(shown)).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(marked(shown)).toEqual(['はじめ']);
});
