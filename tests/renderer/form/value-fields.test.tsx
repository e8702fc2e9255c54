import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { showForm } from './render-form.tsx';

const guide = (json: string): string => `---json\n${json}\n---\n# Body\n`;
const fieldOf = (pointer: string): HTMLElement => {
  const field = document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`);
  if (!field) throw new Error(`no field ${pointer}`);
  return field;
};
const type = (element: HTMLElement, value: string): void => {
  fireEvent.change(element, { target: { value } });
};
const describedBy = (element: HTMLElement): string =>
  (element.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

const numbers = {
  required: ['size'],
  properties: {
    size: { type: 'number', title: '大きさ', 'x-help': { ja: 'センチです。', en: 'cm.' } },
    level: { type: 'integer', title: '段階', minimum: 1, maximum: 5 },
    ratio: { type: 'number', title: '割合', multipleOf: 0.05, examples: [0.25] },
  },
};
const number = (name: string): HTMLInputElement => screen.getByLabelText(name);

test('[P1] a number is shown as the file spells it, and stays so', () => {
  const text = guide('{"size": 1.0, "level": 9007199254740993, "ratio": 1e3}');
  const { session } = showForm(text, [], numbers);
  expect([number('大きさ').value, number('段階').value, number('割合').value]).toEqual([
    '1.0',
    '9007199254740993',
    '1e3',
  ]);
  type(number('割合'), '1e2');
  expect(session.text()).toBe(text.replace('1e3', '1e2'));
});

test.each([
  ['１２．５０', '12.50'],
  ['−3', '-3'],
  ['1,000', '1000'],
  ['１ｅ３', '1e3'],
])('[P9] %s is taken as the number %s', (typed, written) => {
  const { session } = showForm(guide('{"size": 1}'), [], numbers);
  type(number('大きさ'), typed);
  expect(session.text()).toBe(guide(`{"size": ${written}}`));
  expect(number('大きさ').value).toBe(typed);
  fireEvent.blur(number('大きさ'));
  expect(number('大きさ').value).toBe(written);
});

test.each(['12.', 'abc', '1e999', '07', '--1'])(
  'what is no number (%s) stays in its control with a message and goes nowhere',
  (typed) => {
    const text = guide('{"size": 1}');
    const { session } = showForm(text, [], numbers);
    type(number('大きさ'), typed);
    fireEvent.blur(number('大きさ'));
    expect(session.text()).toBe(text);
    expect(number('大きさ').value).toBe(typed);
    expect(number('大きさ').getAttribute('aria-invalid')).toBe('true');
    expect(describedBy(number('大きさ'))).toContain('数として読めない');
    fireEvent.keyDown(number('大きさ'), { key: 'Escape' });
    expect(number('大きさ').value).toBe('1');
  },
);

test('[P9] digits that are being composed are not taken over', () => {
  const text = guide('{"size": 1}');
  const { session } = showForm(text, [], numbers);
  fireEvent.compositionStart(number('大きさ'));
  type(number('大きさ'), '１２');
  fireEvent.keyDown(number('大きさ'), { key: 'ArrowUp', keyCode: 229 });
  expect(session.text()).toBe(text);
  fireEvent.compositionEnd(number('大きさ'));
  expect(session.text()).toBe(guide('{"size": 12}'));
});

test('arrows step a number within its bounds and exactly', () => {
  const { session } = showForm(guide('{"level": 4, "ratio": 0.10}'), [], numbers);
  fireEvent.keyDown(number('段階'), { key: 'ArrowUp' });
  fireEvent.keyDown(number('段階'), { key: 'ArrowUp' });
  expect(session.head()).toContain('"level": 5,');
  fireEvent.keyDown(number('割合'), { key: 'ArrowDown' });
  fireEvent.keyDown(number('割合'), { key: 'ArrowDown' });
  fireEvent.keyDown(number('割合'), { key: 'ArrowDown' });
  expect(session.head()).toContain('"ratio": -0.05');
  fireEvent.wheel(number('段階'), { deltaY: -100 });
  expect(session.head()).toContain('"level": 5,');
});

test('the arrows count on from a number beyond exact arithmetic', () => {
  const { session } = showForm(guide('{"size": 9007199254740993}'), [], numbers);
  fireEvent.keyDown(number('大きさ'), { key: 'ArrowUp' });
  expect(session.head()).toContain('"size": 9007199254740994');
});

test('bounds, help and example are told with the control, not in the Tab order', () => {
  showForm(guide('{"level": 2}'), [], numbers);
  expect(describedBy(number('段階'))).toContain('1〜5、整数。');
  expect(describedBy(number('大きさ'))).toContain('センチです。');
  expect(describedBy(number('割合'))).toContain('0.05きざみ。例: 0.25');
  expect(within(fieldOf('/level')).queryByRole('button')).toBeNull();
  expect(number('段階').getAttribute('aria-valuemax')).toBe('5');
});

test('[P1] an emptied number is unset, and typed again it is back at its place', () => {
  const text = guide('{"zz": 0, "level": 2, "size": 1}');
  const { session } = showForm(text, [], numbers);
  type(number('段階'), '');
  expect(session.text()).toBe(guide('{"zz": 0, "size": 1}'));
  type(number('段階'), '3');
  expect(session.text()).toBe(text.replace('2', '3'));
});

test('[P2] a change from elsewhere takes the place of what was not accepted', () => {
  const text = guide('{"size": 1}');
  const { session } = showForm(text, [], numbers);
  type(number('大きさ'), 'x');
  const at = text.indexOf('1}');
  act(() => session.edit([{ from: at, to: at + 1, insert: '2' }], 'command'));
  expect(number('大きさ').value).toBe('2');
});

const flags = {
  required: ['must'],
  properties: {
    draft: { type: 'boolean', title: '下書き' },
    must: { type: 'boolean', title: '公開' },
  },
};

test('yes, no and not chosen are told apart, and an optional answer can be taken back', () => {
  const text = guide('{\n  "must": true\n}');
  const { session } = showForm(text, [], flags);
  const box = screen.getByLabelText<HTMLInputElement>('下書き');
  expect(box.indeterminate).toBe(true);
  expect(describedBy(box)).toBe('選んでいません');
  fireEvent.click(box);
  fireEvent.click(box);
  expect(session.head()).toContain('"draft": false');
  expect(fieldOf('/draft').textContent).toContain('いいえ');
  fireEvent.click(within(fieldOf('/draft')).getByText('選ばない状態に戻す'));
  expect(session.text()).toBe(text);
  expect(document.activeElement).toBe(box);
  expect(within(fieldOf('/must')).queryByText('選ばない状態に戻す')).toBeNull();
});

const addresses = {
  properties: { link: { type: 'string', format: 'uri', title: '参考' } },
};

test('[T05] an address opens outside; what leads elsewhere says why it does not', () => {
  const { external, session } = showForm(guide('{"link": "https://example.jp/"}'), [], addresses);
  const button = (): HTMLElement => within(fieldOf('/link')).getByRole('button', { name: '開く' });
  fireEvent.click(button());
  expect(external).toEqual(['https://example.jp/']);
  for (const [url, reason] of [
    ['javascript:alert(1)', '安全に開ける'],
    ['/guides/a', 'サイトの中'],
  ] as const) {
    type(screen.getByLabelText('参考'), url);
    fireEvent.click(button());
    expect(button().getAttribute('aria-description')).toContain(reason);
  }
  expect(external).toHaveLength(1);
  type(screen.getByLabelText('参考'), '');
  expect(session.text()).toBe(guide('{}'));
});

const empties = {
  properties: {
    note: { type: ['string', 'null'], title: '注記' },
    version: { const: 2, title: '版' },
  },
};

test('[P1] null is shown as such; a value is given and taken back', () => {
  const text = guide('{"note": null}');
  const { session } = showForm(text, [], empties);
  expect(fieldOf('/note').textContent).toContain('空（null）');
  fireEvent.click(within(fieldOf('/note')).getByText('値を入れる'));
  expect(session.text()).toBe(guide('{"note": ""}'));
  expect(document.activeElement).toBe(screen.getByLabelText('注記'));
  type(screen.getByLabelText('注記'), 'あ');
  fireEvent.click(within(fieldOf('/note')).getByText('空（null）にする'));
  expect(session.text()).toBe(text);
});

test('a fixed value is shown and not edited; a differing one can be made right', () => {
  const { session } = showForm(guide('{"version": 1.0}'), [], empties);
  const field = within(fieldOf('/version'));
  expect(fieldOf('/version').textContent).toContain('1.0');
  expect(field.queryByRole('textbox')).toBeNull();
  fireEvent.click(field.getByText('「2」を入れる'));
  expect(session.text()).toBe(guide('{"version": 2}'));
  expect(field.queryByText('「2」を入れる')).toBeNull();
});

test('[P1] a value of another kind than its field is kept and shown as JSON', () => {
  const text = guide('{"link": {"a": 1.0}, "other": 1}');
  const { session } = showForm(text, [], addresses);
  const control = screen.getByLabelText<HTMLTextAreaElement>('参考');
  expect(control.value).toBe('{"a": 1.0}');
  type(control, '"https://a.jp"');
  fireEvent.keyDown(control, { key: 'Enter', ctrlKey: true });
  expect(session.text()).toBe(guide('{"link": "https://a.jp", "other": 1}'));
});
