import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Diagnostic } from '#core/lint/diagnostic';
import { useAnnounceStore } from '../../../src-renderer/stores/announce-store.ts';
import { showForm } from './render-form.tsx';

const faq = {
  type: 'array',
  title: '質問',
  minItems: 1,
  maxItems: 3,
  items: {
    type: 'object',
    required: ['question'],
    properties: {
      question: { type: 'string', title: '問い' },
      weight: { type: 'number', title: '重み' },
      links: {
        type: 'array',
        title: '参考',
        items: { type: 'object', properties: { label: { type: 'string', title: '名前' } } },
      },
    },
  },
};
const schema = { properties: { faq } };
const text = `---json
{
  "faq": [
    { "question": "甲", "weight": 1.0 },
    { "question": "乙", "weight": 2e0 }
  ],
  "tail": true
}
---
`;
const row = (title: string): HTMLElement => {
  const button = screen.getByText(title).closest('button');
  if (!button) throw new Error(`no row ${title}`);
  return button;
};
const titles = (): (string | null)[] =>
  [...document.querySelectorAll('.objname .clip')].map((one) => one.textContent);
const menu = (index: number, action: string): void => {
  fireEvent.click(screen.getByLabelText(`${index}件目の操作`));
  fireEvent.click(screen.getByText(action));
};
const said = (): string => useAnnounceStore.getState().said.trim();
const input = (name: string): HTMLInputElement => screen.getByLabelText(name);

test('[P1] Alt with an arrow moves a row, written as it is; focus and what is open go along', () => {
  const { session } = showForm(text, [], schema);
  fireEvent.click(row('2. 乙'));
  act(() => row('2. 乙').focus());
  fireEvent.keyDown(row('2. 乙'), { key: 'ArrowUp', altKey: true });
  expect(session.text()).toBe(
    text.replace(
      '{ "question": "甲", "weight": 1.0 },\n    { "question": "乙", "weight": 2e0 }',
      '{ "question": "乙", "weight": 2e0 },\n    { "question": "甲", "weight": 1.0 }',
    ),
  );
  expect(titles()).toEqual(['1. 乙', '2. 甲']);
  expect(document.activeElement).toBe(row('1. 乙'));
  expect(input('重み').value).toBe('2e0');
  expect(said()).toBe('1件目に移しました（全2件）');
});

test('[P9] keys of the input method move no row', () => {
  const { session } = showForm(text, [], schema);
  fireEvent.keyDown(row('2. 乙'), { key: 'ArrowUp', altKey: true, keyCode: 229 });
  fireEvent.keyDown(row('2. 乙'), { key: 'ArrowRight', isComposing: true });
  expect(session.text()).toBe(text);
  expect(screen.queryByLabelText('問い')).toBeNull();
});

test('arrows go between the rows and open and close them, one at a time', () => {
  showForm(text, [], schema);
  act(() => row('1. 甲').focus());
  fireEvent.keyDown(row('1. 甲'), { key: 'ArrowRight' });
  expect(input('問い').value).toBe('甲');
  fireEvent.keyDown(row('1. 甲'), { key: 'ArrowDown' });
  expect(document.activeElement).toBe(row('2. 乙'));
  fireEvent.keyDown(row('2. 乙'), { key: 'ArrowRight' });
  expect(input('問い').value).toBe('乙');
  expect(row('1. 甲').getAttribute('aria-expanded')).toBe('false');
  fireEvent.keyDown(row('2. 乙'), { key: 'ArrowLeft' });
  expect(screen.queryByLabelText('問い')).toBeNull();
});

test('a row is dropped onto the place of another', () => {
  showForm(text, [], schema);
  const [first, second] = [...document.querySelectorAll('.obj')];
  if (!first || !second) throw new Error('no rows');
  const dataTransfer = { effectAllowed: 'none' };
  fireEvent.dragStart(first, { dataTransfer });
  fireEvent.dragOver(second, { dataTransfer });
  fireEvent.drop(second, { dataTransfer });
  expect(titles()).toEqual(['1. 乙', '2. 甲']);
});

test('[P1] a row is duplicated just as it is written; the copy is open and focused', async () => {
  const { session } = showForm(text, [], schema);
  menu(1, '複製');
  expect(session.text()).toBe(
    text.replace(
      '{ "question": "甲", "weight": 1.0 },',
      '{ "question": "甲", "weight": 1.0 },\n    { "question": "甲", "weight": 1.0 },',
    ),
  );
  expect(row('2. 甲').getAttribute('aria-expanded')).toBe('true');
  await waitFor(() => expect(document.activeElement).toBe(row('2. 甲')));
  expect(said()).toBe('2件目に複製しました（全3件）');
  act(() => session.undo());
  expect(session.text()).toBe(text);
});

