import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isDateText, readDateTime, zoneOf } from '../../../src-renderer/features/form/date-text.ts';
import { showForm } from './render-form.tsx';

const guide = (json: string): string => `---json\n${json}\n---\n`;
const schema = {
  required: ['due'],
  properties: {
    on: { type: 'string', format: 'date', title: '公開日' },
    due: { type: 'string', format: 'date', title: '締切' },
    at: { type: 'string', format: 'date-time', title: '更新' },
  },
};
const control = (name: string): HTMLInputElement => screen.getByLabelText(name);
const type = (element: HTMLElement, value: string): void => {
  fireEvent.change(element, { target: { value } });
};

test('[P1] a date is picked in the control of the system and written in place', () => {
  const text = guide('{"on": "2026-04-01", "x": 1}');
  const { session } = showForm(text, [], schema);
  expect([control('公開日').type, control('公開日').value]).toEqual(['date', '2026-04-01']);
  type(control('公開日'), '2026-05-02');
  expect(session.text()).toBe(text.replace('04-01', '05-02'));
  act(() => session.undo());
  expect(control('公開日').value).toBe('2026-04-01');
});

test('a date whose year is still being typed is not written', () => {
  const text = guide('{"on": "2026-04-01"}');
  const { session } = showForm(text, [], schema);
  type(control('公開日'), '0002-04-01');
  type(control('公開日'), '0020-04-01');
  expect(session.text()).toBe(text);
  expect(control('公開日').value).toBe('0020-04-01');
  type(control('公開日'), '2027-04-01');
  expect(session.text()).toBe(text.replace('2026', '2027'));
});

test('an optional date can be taken out, a required one is only replaced', () => {
  const text = guide('{"on": "2026-04-01", "due": "2026-04-02"}');
  const { session } = showForm(text, [], schema);
  type(control('締切'), '');
  expect(session.text()).toBe(text);
  fireEvent.click(screen.getByText('日付を消す'));
  expect(session.text()).toBe(guide('{"due": "2026-04-02"}'));
  expect(document.activeElement).toBe(control('公開日'));
});

test('[P1] date and time are edited apart; separator, fraction and zone stay as written', () => {
  const text = guide('{"at": "2026-04-01 09:05:00.250+0900"}');
  const { session } = showForm(text, [], schema);
  const [date, time] = [control('更新 日付'), control('更新 時刻')];
  // Controls may leave out seconds that are 0.
  expect([date.value, time.value.slice(0, 5)]).toEqual(['2026-04-01', '09:05']);
  type(time, '10:30');
  expect(session.text()).toBe(text.replace('09:05:00', '10:30:00'));
  type(date, '2026-12-31');
  expect(session.text()).toBe(guide('{"at": "2026-12-31 10:30:00.250+0900"}'));
});

test('a new date and time begins at midnight in the zone of this computer', () => {
  const { session } = showForm(guide('{}'), [], schema);
  type(control('更新 日付'), '2026-04-01');
  const written = `2026-04-01T00:00:00${zoneOf('2026-04-01')}`;
  expect(session.head()).toContain(`"at": "${written}"`);
  expect(readDateTime(written)?.suffix).toMatch(/^(Z|[+-]\d\d:\d\d)$/);
});

test('[P1] a text that is no date is kept and said to be so; its control stays while it becomes one', () => {
  const text = guide('{"on": "来春"}');
  const { session } = showForm(text, [], schema);
  expect([control('公開日').type, control('公開日').value]).toEqual(['text', '来春']);
  expect(screen.getByText(/日付として読めない/)).toBeTruthy();
  act(() => control('公開日').focus());
  const before = control('公開日');
  type(before, '2026-04-01');
  expect(session.text()).toBe(guide('{"on": "2026-04-01"}'));
  expect(document.activeElement).toBe(before);
  act(() => before.blur());
  expect(control('公開日').type).toBe('date');
});

test.each([
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2026-13-01', false],
  ['2026-4-1', false],
  ['0099-01-31', true],
])('%s is a day of the calendar: %s', (text, is) => {
  expect(isDateText(text)).toBe(is);
});

test.each(['2026-04-01T25:00:00Z', '2026-04-01T09:60:00Z', '2026-02-30T09:00:00Z', '2026-04-01'])(
  '%s is no date with a time',
  (text) => {
    expect(readDateTime(text)).toBeUndefined();
  },
);
