import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { Button } from '../../../src-renderer/ui/Button.tsx';
import { IconButton } from '../../../src-renderer/ui/IconButton.tsx';

afterEach(cleanup);

test('a button that cannot be used stays in the tab order, says why, and does nothing', () => {
  const onPress = vi.fn();
  render(
    <Button disabledReason="指摘があるため書き出せません" onPress={onPress}>
      書き出す
    </Button>,
  );
  const button = screen.getByRole('button');
  fireEvent.click(button);
  expect(onPress).not.toHaveBeenCalled();
  expect(button.hasAttribute('disabled')).toBe(false);
  expect(button.getAttribute('aria-disabled')).toBe('true');
  expect(button.getAttribute('aria-description')).toBe('指摘があるため書き出せません');
  expect(button.dataset['tip']).toBe('指摘があるため書き出せません');
});

test('a busy button keeps its words and takes no second press', () => {
  const onPress = vi.fn();
  render(
    <Button busy onPress={onPress}>
      書き出す
    </Button>,
  );
  fireEvent.click(screen.getByRole('button', { name: '書き出す' }));
  expect(onPress).not.toHaveBeenCalled();
});

test('an icon button is named by its tooltip, which also shows the key', () => {
  render(<IconButton icon="bold" label="太字" shortcut="Ctrl+B" pressed />);
  const button = screen.getByRole('button', { name: '太字', pressed: true });
  expect(button.dataset['tip']).toBe('太字');
  expect(button.dataset['tipKey']).toBe('Ctrl+B');
});
