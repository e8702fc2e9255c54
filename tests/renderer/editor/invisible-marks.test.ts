import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { changeContext } from '../../../src-renderer/editor/extensions.ts';
import { invisibleName } from '../../../src-renderer/editor/invisible-names.ts';
import { noContext, openText } from './open-text.ts';

let view: EditorView | undefined;

afterEach(() => view?.destroy());

function show(text: string): EditorView {
  view?.destroy();
  view = new EditorView({ state: openText(text).state, parent: document.body });
  return view;
}

/** What is marked on the lines in sight, as `kind:text`. */
function marks(shown: EditorView): string[] {
  return [...shown.contentDOM.querySelectorAll('.cm-unseen, .cm-blank')].map((mark) => {
    const kind = /cm-(unseen|blank-\w+)/.exec(mark.className)?.[1] ?? '';
    return `${kind}:${mark.textContent}`;
  });
}

test('[T24] a control of direction is shown by its name in place of itself, so that it turns nothing', () => {
  const shown = show('値段は\u202e円001\u202cです\n');
  expect(marks(shown)).toEqual(['unseen:RLO', 'unseen:PDF']);
  const line = shown.contentDOM.querySelector('.cm-line');
  expect(line?.textContent).toBe('値段はRLO円001PDFです');
  const mark = shown.contentDOM.querySelector<HTMLElement>('.cm-unseen');
  expect(mark?.getAttribute('role')).toBe('img');
  expect(mark?.getAttribute('aria-label')).toBe('右から左に並べ替える印（U+202E）');
  expect(mark?.dataset.tip).toBe('右から左に並べ替える印（U+202E）');
  expect(shown.state.doc.toString()).toBe('値段は\u202e円001\u202cです\n');
});

test('blanks that look alike are marked, emoji and keycaps are not', () => {
  expect(marks(show('全角\u3000空白\u00a0と\u2003 1️⃣👩‍👩‍👧葛\u{e0100} です\n'))).toEqual([
    'blank-wide:\u3000',
    'blank-other:\u00a0',
    'blank-other:\u2003',
  ]);
});

test('spaces at the end of a line and tabs are marked one by one, spaces between words are not', () => {
  expect(marks(show('改行  \na b\tc\n    \n一 \n'))).toEqual([
    ...['blank-end: ', 'blank-end: ', 'blank-tab:\t'],
    ...['blank-end: ', 'blank-end: ', 'blank-end: ', 'blank-end: ', 'blank-end: '],
  ]);
  const tips = [...(view?.contentDOM.querySelectorAll<HTMLElement>('.cm-blank') ?? [])];
  expect(tips[0]?.dataset.tip).toContain('サイトでも改行');
  expect(tips.at(-1)?.dataset.tip).toBe('行末の空白');
});

test('the setting takes away marks of ordinary blanks only, at once and in another language', () => {
  const shown = show('行末  \n\t全角\u3000\u200b\n');
  shown.dispatch({ effects: changeContext({ ...noContext, blankMarks: false, locale: 'en' }) });
  expect(marks(shown)).toEqual(['blank-wide:\u3000', 'unseen:ZWSP']);
  const name = shown.contentDOM.querySelector('.cm-unseen')?.getAttribute('aria-label');
  expect(name).toBe('Zero-width space (U+200B)');
});

test('marks follow the text as it is typed', () => {
  const shown = show('一行目\n二行目\n');
  shown.dispatch({ changes: { from: 3, insert: ' ' } });
  expect(marks(shown)).toEqual(['blank-end: ']);
  shown.dispatch({ changes: { from: 4, insert: '後\u3000' } });
  expect(marks(shown)).toEqual(['blank-wide:\u3000']);
  shown.dispatch({
    changes: [
      { from: 0, insert: '\u200b\n' },
      { from: 10, insert: '\u202e' },
    ],
  });
  expect(marks(shown)).toEqual(['unseen:ZWSP', 'blank-wide:\u3000', 'unseen:RLO']);
  shown.dispatch({ changes: { from: 0, to: 1 } });
  expect(marks(shown)).toEqual(['blank-wide:\u3000', 'unseen:RLO']);
});

test('[P9] while an input method composes marks move with the text; new ones come when it is done', () => {
  const shown = show('字 \n\u200bあ\n');
  Object.defineProperty(shown, 'composing', { value: true, configurable: true });
  shown.dispatch({ changes: { from: 2, insert: '変\u3000' } });
  expect(marks(shown)).toEqual(['blank-end: ', 'unseen:ZWSP']);
  Object.defineProperty(shown, 'composing', { value: false, configurable: true });
  shown.dispatch({});
  expect(marks(shown)).toEqual(['blank-wide:\u3000', 'unseen:ZWSP']);
});

test('lines that wrap hang below their text: items, boxes, quotes and indents, not plain paragraphs', () => {
  const shown = show('*   項目\n12. 番号\n- [ ] 箱\n> 引用\n    字下げ\n\t字\n本文\n-\n');
  const hangs = [...shown.contentDOM.querySelectorAll<HTMLElement>('.cm-line')].map((line) =>
    line.classList.contains('cm-hang') ? line.style.getPropertyValue('--hang') : '',
  );
  // Without a canvas to measure by, a half-width character is half an em.
  expect(hangs.slice(0, 8)).toEqual([
    ...['2.000em', '2.000em', '3.000em', '1.000em', '2.000em', '2.000em', '', ''],
  ]);
  shown.dispatch({ changes: { from: 0, to: 4 } });
  expect(shown.contentDOM.querySelector('.cm-line')?.classList.contains('cm-hang')).toBe(false);
});

test('an invisible character has a name with its code in both languages', () => {
  expect(invisibleName('\u202e', 'ja')).toBe('右から左に並べ替える印（U+202E）');
  expect(invisibleName('\u202e', 'en')).toBe('Right-to-left override (U+202E)');
  expect(invisibleName('\u0007', 'ja')).toBe('制御文字（U+0007）');
  expect(invisibleName('\u2003', 'en')).toBe('Blank of a special width (U+2003)');
  expect(invisibleName('\ud83d', 'ja')).toBe('文字の半分（こわれた文字）（U+D83D）');
});
