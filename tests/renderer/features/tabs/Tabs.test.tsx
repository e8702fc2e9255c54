import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Tabs } from '../../../../src-renderer/features/tabs/Tabs.tsx';
import { tabAfterKey } from '../../../../src-renderer/features/tabs/tabs-model.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';
import { openDocument } from '../../open-document-fixture.ts';

afterEach(cleanup);

const cloud = guideEntry('Cloud Engineer');
const entries = new Map([[cloud.path, cloud]]);
const documents = [
  openDocument({ path: cloud.path, unsaved: true }),
  openDocument({ path: 'notes/memo.md', disk: 'deleted' }),
];

function renderTabs() {
  const onActivate = vi.fn();
  const onClose = vi.fn();
  const onMenu = vi.fn();
  render(
    <Tabs
      documents={documents}
      entries={entries}
      active={cloud.path}
      onActivate={onActivate}
      onClose={onClose}
      menuOf={(path) => ({
        label: path,
        entries: [
          { id: 'rename', label: '名前' },
          { id: 'x', label: 'ほか' },
        ],
      })}
      onMenu={onMenu}
    />,
  );
  return { onActivate, onClose, onMenu, tabs: screen.getAllByRole('tab') };
}

test('tabs are named by guide or file, with their state in words', () => {
  const { tabs } = renderTabs();
  expect(tabs.map((tab) => tab.getAttribute('aria-label'))).toEqual([
    'Cloud Engineer、未保存',
    'memo.md、ファイルがありません',
  ]);
});

test('a click shows, the × and a middle click close without showing', () => {
  const { onActivate, onClose, tabs } = renderTabs();
  const second = tabs[1] ?? document.body;
  fireEvent.click(second);
  expect(onActivate).toHaveBeenCalledWith('notes/memo.md');
  const close = second.querySelector('[data-tip="「memo.md」を閉じる"]');
  fireEvent.click(close ?? document.body);
  fireEvent(second, new MouseEvent('auxclick', { button: 1, bubbles: true }));
  fireEvent(second, new MouseEvent('auxclick', { button: 2, bubbles: true }));
  expect(onClose.mock.calls).toEqual([['notes/memo.md'], ['notes/memo.md']]);
  expect(onActivate).toHaveBeenCalledOnce();
});

test.each([
  ['ArrowRight', 'c', 'a'],
  ['ArrowLeft', 'a', 'c'],
  ['Home', 'c', 'a'],
  ['End', 'a', 'c'],
  ['x', 'a', undefined],
])('%s from tab %s goes to %s', (key, from, to) => {
  expect(tabAfterKey(['a', 'b', 'c'], from, key)).toBe(to);
});

test('the menu of a tab is about that tab, and its keys do not switch tabs', async () => {
  const { onActivate, onMenu, tabs } = renderTabs();
  fireEvent.contextMenu(tabs[1] ?? document.body, { button: 2 });
  const menu = await screen.findByRole('menu', { name: 'notes/memo.md' });
  fireEvent.keyDown(menu, { key: 'ArrowRight' });
  fireEvent.keyDown(menu, { key: 'Delete' });
  expect(onActivate).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('menuitem', { name: '名前' }));
  expect(onMenu).toHaveBeenCalledWith('rename', 'notes/memo.md');
});
