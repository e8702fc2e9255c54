import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { noCounts } from '#core/lint/diagnostic';
import { GuideList } from '../../../../src-renderer/features/guide-list/GuideList.tsx';
import { giveElementsSize } from '../../element-size.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

beforeAll(() => giveElementsSize({ width: 280, height: 600 }));
afterEach(cleanup);

const many = Array.from({ length: 10_000 }, (_, i) =>
  guideEntry(`Guide ${String(i).padStart(5, '0')}`),
);
const vocabulary = { category: [{ id: 'cloud', label: { ja: 'クラウド', en: 'Cloud' } }] };

const menuOf = (path: string) => ({
  label: `menu of ${path}`,
  entries: [{ id: 'trash', label: 'ごみ箱に移す' }],
});

function renderList(values: Partial<Parameters<typeof GuideList>[0]> = {}) {
  const onOpen = vi.fn();
  const onMenu = vi.fn();
  render(
    <GuideList
      entries={many}
      documents={[]}
      active={undefined}
      progress={undefined}
      sort="name"
      groupByCategory={false}
      vocabulary={vocabulary}
      onSort={() => undefined}
      onGroup={() => undefined}
      onOpen={onOpen}
      onNew={() => undefined}
      menuOf={menuOf}
      onMenu={onMenu}
      {...values}
    />,
  );
  return { onOpen, onMenu };
}

test('10,000 guides put few rows into the page, and each says which of how many it is', () => {
  renderList();
  const options = screen.getAllByRole('option');
  expect(options.length).toBeGreaterThan(5);
  expect(options.length).toBeLessThan(40);
  expect(options[0]?.getAttribute('aria-setsize')).toBe('10000');
  expect(options[1]?.getAttribute('aria-posinset')).toBe('2');
});

test('the filter narrows the list, counts its hits and marks them', () => {
  renderList();
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: '０９９９９' } });
  expect(screen.getAllByRole('option')).toHaveLength(1);
  expect(screen.getByTestId('guide-count').textContent).toBe('1 / 10,000');
  expect(document.querySelector('mark')?.textContent).toBe('09999');
});

test('a filter without a hit says so and can be taken off', () => {
  renderList();
  fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'ない名前' } });
  expect(screen.getByText('「ない名前」に合うガイドはありません')).toBeTruthy();
  const buttons = screen.getAllByRole('button', { name: '絞り込みを外す' });
  fireEvent.click(buttons.at(-1) ?? document.body);
  expect(screen.getAllByRole('option').length).toBeGreaterThan(5);
});

test('arrows move the cursor without opening, Enter opens', () => {
  const { onOpen } = renderList();
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  const current = list.getAttribute('aria-activedescendant') ?? '';
  expect(document.getElementById(current)?.getAttribute('aria-posinset')).toBe('2');
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.keyDown(list, { key: 'Enter' });
  expect(onOpen).toHaveBeenCalledWith('guides/guide_00001.md');
});

test('[P9] Enter and arrows of a composition are not the list’s', () => {
  const { onOpen } = renderList();
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(list, { key: 'Enter', isComposing: true });
  expect(onOpen).not.toHaveBeenCalled();
});

test('a row says name, title, state and findings in words', () => {
  const entry = guideEntry('Cloud Engineer', {
    title: '止まらない基盤を育てる仕事',
    siteState: 'changed',
    counts: { ...noCounts, error: 2, warning: 3, hint: 1 },
  });
  renderList({ entries: [entry] });
  expect(screen.getByRole('option').getAttribute('aria-label')).toBe(
    'Cloud Engineer、止まらない基盤を育てる仕事、変更あり、エラー2、注意3',
  );
});

test('a guide changed on disk shows the diamond and says so in its second line', () => {
  const entry = guideEntry('Cloud Engineer');
  const document_ = {
    path: entry.path,
    unsaved: true,
    saving: false,
    readOnly: undefined,
    disk: 'changed',
    savedAt: undefined,
    saveFailure: undefined,
  } as const;
  renderList({ entries: [entry], documents: [document_] });
  expect(document.querySelector('.dot.conflict')).not.toBeNull();
  expect(document.querySelector('.unsaved')).not.toBeNull();
  expect(document.querySelector('.sub')?.textContent).toBe('ほかの所でファイルが変わりました');
});

