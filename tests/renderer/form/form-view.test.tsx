import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Diagnostic } from '#core/lint/diagnostic';
import { sectionsOf } from '../../../src-renderer/features/form/form-model.ts';
import { defaultGuideSchema } from '#core/schema/default-schema';
import { readFields } from '#core/schema/read-fields';
import { details, showForm } from './render-form.tsx';

const guide = (json: string): string => `---json\n${json}\n---\n# Body\n`;
const fieldOf = (pointer: string): HTMLElement => {
  const field = document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`);
  if (!field) throw new Error(`no field ${pointer}`);
  return field;
};
const input = (name: string): HTMLInputElement => screen.getByLabelText(name);

const many = {
  properties: Object.fromEntries(
    Array.from({ length: 13 }, (_, index) => [
      `f${index}`,
      {
        type: 'string',
        ...(index < 10 && {
          'x-group': {
            ja: index % 2 ? '後の組' : '先の組',
            en: index % 2 ? 'B' : 'A',
            order: index % 2 ? 20 + index : index,
          },
        }),
      },
    ]),
  ),
};

test('the nine fields of a guide stand without headings', () => {
  expect(sectionsOf(readFields(defaultGuideSchema)).map(({ label }) => label)).toEqual([undefined]);
});

test('more than twelve fields stand under the headings of their groups', () => {
  expect(
    sectionsOf(readFields(many)).map(({ label, fields }) => [label?.ja, fields.length]),
  ).toEqual([
    ['先の組', 5],
    ['後の組', 5],
    [undefined, 3],
  ]);
});

const warningAt = (pointer: string): Diagnostic => ({
  code: 'x',
  severity: 'warning',
  from: 0,
  to: 1,
  pointer,
  message: { ja: '長い', en: 'long' },
});

test('a folded section counts its findings, and opens for one that is visited', () => {
  const { rerender } = showForm(guide('{"f1": "x"}'), [warningAt('/f1')], many);
  const heading = screen.getByRole('button', { name: /後の組/ });
  fireEvent.click(heading);
  expect(heading.textContent).toContain('指摘1件');
  expect(screen.queryByLabelText('f1')).toBeNull();
  rerender([warningAt('/f1')], '/f1');
  expect(heading.getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(input('f1'));
});

test('a finding in the folded other fields is visited as well', () => {
  const { rerender } = showForm(guide('{"note": "x"}'), [], many);
  fireEvent.click(screen.getByRole('button', { name: 'その他の項目' }));
  expect(screen.queryByLabelText('note')).toBeNull();
  rerender([], '/note');
  expect(document.activeElement).toBe(input('note'));
});

const nested = {
  required: ['name'],
  properties: {
    name: { type: 'string', title: '名前' },
    place: {
      type: 'object',
      title: '場所',
      required: ['city'],
      properties: {
        city: { type: 'string', title: '市', maxLength: 3, examples: ['京都'] },
        map: { type: 'object', title: '地図', properties: { zoom: { type: 'number' } } },
      },
    },
    rows: { type: 'array', title: '列', items: { type: 'object', properties: {} } },
  },
};

test('the field in which the manuscript has its caret is marked, the deepest that is shown', () => {
  const text = guide('{"place": {"city": "京都"}, "rows": [{"a": "x"}]}');
  const { rerender } = showForm(text, [], nested);
  const marked = (): (string | undefined)[] =>
    [...document.querySelectorAll<HTMLElement>('[aria-current="location"]')].map(
      (one) => one.dataset['pointer'],
    );
  rerender([], undefined, '/place/city');
  expect(marked()).toEqual(['/place/city']);
  rerender([], undefined, '/place');
  expect(marked()).toEqual(['/place']);
  rerender([], undefined, '/rows/0/a');
  expect(marked()).toEqual(['/rows/0']);
  fireEvent.click(screen.getByText('1. x'));
  expect(marked()).toEqual(['/rows/0/a']);
  rerender([]);
  expect(marked()).toEqual([]);
});

test('the marked field comes into view only while the form is not being used', () => {
  const { rerender } = showForm(details);
  const scrolled: (string | undefined)[] = [];
  const original = Element.prototype.scrollIntoView;
  Element.prototype.scrollIntoView = function scrollIntoView(this: HTMLElement) {
    scrolled.push(this.dataset['pointer']);
  };
  rerender([], undefined, '/title');
  act(() => input('タイトル').focus());
  rerender([], undefined, '/slug');
  Element.prototype.scrollIntoView = original;
  expect(scrolled).toEqual(['/title']);
});

test('the form tells which value has the focus, the deepest, and when none has', () => {
  const { focused } = showForm(guide('{"place": {"city": "京都"}}'), [], nested);
  act(() => input('市').focus());
  act(() => input('名前').focus());
  act(() => input('名前').blur());
  expect(focused).toEqual(['/place/city', '/name', undefined]);
});

test('[P1] an absent group is added with what it requires, and taken out again', () => {
  const text = guide('{"name": "a"}');
  const { session } = showForm(text, [], nested);
  fireEvent.click(screen.getByRole('button', { name: '「場所」を追加' }));
  expect(session.text()).toBe(guide('{"name": "a", "place": {"city": ""}}'));
  expect(document.activeElement).toBe(input('市'));
  expect(screen.getByRole('group', { name: '場所' })).toBe(fieldOf('/place'));
  fireEvent.click(screen.getByRole('button', { name: '「場所」を取り除く' }));
  expect(session.text()).toBe(text);
});

test('[P1] what a group holds beyond its schema is shown and edited, too', () => {
  const text = guide('{"place": {"city": "京都", "extra": 1.0}}');
  const { session } = showForm(text, [], nested);
  fireEvent.change(input('extra'), { target: { value: '1.50' } });
  expect(session.text()).toBe(text.replace('1.0', '1.50'));
});

test('a value within a group has its own mark, and comes back where it was taken out', () => {
  const text = guide('{"place": {"city": "京都", "map": {"zoom": 1.0}}}');
  const { session } = showForm(text, [], nested);
  fireEvent.change(input('zoom'), { target: { value: '' } });
  expect(fieldOf('/place/map/zoom').className).toContain('changed');
  expect(fieldOf('/place/city').className).not.toContain('changed');
  fireEvent.click(within(fieldOf('/place/map/zoom')).getByText('1行変更'));
  fireEvent.click(within(screen.getByRole('dialog')).getByText('元に戻す'));
  expect(session.text()).toBe(text);
});

test('a text is counted in characters, its example told, its overlong part tinted in one line as well', () => {
  showForm(guide('{"place": {"city": "京都府𠮟"}}'), [], nested);
  const field = fieldOf('/place/city');
  expect(field.textContent).toContain('4 / 3文字');
  expect(field.querySelector('.shorttext mark')?.textContent).toBe('𠮟');
  expect(field.querySelector('.fieldhelp')?.textContent).toBe('例: 京都');
});

test('the help of a field is described, hidden by Esc, and no stop on the way to its control', () => {
  showForm(details);
  const field = fieldOf('/slug');
  const control = within(field).getByRole('textbox');
  const help = field.querySelector('.fieldhelp');
  expect(control.getAttribute('aria-describedby')?.split(' ')).toContain(help?.id);
  expect(field.querySelectorAll('button, [tabindex]')).toHaveLength(0);
  fireEvent.keyDown(control, { key: 'Escape', keyCode: 229 });
  expect(field.className).not.toContain('helpclosed');
  fireEvent.keyDown(control, { key: 'Escape' });
  expect(field.className).toContain('helpclosed');
});

test('[P2] the caret stays where it is when the value changes around it', () => {
  const { session } = showForm(details);
  const title = input('タイトル');
  act(() => title.focus());
  title.setSelectionRange(2, 2);
  fireEvent.select(title);
  const at = details.indexOf('落ちない基盤');
  act(() => session.edit([{ from: at, to: at, insert: '決して' }], 'command'));
  expect(title.value).toBe('決して落ちない基盤');
  expect([title.selectionStart, title.selectionEnd]).toEqual([5, 5]);
  act(() => session.edit([{ from: 0, to: 0, insert: '' }], 'command'));
  expect(document.activeElement).toBe(title);
});

test('typing past the width of one line keeps the control of an unknown field', () => {
  const { session } = showForm(guide('{"note": "短い"}'), [], many);
  const control = input('note');
  fireEvent.change(control, { target: { value: 'あ'.repeat(80) } });
  expect(input('note')).toBe(control);
  expect(session.head()).toContain('あ'.repeat(80));
});

test('[P1] line ends in a text are kept: the control gets lines', () => {
  const text = guide('{"name": "一\\n二", "place": {"city": "a\\r\\nb"}}');
  const { session } = showForm(text, [], nested);
  const name = input('名前');
  expect([name.tagName, name.value]).toEqual(['TEXTAREA', '一\n二']);
  fireEvent.change(name, { target: { value: '一\n二。' } });
  expect(session.text()).toBe(text.replace('二', '二。'));
  expect(input('市').value).toBe('"a\\r\\nb"');
});
