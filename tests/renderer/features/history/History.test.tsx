import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { HistoryVersion } from '#core/history/history-version';
import { History } from '../../../../src-renderer/features/history/History.tsx';
import {
  versionRows,
  versionTime,
} from '../../../../src-renderer/features/history/history-model.ts';

const guide = (title: string, body: string): string =>
  `---json\n{ "title": "${title}" }\n---\n${body}\n`;

const texts: Readonly<Record<number, string>> = {
  1: guide('看護師', '昼の仕事です。'),
  2: guide('看護師', '夜勤の仕事です。'),
};
const versions: readonly HistoryVersion[] = [
  { id: 1, at: new Date(2026, 10, 25, 9, 5).getTime(), kind: 'found', characters: 40 },
  { id: 2, at: new Date(2026, 10, 25, 14, 32).getTime(), kind: 'save', characters: 41 },
];
let listed: unknown;

beforeEach(() => {
  listed = { ok: true, value: versions };
  vi.stubGlobal('app', {
    request: async (method: string, { id }: { id: number }) => {
      if (method === 'history.list') return listed;
      const text = texts[id];
      return text === undefined
        ? { ok: false, failure: { code: 'not-found', detail: '' } }
        : { ok: true, value: { text } };
    },
  });
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(values: Partial<Parameters<typeof History>[0]> = {}) {
  const onRestore = vi.fn();
  const onClose = vi.fn();
  render(
    <History
      {...{ path: 'a.md', name: 'Nurse', readOnly: false, onRestore, onClose }}
      fields={[]}
      present={guide('ナース', '夜勤の仕事です。')}
      {...values}
    />,
  );
  return { onRestore, onClose };
}

const marked = (tag: string): string[] =>
  [...document.querySelectorAll(`.diffscroll ${tag}`)].map((one) => one.textContent ?? '');

describe('the history of a guide', () => {
  test('begins with the newest version, and shows by field and line what is different now', async () => {
    show();
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.getAttribute('aria-selected'))).toEqual([
      'true',
      'false',
    ]);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox')));
    await waitFor(() => expect(marked('ins')).toEqual(['ナース']));
    expect(marked('del')).toEqual(['看護師']);
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'ArrowDown' });
    await waitFor(() => expect(marked('.dl ins').join('')).toContain('夜勤'));
    expect(marked('.dl del').join('')).toContain('昼');
  });

  test('goes back by Enter to the version that is shown, and leaves by Esc', async () => {
    const { onRestore, onClose } = show();
    await screen.findAllByRole('option');
    const list = screen.getByRole('listbox');
    fireEvent.keyDown(list, { key: 'End' });
    // The text of the version chosen now is not here yet: that of the other is no answer.
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(onRestore).not.toHaveBeenCalled();
    await waitFor(() => expect(marked('.dl del')).not.toEqual([]));
    fireEvent.keyDown(list, { key: 'Enter', isComposing: true });
    expect(onRestore).not.toHaveBeenCalled();
    fireEvent.keyDown(list, { key: 'Enter' });
    expect(onRestore.mock.calls[0]?.[0]).toBe(texts[1]);
    fireEvent.keyDown(list, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['この版はいまの文章と同じ', { present: texts[2] ?? '' }],
    ['読むだけのガイド', { readOnly: true }],
  ])('does not go back where there is nothing to win: %s', async (_, values) => {
    const { onRestore } = show(values);
    const button = await screen.findByRole('button', { name: 'この版に戻す' });
    await waitFor(() => expect(document.querySelector('.diffscroll')?.textContent).not.toBe(''));
    fireEvent.click(button);
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(onRestore).not.toHaveBeenCalled();
  });

  test('says what will stand there while there is nothing, and that reading it failed', async () => {
    listed = { ok: true, value: [] };
    const { onClose } = show();
    expect(await screen.findByText('このガイドの履歴はまだありません')).toBeTruthy();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    expect(onClose).toHaveBeenCalledTimes(1);
    cleanup();
    listed = { ok: false, failure: { code: 'io', detail: '' } };
    show();
    expect(await screen.findByText(/履歴を読めませんでした/)).toBeTruthy();
  });

  test('says of a damaged version that it cannot be read', async () => {
    listed = { ok: true, value: [{ ...versions[0], id: 7 }] };
    const { onRestore } = show();
    expect(await screen.findByText(/この版を読めませんでした/)).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('listbox'), { key: 'Enter' });
    expect(onRestore).not.toHaveBeenCalled();
  });
});

test('versions say when, why, and how much longer they became', () => {
  const now = new Date(2026, 10, 25, 23, 0).getTime();
  const rows = versionRows(
    [...versions, { id: 3, at: now - 1000, kind: 'work', characters: 30 }],
    now,
    'ja',
  );
  expect(rows.map(({ time, kind, size }) => [time, kind, size])).toEqual([
    ['今日22:59', '作業中', '−11字'],
    ['今日14:32', '保存', '+1字'],
    ['今日9:05', '元のファイル', '40字'],
  ]);
});

test('times are said as people do, also those of a clock that was wrong', () => {
  const now = new Date(2026, 10, 25, 0, 5).getTime();
  const at = (...parts: [number, number, number, number, number]) =>
    versionTime(new Date(...parts).getTime(), now, 'ja');
  expect(at(2026, 10, 24, 23, 59)).toBe('昨日23:59');
  expect(at(2026, 10, 3, 9, 5)).toBe('11月3日 9:05');
  expect(at(2016, 10, 3, 9, 5)).toBe('2016年11月3日 9:05');
  expect(at(2026, 10, 26, 9, 5)).toBe('11月26日 9:05');
});
