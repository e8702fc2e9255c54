import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAnnounceStore } from '../../../src-renderer/stores/announce-store.ts';
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
  // The first word that is not chosen yet is the one that Enter takes.
  fireEvent.keyDown(screen.getByRole('combobox', { name: '語を探す' }), { key: 'Enter' });
  expect(session.head()).toContain('"インフラ",\n    "夜勤あり"');
  expect(screen.getByRole('dialog')).toBeTruthy();
});

test('the number of keywords stands against its limit', () => {
  showForm();
  expect(document.querySelector('[data-pointer="/keywords"] .right')?.textContent).toBe('2 / 15');
});

const field = (name: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[data-pointer="/${name}"]`);
  if (!found) throw new Error(`no field ${name}`);
  return found;
};
const withTags = (...tags: readonly string[]): string =>
  details.replace('"インフラ"\n', `${tags.map((tag) => `"${tag}"`).join(',\n    ')}\n`);

test('Alt with an arrow and dragging tell the new place', () => {
  showForm();
  fireEvent.keyDown(chip('年収'), { key: 'ArrowLeft', altKey: true });
  expect(useAnnounceStore.getState().said.trim()).toBe('1件目に移しました（全2件）');
  const dataTransfer = { types: [], effectAllowed: '' };
  fireEvent.dragStart(chip('年収'), { dataTransfer });
  fireEvent.drop(chip('クラウド'), { dataTransfer });
  expect(useAnnounceStore.getState().said.trim()).toBe('2件目に移しました（全2件）');
});

test('[P1] Enter on a chip rewrites it in one edit, Esc leaves it', () => {
  const { session } = showForm();
  chip('年収').focus();
  fireEvent.keyDown(chip('年収'), { key: 'Enter' });
  const edit = (): HTMLInputElement => screen.getByLabelText('「年収」を書き直す');
  expect(edit().value).toBe('年収');
  fireEvent.change(edit(), { target: { value: '年俸' } });
  fireEvent.keyDown(edit(), { key: 'Escape' });
  expect(session.text()).toBe(details);
  expect(document.activeElement).toBe(chip('年収'));
  fireEvent.doubleClick(chip('年収'));
  fireEvent.change(edit(), { target: { value: ' 年俸 ' } });
  fireEvent.keyDown(edit(), { key: 'Enter' });
  expect(session.text()).toBe(details.replace('"年収"', '"年俸"'));
  expect(document.activeElement).toBe(chip('年俸'));
  act(() => session.undo());
  expect(session.text()).toBe(details);
});

test('[P9] a chip being rewritten is left to the input method until it is done', () => {
  const { session } = showForm();
  fireEvent.doubleClick(chip('年収'));
  const edit = screen.getByLabelText('「年収」を書き直す');
  fireEvent.compositionStart(edit);
  fireEvent.change(edit, { target: { value: 'ねんぽう' } });
  fireEvent.keyDown(edit, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(edit, { key: 'Escape', isComposing: true });
  fireEvent.keyDown(edit, { key: 'Enter' });
  expect(session.text()).toBe(details);
  expect(edit.isConnected).toBe(true);
});

test('a chip does not become one that is there already, nor an empty one', () => {
  const { session } = showForm();
  for (const value of ['クラウド', '  ']) {
    fireEvent.doubleClick(chip('年収'));
    const edit = screen.getByLabelText('「年収」を書き直す');
    fireEvent.change(edit, { target: { value } });
    fireEvent.blur(edit);
    expect(session.text()).toBe(details);
  }
  expect(useAnnounceStore.getState().said.trim()).toBe('「クラウド」はもうあります');
});

test('a word near one in use is told with its count, and replaced in one edit', () => {
  const text = withTags('クラウドエンジニヤ');
  const { session } = showForm(text, [], undefined, {
    uses: { tags: { クラウドエンジニア: 12, クラウドエンジニヤ: 1 } },
  });
  const note = field('tags').querySelector('.msg.t-warning');
  expect(note?.textContent).toBe(
    '「クラウドエンジニヤ」は、12件のガイドで使われている「クラウドエンジニア」の書き方違いかもしれません。置き換える',
  );
  expect(tags().getAttribute('aria-describedby')).toContain(note?.parentElement?.id);
  fireEvent.click(screen.getByText('置き換える'));
  expect(session.text()).toBe(withTags('クラウドエンジニア'));
  expect(field('tags').querySelector('.msg')).toBeNull();
});

test('a word typed that is near one in use is told before it is added, but not while it may become that word', () => {
  const { session } = showForm(details, [], undefined, {
    uses: { tags: { クラウドエンジニア: 3 } },
  });
  type(tags(), 'クラウドエンジニ');
  expect(field('tags').querySelector('.msg')).toBeNull();
  type(tags(), 'クラウドエンジニヤ');
  expect(field('tags').textContent).toContain('「クラウドエンジニア」の書き方違い');
  fireEvent.click(screen.getByText('置き換える'));
  expect(session.text()).toBe(withTags('インフラ', 'クラウドエンジニア'));
  expect(tags().value).toBe('');
});

test('[P9] nothing is told of a word that is being composed', () => {
  showForm(details, [], undefined, { uses: { tags: { クラウドエンジニア: 3 } } });
  fireEvent.compositionStart(tags());
  type(tags(), 'クラウドエンジニヤ');
  expect(field('tags').querySelector('.msg')).toBeNull();
  fireEvent.compositionEnd(tags());
  expect(field('tags').querySelector('.msg')).not.toBeNull();
});

test('one word in two writings within a list is told at the second, which goes', () => {
  const { session } = showForm(withTags('AWS資格', 'ＡＷＳ資格'), [], undefined, { uses: {} });
  expect(field('tags').querySelectorAll('.msg')).toHaveLength(1);
  expect(field('tags').querySelector('.msg')?.textContent).toContain(
    '「ＡＷＳ資格」は、この項目の「AWS資格」と同じ語かもしれません。',
  );
  fireEvent.click(within(field('tags')).getByText('外す'));
  expect(session.text()).toBe(withTags('AWS資格'));
});

test('words of the vocabulary are never told of, nor words that are two', () => {
  showForm(withTags('サーバー', 'サーバ', '営業', '営業職', '介護士', '看護師'), [], undefined, {
    vocabulary: {
      tags: ['サーバー', 'サーバ'].map((id) => ({ id, label: { ja: id, en: id } })),
    },
    uses: { tags: { サーバー: 30, 営業職: 4, 看護師: 9 } },
  });
  expect(field('tags').querySelector('.msg')).toBeNull();
});

const closed = {
  type: 'object',
  properties: {
    tags: {
      type: 'array',
      items: {
        oneOf: [
          { const: 'new', title: '新人向け' },
          { const: 'old', title: '経験者向け' },
        ],
      },
      'x-label': 'タグ',
    },
  },
};

test('where only some words are allowed, others are not added, and those there are marked', () => {
  const { session } = showForm(withTags('new', 'gone'), [], closed);
  const shown = [...field('tags').querySelectorAll('li')].map((one) =>
    one.getAttribute('aria-label'),
  );
  expect(shown).toEqual(['新人向け', 'gone (一覧にない値)']);
  expect(field('tags').querySelectorAll('.chip.bad')).toHaveLength(1);
  type(tags(), '自由');
  fireEvent.keyDown(tags(), { key: 'Enter' });
  expect(session.text()).toBe(withTags('new', 'gone'));
  expect(tags().value).toBe('自由');
  expect(field('tags').textContent).toContain('「自由」は選べる語にありません。');
  type(tags(), '経験者向け');
  expect(field('tags').textContent).not.toContain('選べる語にありません');
  fireEvent.keyDown(tags(), { key: 'Enter' });
  expect(session.text()).toBe(withTags('new', 'gone', 'old'));
});
