import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Palette } from '../../../../src-renderer/features/palette/Palette.tsx';
import { guideEntry } from '../../guide-entry-fixture.ts';

afterEach(cleanup);

const entries = [guideEntry('Cloud Engineer'), guideEntry('Cloud Architect')];

const headings = [
  { id: 'a', text: '1️⃣ 主な仕事', level: 2, from: 40 },
  { id: 'b', text: 'まとめ', level: 2, from: 90 },
];

function renderPalette(guide = true) {
  const calls = { onRun: vi.fn(), onOpen: vi.fn(), onHeading: vi.fn(), onClose: vi.fn() };
  render(
    <Palette
      mode="all"
      entries={entries}
      vocabulary={{}}
      available={{ workspace: true, guide }}
      recentPaths={[]}
      headings={headings}
      {...calls}
    />,
  );
  const field = screen.getByRole('combobox');
  return {
    ...calls,
    field,
    type: (value: string) => fireEvent.change(field, { target: { value } }),
  };
}

const selected = () => document.querySelector('[aria-selected="true"] b')?.textContent;

test('[P9] Enter, arrows and Esc of a composition choose nothing', () => {
  const { field, type, onRun, onOpen, onClose } = renderPalette();
  type('cloud');
  const before = selected();
  fireEvent.keyDown(field, { key: 'ArrowDown', isComposing: true, keyCode: 229 });
  expect(selected()).toBe(before);
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true, keyCode: 229 });
  fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 });
  fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
  expect(onRun).not.toHaveBeenCalled();
  expect(onOpen).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

test('arrows choose around the ends and Enter opens the guide', () => {
  const { field, type, onOpen, onClose } = renderPalette();
  type('cloud');
  const first = selected();
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  const second = selected();
  expect(second).not.toBe(first);
  fireEvent.keyDown(field, { key: 'ArrowUp' });
  expect(selected()).toBe(first);
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onClose).toHaveBeenCalledOnce();
  expect(onOpen).toHaveBeenCalledOnce();
});

test('a command that cannot be used says why, and Enter does not run it', () => {
  const { field, type, onRun, onClose } = renderPalette(false);
  type('別の場所に保存');
  const option = screen.getAllByRole('option')[0];
  expect(option?.getAttribute('aria-disabled')).toBe('true');
  expect(option?.textContent).toContain('ガイドを開くと使えます');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onRun).not.toHaveBeenCalled();
  expect(onClose).not.toHaveBeenCalled();
});

test('the letters that were hit are marked in the text as written', () => {
  const { type } = renderPalette();
  type('ＣＬＯＵＤ');
  expect(document.querySelector('mark')?.textContent).toBe('Cloud');
});

test('nothing found says so with the words typed', () => {
  const { type } = renderPalette();
  type('zzzz');
  expect(screen.getByText('「zzzz」に合うものはありません')).toBeTruthy();
});

test('a number sign finds headings of the guide in front, also by Latin letters for kana', () => {
  const { field, type, onHeading } = renderPalette();
  type('＃');
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
    '1️⃣ 主な仕事##',
    'まとめ##',
  ]);
  type('#matome');
  expect(selected()).toBe('まとめ');
  fireEvent.keyDown(field, { key: 'Enter' });
  expect(onHeading).toHaveBeenCalledWith(90);
});
