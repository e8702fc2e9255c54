import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Diagnostic } from '#core/lint/diagnostic';
import { details, showForm } from './render-form.tsx';

const title = (): HTMLInputElement => screen.getByLabelText('タイトル');
const fieldOf = (pointer: string): HTMLElement => {
  const field = document.querySelector<HTMLElement>(`[data-pointer="${pointer}"]`);
  if (!field) throw new Error(`no field ${pointer}`);
  return field;
};

test('[P1] typing in a field changes that value and nothing else', () => {
  const { session } = showForm();
  const edits: unknown[] = [];
  session.onChange((change) => edits.push(...change.edits));
  fireEvent.change(title(), { target: { value: '落ちない基盤を' } });
  expect(session.text()).toBe(details.replace('落ちない基盤', '落ちない基盤を'));
  const at = details.indexOf('落ちない基盤') + 6;
  expect(edits).toEqual([{ from: at, to: at, insert: 'を' }]);
  expect(title().value).toBe('落ちない基盤を');
});

test('[P2] the form follows the document, and undo is one history', () => {
  const { session } = showForm();
  fireEvent.change(title(), { target: { value: '止まらない基盤' } });
  act(() => session.dispatch({ changes: { from: session.length, insert: '本文' } }));
  act(() => {
    session.undo();
    session.undo();
  });
  expect(title().value).toBe('落ちない基盤');
  expect(session.text()).toBe(details);
});

test('[P9] nothing is sent or taken over while an input method composes', () => {
  const { session } = showForm();
  fireEvent.compositionStart(title());
  fireEvent.change(title(), { target: { value: '落ちない基盤と' } });
  expect(session.text()).toBe(details);
  act(() =>
    session.edit(
      [{ from: details.indexOf('説明'), to: details.indexOf('説明') + 2, insert: '別' }],
      'command',
    ),
  );
  expect(title().value).toBe('落ちない基盤と');
  fireEvent.compositionEnd(title());
  expect(session.text()).toBe(
    details.replace('説明', '別').replace('落ちない基盤', '落ちない基盤と'),
  );
});

test('[P9] widths are counted while composing, judged afterwards', () => {
  showForm();
  const long = 'あ'.repeat(33);
  fireEvent.compositionStart(title());
  fireEvent.change(title(), { target: { value: long } });
  const counter = () => fieldOf('/title').querySelector('.meter');
  expect(fieldOf('/title').textContent).toContain('33 / 32');
  expect(counter()?.className).not.toContain('error');
  fireEvent.compositionEnd(title());
  expect(counter()?.className).toContain('error');
});

test('the part of a description beyond its width is tinted', () => {
  const { session } = showForm();
  fireEvent.change(screen.getByLabelText('説明文'), {
    target: { value: `${'あ'.repeat(120)}はみ出し` },
  });
  expect(fieldOf('/meta_description').querySelector('mark')?.textContent).toBe('はみ出し');
  expect(session.head()).toContain('はみ出し');
});

test('a changed field shows the old and the new line, and goes back byte for byte', () => {
  const { session } = showForm();
  fireEvent.change(title(), { target: { value: '止まらない基盤' } });
  expect(fieldOf('/title').className).toContain('changed');
  expect(fieldOf('/slug').className).not.toContain('changed');
  fireEvent.click(within(fieldOf('/title')).getByText('1行変更'));
  const card = screen.getByRole('dialog');
  expect(card.textContent).toContain('"title": "落ちない基盤"');
  expect(within(card).getByText('落ち').tagName).toBe('DEL');
  expect(within(card).getByText('止まら').tagName).toBe('INS');
  fireEvent.click(within(card).getByText('元に戻す'));
  expect(session.text()).toBe(details);
});

const missing: Diagnostic = {
  code: 'schema-required',
  severity: 'error',
  from: 0,
  to: 1,
  pointer: '/title',
  message: { ja: '「タイトル」がありません。', en: 'Missing.' },
  advice: { ja: '値を入れてください。', en: 'Give one.' },
};

