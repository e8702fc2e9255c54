import { replaceAll, search, setSearchQuery } from '@codemirror/search';
import { history, undo } from '@codemirror/commands';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AuthorQuery } from '../../../src-renderer/editor/folded-query.ts';
import { answerTrial, type Trial } from '../../../src-renderer/editor/pattern-trial.ts';
import { openFind, searchPanel } from '../../../src-renderer/editor/search-panel.ts';
import { useFindStore } from '../../../src-renderer/stores/find-store.ts';

/** A worker that answers after the present task; one that is told to hang never does. */
class TestWorker extends EventTarget {
  static hangs = false;
  static ended = 0;
  postMessage(trial: Trial): void {
    if (TestWorker.hangs) return;
    queueMicrotask(() =>
      this.dispatchEvent(new MessageEvent('message', { data: answerTrial(trial) })),
    );
  }
  terminate(): void {
    TestWorker.ended += 1;
  }
}

let view: EditorView | undefined;
const first = useFindStore.getState();
beforeEach(() => {
  vi.stubGlobal('Worker', TestWorker);
  TestWorker.hangs = false;
  TestWorker.ended = 0;
  useFindStore.setState(first, true);
});
afterEach(() => {
  view?.destroy();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

interface Opening {
  readonly selection?: { anchor: number; head?: number };
  readonly replace?: boolean;
}

async function open(
  text: string,
  { selection = { anchor: 0 }, replace = false }: Opening = {},
): Promise<{ view: EditorView; bar: HTMLElement }> {
  const opened = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: text,
      selection,
      extensions: [history(), search({ top: true, createPanel: searchPanel })],
    }),
  });
  view = opened;
  openFind(replace)(opened);
  await Promise.resolve();
  const bar = opened.dom.querySelector<HTMLElement>('.findbar');
  if (!bar) throw new Error('no bar');
  return { view: opened, bar };
}

function type(bar: HTMLElement, text: string, isComposing = false, index = 0): void {
  const field = bar.querySelectorAll('input')[index];
  if (!field) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
}

const said = (bar: HTMLElement) => bar.querySelector('.findcount')?.textContent;
const fault = (bar: HTMLElement) => bar.querySelector('.findfault')?.textContent;
const button = (bar: HTMLElement, name: string): HTMLElement => {
  const found = [...bar.querySelectorAll<HTMLElement>('button')].find(
    (one) => one.getAttribute('aria-label') === name || one.textContent === name,
  );
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const selected = ({ state }: EditorView): string =>
  state.sliceDoc(state.selection.main.from, state.selection.main.to);

test('the bar says how many places hold what is looked for, and which one is shown', async () => {
  const { bar } = await open('設計と計画。設計の仕事。');
  type(bar, '設計');
  expect(said(bar)).toBe('– / 2');
  button(bar, '次へ').click();
  expect(said(bar)).toBe('1 / 2');
  button(bar, '前へ').click();
  expect(said(bar)).toBe('2 / 2');
  type(bar, '運用');
  expect(said(bar)).toBe('見つかりません');
});

test('[P9] nothing is looked for while the word is still being composed', async () => {
  const { bar } = await open('設計と計画。');
  type(bar, 'せっけ', true);
  expect(said(bar)).toBe('');
  bar.querySelector('input')?.dispatchEvent(new CompositionEvent('compositionend'));
  expect(said(bar)).toBe('見つかりません');
});

test('[P9] Enter that ends a conversion moves nowhere', async () => {
  const { view: editor, bar } = await open('設計と計画。');
  type(bar, '計画');
  for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
    const event = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, ...init });
    bar.querySelector('input')?.dispatchEvent(event);
  }
  expect(selected(editor)).toBe('');
  const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true });
  bar.querySelector('input')?.dispatchEvent(enter);
  expect(selected(editor)).toBe('計画');
});

test('the row that replaces is folded until it is asked for', async () => {
  const { bar } = await open('設計と計画。');
  const second = bar.querySelector<HTMLElement>('.second');
  expect(second?.hidden).toBe(true);
  const unfold = bar.querySelector<HTMLElement>('[aria-expanded]');
  unfold?.click();
  expect(second?.hidden).toBe(false);
  expect(unfold?.getAttribute('aria-expanded')).toBe('true');
});

test('the command that replaces opens the row, with the selection as what to look for', async () => {
  const { bar } = await open('設計と計画。', { selection: { anchor: 3, head: 5 }, replace: true });
  const [find, replacement] = bar.querySelectorAll('input');
  expect(find?.value).toBe('計画');
  expect(bar.querySelector<HTMLElement>('.second')?.hidden).toBe(false);
  expect(document.activeElement).toBe(replacement);
  expect(said(bar)).toBe('1 / 1');
});

