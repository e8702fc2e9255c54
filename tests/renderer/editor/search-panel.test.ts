import { openSearchPanel, search } from '@codemirror/search';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { searchPanel } from '../../../src-renderer/editor/search-panel.ts';

let view: EditorView | undefined;
afterEach(() => view?.destroy());

function open(text: string): HTMLElement {
  view = new EditorView({
    parent: document.body,
    state: EditorState.create({
      doc: text,
      extensions: search({ top: true, createPanel: searchPanel }),
    }),
  });
  openSearchPanel(view);
  const bar = view.dom.querySelector<HTMLElement>('.findbar');
  if (!bar) throw new Error('no bar');
  return bar;
}

function type(bar: HTMLElement, text: string, isComposing = false): void {
  const field = bar.querySelector('input');
  if (!field) throw new Error('no field');
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing }));
}

const said = (bar: HTMLElement) => bar.querySelector('.findcount')?.textContent;

test('the bar says how many places hold what is looked for, and which one is shown', () => {
  const bar = open('設計と計画。設計の仕事。');
  type(bar, '設計');
  expect(said(bar)).toBe('– / 2');
  const next = bar.querySelector<HTMLElement>('[aria-label="次へ"]');
  next?.click();
  expect(said(bar)).toBe('1 / 2');
  type(bar, '運用');
  expect(said(bar)).toBe('見つかりません');
});

test('nothing is looked for while the word is still being composed', () => {
  const bar = open('設計と計画。');
  type(bar, 'せっけ', true);
  expect(said(bar)).toBe('');
  bar.querySelector('input')?.dispatchEvent(new CompositionEvent('compositionend'));
  expect(said(bar)).toBe('見つかりません');
});

test('the row that replaces is folded until it is asked for', () => {
  const bar = open('設計と計画。');
  const second = bar.querySelector<HTMLElement>('.second');
  expect(second?.hidden).toBe(true);
  const unfold = bar.querySelector<HTMLElement>('[aria-expanded]');
  unfold?.click();
  expect(second?.hidden).toBe(false);
  expect(unfold?.getAttribute('aria-expanded')).toBe('true');
});
