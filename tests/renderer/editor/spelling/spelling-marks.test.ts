import { undo } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openSession } from '../../../../src-renderer/editor/open-session.ts';
import { openSpellingCard } from '../../../../src-renderer/editor/spelling/spelling-card.ts';
import type { Spelling } from '../../../../src-renderer/editor/spelling/spelling.ts';
import { noContext } from '../open-text.ts';

const right = new Set('lead with title code link word'.split(' '));

/** Dictionaries that know a few words, and what was asked of them. */
function dictionary() {
  const listeners = new Set<() => void>();
  const own = new Set<string>();
  const spelling: Spelling = {
    wrong: (words) => new Set(words.filter((word) => !right.has(word) && !own.has(word))),
    suggest: (word) => Promise.resolve(word === 'wiht' ? ['with', 'whit'] : []),
    add(word) {
      own.add(word);
      for (const listener of listeners) listener();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { spelling, own };
}

let view: EditorView | undefined;

beforeEach(() => void vi.useFakeTimers());

afterEach(() => {
  view?.destroy();
  vi.useRealTimers();
});

function show(text: string, { readOnly = false } = {}) {
  const { spelling, own } = dictionary();
  const opened = { path: 'a.md', text, bom: false, hash: 'h' };
  const { state } = openSession(readOnly ? { ...opened, readOnly: 'too-large' as const } : opened, {
    ...noContext,
    spelling,
  });
  view = new EditorView({ state, parent: document.body });
  vi.advanceTimersByTime(1000);
  return { view, own };
}

function marked(shown: EditorView): (string | null)[] {
  return [...shown.contentDOM.querySelectorAll('.cm-misspelling')].map((one) => one.textContent);
}

async function openCard(shown: EditorView, offset: number): Promise<HTMLElement> {
  const spec = openSpellingCard(shown.state, offset);
  if (!spec) throw new Error('there is no misspelling');
  shown.dispatch(spec);
  await vi.advanceTimersByTimeAsync(0);
  const card = shown.dom.querySelector<HTMLElement>('.spellingcard');
  if (!card) throw new Error('there is no card');
  return card;
}

function press(card: HTMLElement, label: string): void {
  const button = [...card.querySelectorAll('button')].find((one) => one.textContent === label);
  if (!button) throw new Error(`no button ${label}`);
  button.click();
}

test('words in no dictionary are underlined in prose only', () => {
  const { view: shown } = show(
    [
      '---json\n{ "titel": "titel" }\n---\n# Leed と wiht',
      '`codde` と [link](https://exmaple.com/pathh) <b class="boldd">',
      '```\nfencced\n```',
      '**wordd** と [tittle][labbel]\n',
    ].join('\n\n'),
  );
  expect(marked(shown)).toEqual(['Leed', 'wiht', 'wordd', 'tittle']);
});

test('a word is looked up when the author pauses, but not the one at the caret', () => {
  const { view: shown } = show('lead\n');
  Object.defineProperty(shown, 'hasFocus', { value: true });
  shown.dispatch({ changes: { from: 4, insert: ' wiht' }, selection: { anchor: 9 } });
  vi.advanceTimersByTime(1000);
  expect(marked(shown)).toEqual([]);
  shown.dispatch({ changes: { from: 9, insert: ' と' }, selection: { anchor: 11 } });
  expect(marked(shown)).toEqual([]);
  vi.advanceTimersByTime(1000);
  expect(marked(shown)).toEqual(['wiht']);
  // A change elsewhere moves the mark with its word; one in the word takes it away at once.
  shown.dispatch({ changes: { from: 0, insert: '字' } });
  expect(marked(shown)).toEqual(['wiht']);
  shown.dispatch({ changes: { from: 7, insert: 'x' } });
  expect(marked(shown)).toEqual([]);
});

test('[P9] nothing is underlined while an input method composes', () => {
  const { view: shown } = show('lead\n');
  shown.dispatch({ changes: { from: 4, insert: ' wiht ' } });
  Object.defineProperty(shown, 'compositionStarted', { value: true, configurable: true });
  vi.advanceTimersByTime(3000);
  expect(marked(shown)).toEqual([]);
  Object.defineProperty(shown, 'compositionStarted', { value: false, configurable: true });
  vi.advanceTimersByTime(1000);
  expect(marked(shown)).toEqual(['wiht']);
});

test('a likely word takes the place of the misspelling in one step, and undo brings it back', async () => {
  const { view: shown } = show('lead wiht と\n');
  const card = await openCard(shown, 6);
  expect(card.querySelector('strong')?.textContent).toBe('「wiht」は辞書にありません');
  expect([...card.querySelectorAll('button')].map((one) => one.textContent)).toEqual([
    ...['with', 'whit', '辞書に追加', 'このガイドでは見のがす'],
  ]);
  press(card, 'with');
  expect(shown.state.doc.toString()).toBe('lead with と\n');
  expect(shown.dom.querySelector('.spellingcard')).toBeNull();
  // With the focus, happy-dom tells of the selection in the middle of an update.
  shown.contentDOM.blur();
  undo(shown);
  expect(shown.state.doc.toString()).toBe('lead wiht と\n');
});

test('a word added to the dictionary, or passed in this guide, is underlined no more', async () => {
  const { view: shown, own } = show('wiht leed wiht\n');
  press(await openCard(shown, 1), 'このガイドでは見のがす');
  vi.advanceTimersByTime(1000);
  expect(marked(shown)).toEqual(['leed']);
  press(await openCard(shown, 6), '辞書に追加');
  vi.advanceTimersByTime(1000);
  expect(own).toEqual(new Set(['leed']));
  expect(marked(shown)).toEqual([]);
});

test('a guide that is read only shows likely words and changes nothing', async () => {
  const { view: shown } = show('wiht\n', { readOnly: true });
  const card = await openCard(shown, 1);
  expect(card.querySelector('.spellingchoices')?.textContent).toBe('with、whit');
  expect(card.querySelector('.spellingchoices button')).toBeNull();
});

test('where no misspelling is, there is no card; the browser checks nothing by itself', () => {
  const { view: shown } = show('lead wiht\n');
  expect(openSpellingCard(shown.state, 2)).toBeUndefined();
  expect(shown.contentDOM.getAttribute('spellcheck')).toBe('false');
});
