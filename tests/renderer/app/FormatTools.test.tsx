import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import type { CommandId } from '#core/commands/commands';
import { FormatTools } from '../../../src-renderer/app/FormatTools.tsx';
import { headingMenu, toolbarButtons, toolbarMenu } from '../../../src-renderer/app/toolbar.ts';
import { formatCommands } from '#core/commands/format-commands';

afterEach(cleanup);

const none: ReadonlySet<CommandId> = new Set();
let width = 0;
Object.defineProperty(HTMLElement.prototype, 'clientWidth', {
  configurable: true,
  get: () => width,
});

function show(px: number, active = none, disabledReason?: string) {
  width = px;
  const ran: CommandId[] = [];
  render(
    <FormatTools run={(id) => ran.push(id)} active={active} disabledReason={disabledReason} />,
  );
  return ran;
}

const buttons = () =>
  screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'));

async function openMenu(name: string) {
  fireEvent.click(screen.getByRole('button', { name }));
  const menu = await screen.findByRole('menu');
  return [...menu.querySelectorAll('.menulabel')].map((item) => item.textContent);
}

test('a wide bar shows all its buttons, and the menu the rest', async () => {
  show(600);
  expect(buttons()).toEqual(['見出し', '太字', ...buttons().slice(2, -1), 'ほかの書式']);
  expect(buttons()).toHaveLength(toolbarButtons.length + 2);
  const items = await openMenu('ほかの書式');
  expect(items).toHaveLength(toolbarMenu.flat().length);
  expect(items).not.toContain('太字');
});

test('a narrow bar puts what does not fit into the menu, so that nothing is cut or lost', async () => {
  // Three buttons of 28 with two gaps of 4, and the room for the ring.
  show(3 * 28 + 2 * 4 + 6);
  expect(buttons()).toEqual(['見出し', '太字', 'ほかの書式']);
  expect(await openMenu('ほかの書式')).toEqual(expect.arrayContaining(['箇条書き', 'リンク']));
});

test('the narrowest bar is the menu alone, the headings in it', async () => {
  show(34);
  expect(buttons()).toEqual(['ほかの書式']);
  expect(await openMenu('ほかの書式')).toEqual(expect.arrayContaining(['見出し2', '太字']));
});

test('each formatting command can be reached by the bar', () => {
  const reachable = new Set(
    [...toolbarButtons, ...toolbarMenu.flat(), ...headingMenu].map(({ id }) => id),
  );
  for (const { id } of formatCommands) expect([id, reachable.has(id)]).toEqual([id, true]);
});

test('a button runs its command, and is pressed where the caret is in such text', () => {
  const ran = show(600, new Set<CommandId>(['format.bold']));
  const bold = screen.getByRole('button', { name: '太字' });
  expect(bold.getAttribute('aria-pressed')).toBe('true');
  expect(bold.getAttribute('data-tip-key')).toBe('Ctrl+B');
  fireEvent.click(bold);
  expect(ran).toEqual(['format.bold']);
});

test('an entry of the headings runs its command when the menu is gone', async () => {
  const ran = show(600, new Set<CommandId>(['format.heading2']));
  await openMenu('見出し');
  const second = screen.getByRole('menuitemcheckbox', { name: /見出し2/ });
  expect(second.getAttribute('aria-checked')).toBe('true');
  fireEvent.click(second);
  await act(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  expect(ran).toEqual(['format.heading2']);
});

test('nothing can be pressed over a read-only text, and the button says why', () => {
  const ran = show(600, none, 'この原稿は読み取り専用です');
  for (const name of ['見出し', 'ほかの書式']) {
    const menu = screen.getByRole('button', { name });
    expect([menu.getAttribute('aria-disabled'), menu.dataset['tip']]).toEqual([
      'true',
      'この原稿は読み取り専用です',
    ]);
    fireEvent.click(menu);
    expect(screen.queryByRole('menu')).toBeNull();
  }
  const bold = screen.getByRole('button', { name: '太字' });
  fireEvent.click(bold);
  expect(ran).toEqual([]);
  expect(bold.getAttribute('data-tip')).toBe('この原稿は読み取り専用です');
});