test('kana and width are one unless told apart, and whole characters are selected', async () => {
  const { view: editor, bar } = await open('ｽｰﾊﾟｰとスーパー、㍿と会社');
  type(bar, 'すーぱー');
  expect(said(bar)).toBe('– / 2');
  button(bar, '次へ').click();
  expect(selected(editor)).toBe('ｽｰﾊﾟｰ');
  type(bar, '会社');
  expect(said(bar)).toBe('– / 2');
  button(bar, '次へ').click();
  expect(selected(editor)).toBe('㍿');

  button(bar, 'かな・全角半角を区別しない').click();
  expect(said(bar)).toBe('– / 1');
  type(bar, 'すーぱー');
  expect(said(bar)).toBe('見つかりません');
});

test('all places are replaced in one step, and one step brings them back', async () => {
  const text = 'サーバとサーバ、ｻｰﾊﾞ\nほか';
  const { view: editor, bar } = await open(text, { replace: true });
  type(bar, 'サーバ');
  type(bar, '$1サーバー\\n', false, 1);
  button(bar, 'すべて置き換える').click();
  expect(editor.state.doc.toString()).toBe('$1サーバー\\nと$1サーバー\\n、$1サーバー\\n\nほか');
  undo(editor);
  expect(editor.state.doc.toString()).toBe(text);
});

test('one place after the other is replaced', async () => {
  const { view: editor, bar } = await open('一と一と一', { replace: true });
  type(bar, '一');
  type(bar, '二', false, 1);
  button(bar, '置き換える').click();
  expect(editor.state.doc.toString()).toBe('一と一と一');
  button(bar, '置き換える').click();
  expect(editor.state.doc.toString()).toBe('二と一と一');
  button(bar, '置き換える').click();
  expect(editor.state.doc.toString()).toBe('二と二と一');
});

test('a regular expression replaces with its groups and line breaks', async () => {
  const { view: editor, bar } = await open('第1回 第23回', { replace: true });
  button(bar, '正規表現').click();
  type(bar, '第(\\d+)回 ?');
  type(bar, '$1)\\n', false, 1);
  button(bar, 'すべて置き換える').click();
  await settled();
  expect(editor.state.doc.toString()).toBe('1)\n23)\n');
});

test('a regular expression is counted by the worker, and Enter waits for it', async () => {
  const { view: editor, bar } = await open('第1回 第23回');
  type(bar, '第');
  button(bar, '正規表現').click();
  type(bar, '\\d+');
  button(bar, '次へ').click();
  expect(selected(editor)).toBe('');
  await settled();
  expect(selected(editor)).toBe('1');
  expect(said(bar)).toBe('1 / 2');
});

test('what is no regular expression, or would take for ever, is said and never run', async () => {
  const { view: editor, bar } = await open(`${'a'.repeat(100_000)}!`);
  button(bar, '正規表現').click();
  type(bar, '(a');
  expect(fault(bar)).toContain('書き方');
  type(bar, '(a+)+$');
  expect(fault(bar)).toContain('時間がかかりすぎます');
  button(bar, '次へ').click();
  await settled();
  expect(selected(editor)).toBe('');
  type(bar, 'a!');
  await settled();
  await settled();
  expect(bar.querySelector<HTMLElement>('.findfault')?.hidden).toBe(true);
});

test('a regular expression that does not come to an end is given up', async () => {
  const { bar } = await open('ああ');
  button(bar, '正規表現').click();
  vi.useFakeTimers();
  TestWorker.hangs = true;
  type(bar, '(.*)(.*)x');
  expect(fault(bar)).toBe('');
  vi.advanceTimersByTime(1000);
  expect(fault(bar)).toContain('時間がかかりすぎます');
  expect(TestWorker.ended).toBe(1);
});

test('a long text is counted after the key, and the text that is typed meanwhile counts', async () => {
  vi.useFakeTimers();
  const { view: editor, bar } = await open('看護師\n'.repeat(20_000));
  type(bar, 'かんごし');
  type(bar, '看護');
  vi.advanceTimersByTime(1000);
  expect(said(bar)).toBe('999+');
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: '看護' } });
  vi.advanceTimersByTime(1000);
  expect(said(bar)).toBe('– / 1');
});

test('whole words only, in lines of any length', () => {
  const line = `${'あ'.repeat(50_000)} cat concat ${'い'.repeat(50_000)}\n猫`;
  const editor = new EditorView({
    doc: line,
    extensions: search({ top: true, createPanel: searchPanel }),
  });
  view = editor;
  const options = { query: 'cat', replace: '犬', caseSensitive: false, loose: true, regexp: false };
  editor.dispatch({ effects: setSearchQuery.of(new AuthorQuery({ ...options, wholeWord: true })) });
  replaceAll(editor);
  expect(editor.state.doc.toString()).toBe(line.replace(' cat ', ' 犬 '));
});