test('not exported is offered only once a target is known', () => {
  renderList({ entries: [guideEntry('A')] });
  expect(screen.queryByRole('button', { name: /未書き出し/ })).toBeNull();
  cleanup();
  renderList({ entries: [guideEntry('A', { siteState: 'new' }), guideEntry('B')] });
  expect(screen.getByRole('button', { name: '未書き出し 1' })).toBeTruthy();
});

test('groups have headers with their number', () => {
  renderList({
    entries: [guideEntry('A', { category: 'cloud' }), guideEntry('B')],
    groupByCategory: true,
  });
  const headers = [...document.querySelectorAll('.guidegroup')].map((e) => e.textContent);
  expect(headers).toEqual(['クラウド1', 'カテゴリーなし1']);
});

test('from the filter, Enter opens the first hit, Esc takes the filter off, ↓ goes into the list', () => {
  const { onOpen } = renderList();
  const filter = screen.getByRole('searchbox');
  fireEvent.change(filter, { target: { value: '00042' } });
  fireEvent.keyDown(filter, { key: 'Enter', keyCode: 229 });
  expect(onOpen).not.toHaveBeenCalled();
  fireEvent.keyDown(filter, { key: 'Enter' });
  expect(onOpen).toHaveBeenCalledWith('guides/guide_00042.md');
  fireEvent.keyDown(filter, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(screen.getByRole('listbox'));
  fireEvent.keyDown(filter, { key: 'Escape' });
  expect(screen.getByTestId('guide-count').textContent).toBe('10,000');
});

test('the cursor stays on its guide when the rows before it change', () => {
  const values = {
    documents: [],
    active: undefined,
    progress: undefined,
    sort: 'name',
    groupByCategory: false,
    vocabulary,
    onSort: () => undefined,
    onGroup: () => undefined,
    onOpen: () => undefined,
    onNew: () => undefined,
    menuOf,
    onMenu: () => undefined,
  } as const;
  const [a, b, c] = [guideEntry('A'), guideEntry('B'), guideEntry('C')];
  const { rerender } = render(<GuideList {...values} entries={[b, c]} />);
  fireEvent.keyDown(screen.getByRole('listbox'), { key: 'End' });
  rerender(<GuideList {...values} entries={[a, b, c]} />);
  expect(document.querySelector('.guide.cursor .name')?.textContent).toBe('C');
});

test.each([
  ['F2', { key: 'F2' }, 'rename'],
  ['Delete', { key: 'Delete' }, 'trash'],
  ['Ctrl+Backspace', { key: 'Backspace', ctrlKey: true }, 'trash'],
  ['⌘+Backspace', { key: 'Backspace', metaKey: true }, 'trash'],
])('%s is about the file of the guide under the cursor', (_, key, id) => {
  const { onMenu } = renderList();
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, key);
  expect(onMenu).not.toHaveBeenCalled();
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.keyDown(list, key);
  expect(onMenu).toHaveBeenCalledWith(id, 'guides/guide_00000.md');
});

test('[P9] keys of a composition, a bare Backspace and Shift+Delete do nothing to files', () => {
  const { onMenu } = renderList();
  const list = screen.getByRole('listbox');
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  for (const key of ['F2', 'Delete']) {
    fireEvent.keyDown(list, { key, isComposing: true });
    fireEvent.keyDown(list, { key, keyCode: 229 });
  }
  fireEvent.keyDown(list, { key: 'Backspace' });
  fireEvent.keyDown(list, { key: 'Delete', shiftKey: true });
  expect(onMenu).not.toHaveBeenCalled();
});

test('the menu opens for the row pointed at, or for the cursor by the menu key', async () => {
  const { onMenu } = renderList();
  const list = screen.getByRole('listbox');
  const [, second] = screen.getAllByRole('option');
  fireEvent.contextMenu(second ?? list, { button: 2, clientX: 40, clientY: 60 });
  fireEvent.click(await screen.findByRole('menuitem', { name: 'ごみ箱に移す' }));
  expect(onMenu).toHaveBeenCalledWith('trash', 'guides/guide_00001.md');
  // The right click has moved the cursor; the key has no place of its own.
  fireEvent.keyDown(list, { key: 'ArrowDown' });
  fireEvent.contextMenu(list, { button: 0 });
  await screen.findByRole('menu', { name: 'menu of guides/guide_00002.md' });
});

test('the menu key does nothing where no guide is under the cursor', () => {
  renderList();
  fireEvent.contextMenu(screen.getByRole('listbox'), { button: 0 });
  expect(screen.queryByRole('menu')).toBeNull();
});
