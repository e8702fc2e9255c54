import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showForm } from './render-form.tsx';

const text = `---json
{
  "data": {
    "a": [
      1.0,
      2e3
    ]
  },
  "z": "\\u3042"
}
---
`;
const schema = { properties: { data: { title: '資料' } } };
const control = (): HTMLTextAreaElement => screen.getByLabelText('資料');
const type = (value: string): void => {
  fireEvent.change(control(), { target: { value } });
};
const problem = (): string => document.querySelector('.rawjson .msg')?.textContent ?? '';

test('[P1] JSON is shown as the file has it, less its indentation, and goes in as it is spelled', () => {
  const { session } = showForm(text, [], schema);
  expect(control().value).toBe('{\n  "a": [\n    1.0,\n    2e3\n  ]\n}');
  type(control().value.replace('2e3', '2e3,\n    3.00'));
  expect(session.text()).toBe(text);
  fireEvent.keyDown(control(), { key: 'Enter', ctrlKey: true });
  expect(session.text()).toBe(text.replace('2e3', '2e3,\n      3.00'));
});

test('what is no JSON stays, with the place of the mistake, and Esc goes back', () => {
  const { session } = showForm(text, [], schema);
  type('{\n  "a": 1\n  "b": 2\n}');
  fireEvent.blur(control());
  expect(session.text()).toBe(text);
  expect(problem()).toContain('2行目の終わりに「,」がない');
  expect(control().getAttribute('aria-invalid')).toBe('true');
  fireEvent.keyDown(control(), { key: 'Escape' });
  expect(control().value).toContain('2e3');
  expect(problem()).toBe('');
});

test('[P9] keys of the input method neither take over nor take back', () => {
  const { session } = showForm(text, [], schema);
  type('"あ"');
  fireEvent.keyDown(control(), { key: 'Enter', ctrlKey: true, isComposing: true });
  fireEvent.keyDown(control(), { key: 'Escape', keyCode: 229 });
  expect(control().value).toBe('"あ"');
  expect(session.text()).toBe(text);
});

test('[P2] a change of the value in another view is shown at once', () => {
  const { session } = showForm(text, [], schema);
  type('[');
  const at = text.indexOf('2e3');
  act(() => session.edit([{ from: at, to: at + 3, insert: '7' }], 'command'));
  expect(control().value).toContain('    7\n');
});

test('an optional value is taken out when it is emptied, a required one stays', () => {
  const required = { ...schema, required: ['data'] };
  const { session } = showForm('---json\n{"data": [1]}\n---\n', [], required);
  type(' ');
  fireEvent.blur(control());
  expect(session.text()).toBe('---json\n{"data": [1]}\n---\n');
  expect(problem()).toContain('何も書かれていない');
  cleanup();
  const optional = showForm('---json\n{"data": [1]}\n---\n', [], schema);
  type('');
  fireEvent.blur(control());
  expect(optional.session.text()).toBe('---json\n{}\n---\n');
});

test.each([
  ['{"a": 1, "a": 2}', '2回'],
  ['{"__proto__": 1}', '__proto__'],
  ['[1,]', '項目がない'],
  ['[1] // c', 'コメント'],
])('[T29] %s is refused in words', (json, words) => {
  const { session } = showForm(text, [], schema);
  type(json);
  fireEvent.blur(control());
  expect(session.text()).toBe(text);
  expect(document.querySelector('.formview')?.textContent).toContain(words);
  expect(control().value).toBe(json);
});