test('[P5] a required empty field is quiet until it is left, then says what and why', () => {
  const { rerender } = showForm(details.replace('落ちない基盤', ''), [missing]);
  expect(screen.queryByText('「タイトル」がありません。')).toBeNull();
  fireEvent.focus(title());
  fireEvent.blur(title());
  expect(screen.getByText('「タイトル」がありません。')).toBeTruthy();
  expect(title().getAttribute('aria-invalid')).toBe('true');
  const described = title().getAttribute('aria-describedby')?.split(' ') ?? [];
  const texts = described.map((id) => document.getElementById(id)?.textContent ?? '');
  expect(texts.join()).toMatch(/副題です.*ありません/);
  fireEvent.click(within(fieldOf('/title')).getByText('くわしく'));
  expect(screen.getByText('値を入れてください。')).toBeTruthy();
  rerender([]);
  expect(screen.queryByText('「タイトル」がありません。')).toBeNull();
});

test('[P5] a fix that stays within its value can be applied at the field', () => {
  const from = details.indexOf('"cloud_engineer"');
  const finding: Diagnostic = {
    ...missing,
    code: 'slug-file-name',
    pointer: '/slug',
    message: { ja: 'ちがいます。', en: 'Differs.' },
    fixes: [{ title: { ja: '', en: '' }, edits: [{ from, to: from + 16, insert: '"other"' }] }],
  };
  const stale = {
    ...finding,
    fixes: [{ title: { ja: '', en: '' }, edits: [{ from: 0, to: 3, insert: '' }] }],
  };
  const { session, rerender } = showForm(details, [stale]);
  expect(within(fieldOf('/slug')).queryByText('直す')).toBeNull();
  rerender([finding]);
  fireEvent.click(within(fieldOf('/slug')).getByText('直す'));
  expect(session.head()).toContain('"slug": "other"');
});

test('a finding elsewhere moves the focus to its field', () => {
  const { rerender } = showForm();
  rerender([], '/title');
  expect(document.activeElement).toBe(title());
  rerender([], '/keywords/1');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('年収');
  rerender([], '/hero_image');
  expect(document.activeElement?.textContent).toBe('探す…');
});

const schema = {
  properties: {
    count: { type: 'integer', title: '件数' },
    draft: { type: 'boolean', title: '下書き' },
    level: { enum: ['low', 'high'], title: '難しさ' },
    data: { type: 'array', items: { type: 'number' }, title: '数の列' },
  },
};

test('numbers take full-width digits and keep the last number while half typed', () => {
  const { session } = showForm('---json\n{\n  "count": 1\n}\n---\n', [], schema);
  const input = screen.getByLabelText<HTMLInputElement>('件数');
  fireEvent.change(input, { target: { value: '12.' } });
  expect(session.head()).toContain('"count": 1\n');
  expect(input.value).toBe('12.');
  fireEvent.change(input, { target: { value: '１２.５' } });
  expect(session.head()).toContain('"count": 12.5');
});

test('a tick writes true or false at its place', () => {
  const { session } = showForm('---json\n{\n  "count": 1\n}\n---\n', [], schema);
  fireEvent.click(screen.getByLabelText('下書き'));
  expect(session.head()).toBe('---json\n{\n  "count": 1,\n  "draft": true\n}\n---\n');
  fireEvent.click(screen.getByLabelText('下書き'));
  expect(session.head()).toContain('"draft": false');
});

test('one of the allowed values is picked from a list', () => {
  const { session } = showForm('---json\n{"level": "low"}\n---\n', [], schema);
  fireEvent.click(screen.getByLabelText('難しさ'));
  fireEvent.click(screen.getByRole('option', { name: /high/ }));
  expect(session.head()).toBe('---json\n{"level": "high"}\n---\n');
});

test('what no widget covers is edited as JSON, and goes in only when it reads', () => {
  const { session } = showForm('---json\n{"data": [1,2]}\n---\n', [], schema);
  const input = screen.getByLabelText<HTMLTextAreaElement>('数の列');
  expect(input.value).toBe('[1,2]');
  fireEvent.change(input, { target: { value: '[1,2,' } });
  fireEvent.blur(input);
  expect(session.head()).toContain('[1,2]');
  expect(input.value).toBe('[1,2,');
  fireEvent.change(input, { target: { value: '[1,2,3]' } });
  fireEvent.blur(input);
  expect(session.head()).toBe('---json\n{"data": [1,2,3]}\n---\n');
});
