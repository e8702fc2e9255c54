import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { plainTitle } from '../../../../src-core/markdown/plain-title.ts';
import { Outline } from '../../../../src-renderer/features/outline/Outline.tsx';
import { outlineRows } from '../../../../src-renderer/features/outline/outline-model.ts';

afterEach(cleanup);

const headings = [
  { level: 1, text: '[完全ガイド] 看護師: 支える仕事' },
  { level: 2, text: '1️⃣ **仕事**とは' },
  { level: 3, text: '1. 朝の`申し送り`' },
  { level: 5, text: '深すぎる見出し' },
  { level: 2, text: '<img src=x onerror=alert(1)>' },
];

function show(values: Partial<Parameters<typeof Outline>[0]> = {}) {
  const calls = { onGo: vi.fn(), onMove: vi.fn(() => 4), onClose: vi.fn() };
  const props = { headings, current: 1, ...calls, ...values };
  const { rerender } = render(<Outline {...props} />);
  const field = screen.getByRole('combobox');
  return { ...calls, field, again: (more: object) => rerender(<Outline {...props} {...more} />) };
}

const rows = () => screen.getAllByRole('treeitem').map(({ textContent }) => textContent);
const active = () => screen.getByRole('treeitem', { selected: true }).textContent;

test('[T09] headings down to the fourth level stand there as plain words, with their level', () => {
  show();
  expect(rows()).toEqual([
    '[完全ガイド] 看護師: 支える仕事',
    '1️⃣ 仕事とは',
    '1. 朝の申し送り',
    '<img src=x onerror=alert(1)>',
  ]);
  expect(document.querySelector('img')).toBeNull();
  const levels = screen.getAllByRole('treeitem').map((row) => row.getAttribute('aria-level'));
  expect(levels).toEqual(['1', '2', '3', '2']);
});

test('it follows the caret until the arrows choose, and Enter or a click goes there', () => {
  const { field, onGo, again } = show();
  expect(active()).toBe('1️⃣ 仕事とは');
  again({ current: 3 });
  // A heading too deep to be shown belongs to the one above it.
  expect(active()).toBe('1. 朝の申し送り');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(field.getAttribute('aria-activedescendant')).toBe(
    screen.getByRole('treeitem', { selected: true }).id,
  );
  fireEvent.keyDown(field, { key: 'Enter' });
  fireEvent.click(screen.getByText('1️⃣ 仕事とは'));
  expect(onGo.mock.calls).toEqual([[4], [1]]);
  again({ current: 0 });
  expect(active()).toBe('[完全ガイド] 看護師: 支える仕事');
});

test('typing filters, whatever the width or kana; Esc empties the field, then closes', () => {
  const { field, onGo, onClose } = show();
  fireEvent.change(field, { target: { value: 'しごと' } });
  expect(screen.queryAllByRole('treeitem')).toEqual([]);
  expect(screen.getByRole('status').textContent).toContain('しごと');
  fireEvent.change(field, { target: { value: '１．' } });
  expect(active()).toBe('1. 朝の申し送り');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onGo).toHaveBeenCalledWith(2);
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(rows()).toHaveLength(4);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(field, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledOnce();
});

test('Alt with an arrow moves the section and stays with it', () => {
  const { field, onMove, again } = show();
  fireEvent.keyDown(field, { key: 'ArrowDown', altKey: true });
  expect(onMove).toHaveBeenCalledWith(1, 1);
  const moved = [headings[0]!, headings[4]!, headings[1]!, headings[2]!, headings[3]!];
  again({ headings: [...moved.slice(0, 2), moved[2]!, moved[3]!, headings[1]!] });
  expect(active()).toBe('1️⃣ 仕事とは');
});

test('[P9] keys of a composition belong to the input method', () => {
  const { field, onGo, onMove, onClose } = show();
  for (const key of ['Enter', 'Escape', 'ArrowDown']) {
    fireEvent.keyDown(field, { key, altKey: key === 'ArrowDown', isComposing: true });
    fireEvent.keyDown(field, { key, keyCode: 229 });
  }
  expect(active()).toBe('1️⃣ 仕事とは');
  for (const call of [onGo, onMove, onClose]) expect(call).not.toHaveBeenCalled();
});

test('a guide without headings says how to begin', () => {
  show({ headings: [], current: -1 });
  expect(screen.getByRole('status').textContent).toContain('## ');
});

test('marks of links, images and code are left out of titles', () => {
  expect(plainTitle('[看護](/a) と ![絵](b.png) __強__ ~~消~~')).toBe('看護 と 絵 強 消');
  expect(outlineRows([{ level: 2, text: '' }], '')).toEqual([{ index: 0, level: 2, title: '' }]);
});
