import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { SearchResults } from '#core/text/search-results';
import { FolderSearchPanel } from '../../../../src-renderer/features/folder-search/FolderSearchPanel.tsx';
import { useAnnounceStore } from '../../../../src-renderer/stores/announce-store.ts';
import { useSearchStore } from '../../../../src-renderer/stores/search-store.ts';
import { giveElementsSize } from '../../element-size.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

interface Asked {
  readonly method: string;
  readonly params: { readonly id: number; readonly query: string } | undefined;
}

const first = useSearchStore.getState();
let asked: Asked[];
let send: (results: SearchResults) => void;
let outdate: () => void;

beforeAll(() => giveElementsSize({ width: 900, height: 188 }));
beforeEach(() => {
  vi.useFakeTimers();
  useSearchStore.setState(first, true);
  asked = [];
  Object.assign(window, {
    app: {
      request: (method: string, params: Asked['params']) => {
        asked.push({ method, params });
        return Promise.resolve({ ok: true, value: null });
      },
      on: (event: string, listener: typeof send & typeof outdate) => {
        if (event === 'search.outdated') outdate = listener;
        else send = listener;
        return () => undefined;
      },
    },
  });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const place = { from: 4, to: 6, line: 3, before: '…病院の', hit: '看護', after: '師です' };
const found = (id: number, more: Partial<SearchResults> = {}): SearchResults => ({
  ...{ id, searched: 2, total: 2, guides: 1, matches: 2, more: false, done: true },
  groups: [
    { path: 'guides/nurse.md', count: 2, matches: [place, { ...place, from: 9, to: 11, line: 7 }] },
  ],
  ...more,
});

function renderPanel() {
  const onGo = vi.fn();
  const nurse = guideEntry('Nurse', { title: '看護師の仕事' });
  render(
    <FolderSearchPanel
      workspaceId="w"
      entries={new Map([[nurse.path, nurse]])}
      tabs={undefined}
      onGo={onGo}
      onClose={() => undefined}
    />,
  );
  wait(100);
  return { onGo, field: screen.getByRole('textbox') };
}

const started = (): string[] =>
  asked.filter(({ method }) => method === 'search.start').map(({ params }) => params?.query ?? '');
const lastId = (): number => asked.findLast(({ params }) => params)?.params?.id ?? -1;
const wait = (ms: number): void => {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
};

test('what is typed is searched after a pause, and the hits stand under their guide', () => {
  const { field } = renderPanel();
  // With nothing typed the texts are only made ready.
  expect(started()).toEqual(['']);
  fireEvent.change(field, { target: { value: '看' } });
  wait(50);
  fireEvent.change(field, { target: { value: '看護' } });
  wait(100);
  expect(started()).toEqual(['', '看護']);

  act(() => send(found(lastId())));
  expect(screen.getAllByRole('row').map((row) => row.getAttribute('aria-label'))).toEqual([
    'Nurse、看護師の仕事、2か所',
    '3行目、…病院の看護師です',
    '7行目、…病院の看護師です',
  ]);
  expect([...document.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    '看護',
    '看護',
  ]);
  expect(screen.getByText('1件のガイドに2か所')).toBeDefined();
  wait(2000);
  expect(useAnnounceStore.getState().said.trim()).toBe('1件のガイドに2か所');
});

test('[P9] nothing is searched, and no key acts, while a word is being composed', () => {
  const { field, onGo } = renderPanel();
  fireEvent.compositionStart(field);
  fireEvent.change(field, { target: { value: 'かんご' } });
  wait(1000);
  expect(started()).toEqual(['']);
  fireEvent.compositionEnd(field);
  wait(100);
  expect(started()).toEqual(['', 'かんご']);
  act(() => send(found(lastId())));

  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter', keyCode: 229 });
  expect(onGo).not.toHaveBeenCalled();
});

test('Enter leads from hit to hit, arrows select one, a click goes there', () => {
  const { field, onGo } = renderPanel();
  fireEvent.change(field, { target: { value: '看護' } });
  wait(100);
  act(() => send(found(lastId())));
  const lines = (): number[] => onGo.mock.calls.map(([, match]) => (match as typeof place).line);

  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(lines()).toEqual([3, 7, 3]);
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const grid = screen.getByRole('grid');
  expect(document.activeElement).toBe(grid);
  fireEvent.keyDown(grid, { key: 'ArrowDown' });
  fireEvent.keyDown(grid, { key: 'Enter' });
  expect(lines()).toEqual([3, 7, 3, 7]);
  fireEvent.click(screen.getByRole('row', { name: /^3行目/ }));
  expect(onGo).toHaveBeenLastCalledWith('guides/nurse.md', place);
});

test('pieces of one search are put together, those of an older one left out', () => {
  const { field } = renderPanel();
  fireEvent.change(field, { target: { value: '看護' } });
  wait(100);
  const id = lastId();
  act(() => send(found(id - 1)));
  expect(screen.queryByRole('grid')).toBeNull();
  act(() => send(found(id, { done: false, searched: 1 })));
  const [group] = found(id).groups;
  if (!group) throw new Error('no group');
  act(() =>
    send(found(id, { groups: [{ ...group, path: 'guides/b.md' }], guides: 2, matches: 4 })),
  );
  expect(screen.getAllByRole('row')).toHaveLength(6);
});

test('guides that change are looked through again: what is shown stays until all of it is there', () => {
  const { field, onGo } = renderPanel();
  act(() => outdate());
  expect(started()).toEqual(['']);
  fireEvent.change(field, { target: { value: '看護' } });
  wait(100);
  const first = lastId();
  act(() => send(found(first)));
  fireEvent.click(screen.getByRole('row', { name: /^7行目/ }));
  act(() => outdate());
  expect(started()).toEqual(['', '看護', '看護']);
  expect(lastId()).toBeGreaterThan(first);
  const [group] = found(first).groups;
  if (!group) throw new Error('no group');
  const more = { ...group, path: 'guides/z.md', count: 1, matches: [{ ...place, line: 9 }] };
  act(() => send(found(lastId(), { groups: [], done: false, searched: 0 })));
  expect(screen.getAllByRole('row')).toHaveLength(3);
  act(() => send(found(lastId(), { groups: [group], done: false, searched: 1 })));
  expect(screen.getAllByRole('row')).toHaveLength(3);
  act(() => send(found(lastId(), { groups: [more], guides: 2, matches: 3 })));
  expect(screen.getAllByRole('row')).toHaveLength(5);
  // The place that was chosen is still the one to go on from.
  fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
  expect(onGo.mock.calls.map(([, { line }]) => line)).toEqual([7, 3]);
  // What the author types next does not wait for it.
  act(() => outdate());
  fireEvent.change(field, { target: { value: '師' } });
  wait(100);
  act(() => send(found(lastId(), { done: false, searched: 1 })));
  expect(screen.getAllByRole('row')).toHaveLength(3);
});

test('whole words are asked for by their button', () => {
  const { field } = renderPanel();
  fireEvent.change(field, { target: { value: 'AI' } });
  fireEvent.click(screen.getByRole('button', { name: '単語単位' }));
  wait(100);
  expect(asked.at(-1)?.params).toMatchObject({ query: 'AI', wholeWord: true });
});

test('nothing found, a pattern that cannot be used, and a long search are said in words', () => {
  const { field } = renderPanel();
  expect(screen.getByText('探す文字を入れると、すべてのガイドから見つけます')).toBeDefined();
  fireEvent.change(field, { target: { value: 'ない' } });
  wait(100);
  const none = { groups: [], guides: 0, matches: 0 };
  act(() => send(found(lastId(), { ...none, done: false, searched: 1 })));
  expect(screen.queryByRole('progressbar')).toBeNull();
  wait(1000);
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50');
  act(() => send(found(lastId(), none)));
  expect(screen.getByText('「ない」は見つかりません')).toBeDefined();
  expect(screen.queryByRole('progressbar')).toBeNull();

  fireEvent.click(screen.getByRole('button', { name: '正規表現' }));
  const loose = screen.getByRole('button', { name: 'かな・全角半角を区別しない' });
  expect(loose.getAttribute('aria-disabled')).toBe('true');
  wait(100);
  act(() => send(found(lastId(), { ...none, fault: 'syntax' })));
  expect(screen.getByRole('alert').textContent).toContain('書き方が違います');
});
