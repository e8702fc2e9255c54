import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ToastRegion } from '../../../src-renderer/ui/ToastRegion.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function renderToast() {
  const onClose = vi.fn();
  const onPress = vi.fn();
  render(
    <ToastRegion
      toasts={[{ id: '1', text: '3件を直しました', action: { label: '元に戻す', onPress } }]}
      onClose={onClose}
      label="終わった操作"
      closeLabel="閉じる"
    />,
  );
  const wait = (ms: number) => act(() => void vi.advanceTimersByTime(ms));
  return { onClose, onPress, wait };
}

test('a toast goes after 8 seconds', () => {
  const { onClose, wait } = renderToast();
  wait(7999);
  expect(onClose).not.toHaveBeenCalled();
  wait(1);
  expect(onClose).toHaveBeenCalledWith('1');
});

test('a toast that is pointed at stays', () => {
  const { onClose, wait } = renderToast();
  fireEvent.pointerEnter(screen.getByRole('status'));
  wait(60_000);
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.pointerLeave(screen.getByRole('status'));
  wait(8000);
  expect(onClose).toHaveBeenCalledOnce();
});

test('taking back also closes it', () => {
  const { onClose, onPress } = renderToast();
  fireEvent.click(screen.getByRole('button', { name: '元に戻す' }));
  expect(onPress).toHaveBeenCalledOnce();
  expect(onClose).toHaveBeenCalledWith('1');
});
