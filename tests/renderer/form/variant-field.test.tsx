import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showForm } from './render-form.tsx';

const guide = (json: string): string => `---json\n${json}\n---\n`;
const link = {
  title: 'リンク',
  type: 'object',
  required: ['kind', 'url'],
  properties: { kind: { const: 'link' }, url: { type: 'string', title: 'アドレス' } },
};
const note = {
  title: 'メモ',
  type: 'object',
  required: ['kind', 'text'],
  properties: { kind: { const: 'note' }, text: { type: 'string', title: '文' } },
};
const schema = {
  properties: {
    part: { title: '部品', oneOf: [link, note] },
    parts: { title: '部品の列', type: 'array', items: { oneOf: [link, note] } },
    size: { title: '大きさ', type: ['number', 'string'] },
  },
};
const fieldOf = (pointer: string): HTMLElement => {
  const field = document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`);
  if (!field) throw new Error(`no field ${pointer}`);
  return field;
};
const choice = (pointer: string, name: string): HTMLElement =>
  within(fieldOf(pointer)).getByRole('button', { name });

test('the form that a value has is chosen; another one takes over what it can, as one undo step', () => {
  const text = guide('{"part": {"kind": "link", "url": "https:\\/\\/a.jp"}, "n": 1.0}');
  const { session } = showForm(text, [], schema);
  expect(choice('/part', 'リンク').getAttribute('aria-pressed')).toBe('true');
  expect(screen.getByLabelText<HTMLInputElement>('アドレス').value).toBe('https://a.jp');
  fireEvent.click(choice('/part', 'メモ'));
  expect(session.text()).toBe(guide('{"part": {"kind": "note", "text": ""}, "n": 1.0}'));
  expect(screen.getByLabelText('文')).toBeTruthy();
  expect(document.activeElement).toBe(choice('/part', 'メモ'));
  act(() => session.undo());
  expect(session.text()).toBe(text);
  expect(screen.getByLabelText('アドレス')).toBeTruthy();
});

test('[P1] a value that fits no form is kept and shown as it is, beside the choice', () => {
  const text = guide('{"part": {"kind": "other", "x": 1.0}}');
  const { session } = showForm(text, [], schema);
  expect(fieldOf('/part').textContent).toContain('どの形にも合わない');
  expect(screen.getByLabelText<HTMLTextAreaElement>('部品').value).toBe(
    '{"kind": "other", "x": 1.0}',
  );
  expect(session.text()).toBe(text);
  fireEvent.click(choice('/part', 'リンク'));
  expect(session.head()).toContain('"kind": "link"');
});

test('an absent value begins with the form that is chosen', () => {
  const { session } = showForm(guide('{"n": 1}'), [], schema);
  fireEvent.click(choice('/part', 'メモ'));
  expect(session.head()).toBe(guide('{"n": 1, "part": {"kind": "note", "text": ""}}'));
});

test('values of several types change between them, and typing keeps the control', () => {
  const { session } = showForm(guide('{"size": 12}'), [], schema);
  const forms = within(fieldOf('/size')).getAllByRole('button', { pressed: false });
  const [toText] = forms;
  if (!toText) throw new Error('no other form');
  fireEvent.click(toText);
  const control = screen.getByLabelText<HTMLInputElement>('大きさ');
  act(() => control.focus());
  fireEvent.change(control, { target: { value: '12' } });
  expect(session.head()).toContain('"size": "12"');
  expect(screen.getByLabelText('大きさ')).toBe(control);
});

test('a row is added in a form that is asked for, and changes it in the row', async () => {
  const { session } = showForm(guide('{"parts": []}'), [], schema);
  fireEvent.click(within(fieldOf('/parts')).getByRole('button', { name: /追加する形/ }));
  fireEvent.click(screen.getByRole('menuitem', { name: 'メモ' }));
  expect(session.head()).toContain('"parts": [{"kind": "note", "text": ""}]');
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('文')));
  fireEvent.change(screen.getByLabelText('文'), { target: { value: '覚え' } });
  fireEvent.click(choice('/parts/0', 'リンク'));
  expect(session.head()).toContain('"parts": [{"kind": "link", "url": ""}]');
  expect(screen.getByLabelText('アドレス')).toBeTruthy();
});

test('[P1] a row that fits no form is kept as JSON', () => {
  const text = guide('{"parts": [{"kind": "else", "n": 1e0}]}');
  showForm(text, [], schema);
  const button = screen.getByText('1. else').closest('button');
  if (!button) throw new Error('no row');
  fireEvent.click(button);
  expect(screen.getByLabelText<HTMLTextAreaElement>('1件目').value).toBe(
    '{"kind": "else", "n": 1e0}',
  );
});

const several = {
  properties: {
    part: {
      title: '部品',
      oneOf: Array.from({ length: 5 }, (_, index) => ({
        title: `とても長い名前の形${index}`,
        type: 'object',
        required: ['kind'],
        properties: { kind: { const: `k${index}` } },
      })),
    },
  },
};

test('more forms than lie side by side are chosen from a list', () => {
  const { session } = showForm(guide('{"part": {"kind": "k1"}}'), [], several);
  const list = screen.getByLabelText<HTMLSelectElement>('「部品」の形');
  expect([list.tagName, list.value, list.options.length]).toEqual(['SELECT', '1', 5]);
  fireEvent.change(list, { target: { value: '4' } });
  expect(session.head()).toContain('{"kind": "k4"}');
});

const alike = {
  properties: {
    part: {
      title: '部品',
      oneOf: ['a', 'b'].map((name) => ({
        title: `形${name}`,
        type: 'object',
        required: [name],
        properties: { [name]: { type: 'number' }, shared: { type: 'string' } },
      })),
    },
  },
};

test('forms without a mark of their own are switched as well, and kept while they are filled in', () => {
  const { session } = showForm(guide('{"part": {"a": 1, "shared": "x"}}'), [], alike);
  const toB = choice('/part', '形b');
  act(() => toB.focus());
  fireEvent.click(toB);
  expect(choice('/part', '形b').getAttribute('aria-pressed')).toBe('true');
  const control = screen.getByLabelText<HTMLInputElement>('b');
  act(() => control.focus());
  fireEvent.change(control, { target: { value: '' } });
  expect(session.head()).toBe(guide('{"part": {"shared": "x"}}'));
  expect(screen.getByLabelText('b')).toBe(control);
});