test('taking a row out leaves the focus with its neighbour, and with adding after the last', async () => {
  const { session } = showForm(text, [], schema);
  menu(1, '取り除く');
  expect(titles()).toEqual(['1. 乙']);
  await waitFor(() => expect(document.activeElement).toBe(row('1. 乙')));
  menu(1, '取り除く');
  expect(session.head()).toContain('"faq": []');
  expect(said()).toBe('1件目を取り除きました（残り0件）');
  expect(screen.getByText(/「質問」はまだありません/)).toBeTruthy();
  const adding = screen.getByLabelText('「質問」に追加');
  await waitFor(() => expect(document.activeElement).toBe(adding));
});

test('an absent list is begun with what its items require, and its first field is focused', () => {
  const { session } = showForm('---json\n{"tail": true}\n---\n', [], schema);
  fireEvent.click(screen.getByLabelText('「質問」に追加'));
  expect(session.text()).toBe('---json\n{"tail": true, "faq": [{"question": ""}]}\n---\n');
  expect(document.activeElement).toBe(input('問い'));
  expect(said()).toBe('1件目を追加しました（全1件）');
});

test('how many rows there are stands beside how many there may be', () => {
  showForm(text, [], schema);
  expect(document.querySelector('[data-pointer="/faq"] .counter')?.textContent).toBe('2 / 1〜3件');
});

test('[P2] rows moved in another view keep their state', () => {
  const { session } = showForm(text, [], schema);
  fireEvent.click(row('2. 乙'));
  const control = input('問い');
  const moved = text
    .replace('"甲", "weight": 1.0', 'X')
    .replace('"乙", "weight": 2e0', '"甲", "weight": 1.0')
    .replace('X', '"乙", "weight": 2e0');
  act(() => session.edit([{ from: 0, to: text.length, insert: moved }], 'command'));
  expect(titles()).toEqual(['1. 乙', '2. 甲']);
  expect(input('問い')).toBe(control);
  expect(control.value).toBe('乙');
});

const errorAt = (pointer: string): Diagnostic => ({
  code: 'x',
  severity: 'error',
  from: 0,
  to: 1,
  pointer,
  message: { ja: '短い', en: 'short' },
});

test('errors inside open their row, and are counted on it', () => {
  showForm(text, [errorAt('/faq/1/question')], schema);
  expect(input('問い').value).toBe('乙');
  expect(row('2. 乙').textContent).toContain('エラー1件');
  fireEvent.click(row('2. 乙'));
  expect(screen.queryByLabelText('問い')).toBeNull();
});

const nested = text.replace(
  '"weight": 2e0',
  '"weight": 2e0, "links": [{ "label": "一" }, { "label": "二" }]',
);

test('a visited value opens the rows around it, at any depth', () => {
  const { rerender } = showForm(nested, [], schema);
  rerender([], '/faq/1/links/1/label');
  expect(document.activeElement).toBe(input('名前'));
  expect(input('名前').value).toBe('二');
});

test('[P1] a list within a row is edited like any other', () => {
  const { session } = showForm(nested, [], schema);
  fireEvent.click(row('2. 乙'));
  const inner = within(document.querySelector<HTMLElement>('[data-pointer="/faq/1/links"]')!);
  fireEvent.keyDown(inner.getByText('1. 一').closest('button')!, {
    key: 'ArrowDown',
    altKey: true,
  });
  expect(session.text()).toBe(
    nested.replace('{ "label": "一" }, { "label": "二" }', '{ "label": "二" }, { "label": "一" }'),
  );
});

test('[P1] rows that are no groups are kept, one by one, as JSON', () => {
  const mixed = '---json\n{"faq": [{"question": "甲"}, 1.0]}\n---\n';
  const { session } = showForm(mixed, [], schema);
  fireEvent.click(row('2. 1'));
  const json = input('2件目');
  expect(json.value).toBe('1.0');
  fireEvent.change(json, { target: { value: '{"question": "乙"}' } });
  fireEvent.blur(json);
  expect(session.text()).toBe(mixed.replace('1.0', '{"question": "乙"}'));
});

test('a moved row is changed only where it was edited, and goes back by itself', () => {
  const { session } = showForm(text, [], schema);
  fireEvent.keyDown(row('2. 乙'), { key: 'ArrowUp', altKey: true });
  fireEvent.click(row('1. 乙'));
  const fieldOf = (pointer: string): HTMLElement | null =>
    document.querySelector(`[data-pointer="${pointer}"]`);
  expect(fieldOf('/faq')?.className).toContain('changed');
  expect(fieldOf('/faq/0/question')?.className).not.toContain('changed');
  fireEvent.change(input('重み'), { target: { value: '' } });
  expect(fieldOf('/faq/0/weight')?.className).toContain('changed');
  fireEvent.click(within(fieldOf('/faq/0/weight')!).getByText('1行変更'));
  fireEvent.click(within(screen.getByRole('dialog')).getByText('元に戻す'));
  expect(session.head()).toContain('{ "question": "乙", "weight": 2e0 },');
});
