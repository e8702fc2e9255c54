import { fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { details, showForm } from './render-form.tsx';

const input = (): HTMLInputElement => screen.getByLabelText('「検索キーワード」に追加');
const tags = (): HTMLInputElement => screen.getByLabelText('「タグ」に追加');
const type = (element: HTMLInputElement, value: string): void => {
  fireEvent.change(element, { target: { value } });
};
const chip = (word: string): HTMLElement => {
  const list = screen.getByRole('list', { name: '検索キーワード' });
  return within(list).getByLabelText(word, { selector: 'li' });
};

test('[P1] Enter adds a word in the style of its list', () => {
  const { session } = showForm();
  type(input(), ' 未経験 ');
  fireEvent.keyDown(input(), { key: 'Enter' });
  expect(session.text()).toBe(details.replace('"年収"]', '"年収", "未経験"]'));
  expect(input().value).toBe('');
  type(tags(), 'クラウド');
  fireEvent.keyDown(tags(), { key: 'Enter' });
  expect(session.head()).toContain('"インフラ",\n    "クラウド"\n  ]');
});

test.each(['未経験、', '未経験,', '未経験，'])('%j adds the word before it', (typed) => {
  const { session } = showForm();
  type(input(), typed);
  expect(session.head()).toContain('["クラウド", "年収", "未経験"]');
});

test.each([
  ['isComposing', { key: 'Enter', isComposing: true }],
  ['keyCode 229', { key: 'Enter', keyCode: 229 }],
  ['a key named Process', { key: 'Process' }],
])('[P9] Enter of the input method (%s) adds nothing', (_name, event) => {
  const { session } = showForm();
  fireEvent.compositionStart(input());
  type(input(), 'みけいけん');
  fireEvent.keyDown(input(), event);
  expect(session.text()).toBe(details);
  expect(input().value).toBe('みけいけん');
});

test('[P9] 、 within a composition adds nothing until the composition ends', () => {
  const { session } = showForm();
  fireEvent.compositionStart(input());
  type(input(), '未経験、');
  expect(session.text()).toBe(details);
  fireEvent.compositionEnd(input());
  expect(session.head()).toContain('"年収", "未経験"]');
});

test('[P9] Backspace during composition stays with the input method', () => {
  const { session } = showForm();
  input().focus();
  fireEvent.keyDown(input(), { key: 'Backspace', keyCode: 229 });
  expect(document.activeElement).toBe(input());
  expect(session.text()).toBe(details);
});

test('Backspace in the empty field goes to the last chip, then takes it out', () => {
  const { session } = showForm();
  input().focus();
  fireEvent.keyDown(input(), { key: 'Backspace' });
  expect(document.activeElement).toBe(chip('年収'));
  expect(session.text()).toBe(details);
  fireEvent.keyDown(chip('年収'), { key: 'Backspace' });
  expect(session.text()).toBe(details.replace('["クラウド", "年収"]', '["クラウド"]'));
  expect(document.activeElement).toBe(chip('クラウド'));
});

test('Alt with an arrow moves a chip and keeps it focused', () => {
  const { session } = showForm();
  chip('年収').focus();
  fireEvent.keyDown(chip('年収'), { key: 'ArrowLeft', altKey: true });
  expect(session.text()).toBe(details.replace('["クラウド", "年収"]', '["年収", "クラウド"]'));
  expect(document.activeElement).toBe(chip('年収'));
});

test('the × takes a chip out', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByLabelText('「クラウド」を外す'));
  expect(session.text()).toBe(details.replace('["クラウド", "年収"]', '["年収"]'));
});

test('a pasted list becomes chips in one step, and none twice', () => {
  const { session } = showForm();
  fireEvent.paste(input(), { clipboardData: { getData: () => '年収\n資格\n転職、面接' } });
  expect(session.head()).toContain('["クラウド", "年収", "資格", "転職", "面接"]');
  session.undo();
  expect(session.text()).toBe(details);
});

test('words in use complete what is typed, whatever the kana and width', () => {
  const { session } = showForm();
  type(tags(), 'ヤキン');
  expect(screen.queryByRole('option')).toBeNull();
  type(tags(), '夜勤');
  const option = screen.getByRole('option', { name: /夜勤あり/ });
  expect(option.textContent).toContain('1件');
  fireEvent.keyDown(tags(), { key: 'ArrowDown' });
  fireEvent.keyDown(tags(), { key: 'Enter' });
  expect(session.head()).toContain('"インフラ",\n    "夜勤あり"');
  type(tags(), 'ｲﾝﾌ');
  expect(screen.queryByRole('option')).toBeNull();
});

test('the words in use open as a list that stays open', () => {
  const { session } = showForm();
  fireEvent.click(screen.getByText('よく使うタグ3'));
  const options = screen.getAllByRole('option').map((one) => one.textContent);
  expect(options).toEqual(['インフラ選択済み', '夜勤あり1件', '医療1件']);
  fireEvent.keyDown(screen.getByRole('combobox', { name: '語を探す' }), { key: 'ArrowDown' });
  fireEvent.keyDown(screen.getByRole('combobox', { name: '語を探す' }), { key: 'Enter' });
  expect(session.head()).toContain('"インフラ",\n    "夜勤あり"');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('the number of keywords stands against its limit', () => {
  showForm();
  expect(document.querySelector('[data-pointer="/keywords"] .right')?.textContent).toBe('2 / 15');
});
