import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { placeKeys } from '../../../src-renderer/ui/place-keys.ts';
import { PlaceHead } from '../../../src-renderer/ui/PlaceHead.tsx';

afterEach(cleanup);

function show(onBack: (() => void) | undefined, regions = true) {
  const outside = vi.fn();
  const region = (name: string) => (regions ? { 'data-region': name } : {});
  render(
    <div onKeyDown={outside}>
      <section aria-label="place" onKeyDown={placeKeys(onBack)}>
        <PlaceHead title="履歴" backLabel="戻る" onBack={onBack ?? vi.fn()} busy={!onBack} />
        <div {...region('list')}>
          <button>一</button>
        </div>
        <div {...region('status')}>
          <button>二</button>
        </div>
      </section>
    </div>,
  );
  const press = (key: string, init = {}) =>
    fireEvent.keyDown(document.activeElement ?? document.body, { key, ...init });
  return { outside, press };
}

test('Esc and the button lead back, F6 goes through the parts, and nothing behind the place hears of it', () => {
  const onBack = vi.fn();
  const { outside, press } = show(onBack);
  screen.getByText('一').focus();
  press('F6');
  expect(document.activeElement?.textContent).toBe('二');
  press('F6', { shiftKey: true });
  expect(document.activeElement?.textContent).toBe('一');
  press('Escape');
  fireEvent.click(screen.getByRole('button', { name: '戻る' }));
  expect(onBack).toHaveBeenCalledTimes(2);
  expect(outside).not.toHaveBeenCalled();
  press('a');
  expect(outside).toHaveBeenCalledOnce();
});

test('[P9] keys of the input method are its own', () => {
  const onBack = vi.fn();
  const { press } = show(onBack);
  screen.getByText('一').focus();
  for (const init of [{ isComposing: true }, { keyCode: 229 }]) {
    press('Escape', init);
    press('F6', init);
  }
  expect(onBack).not.toHaveBeenCalled();
  expect(document.activeElement?.textContent).toBe('一');
});

test('while something is under way there is no way back; without parts F6 is left to the window', () => {
  const { outside, press } = show(undefined, false);
  screen.getByText('一').focus();
  press('Escape');
  press('F6');
  expect(outside).toHaveBeenCalledTimes(2);
  expect(screen.getByRole('button', { name: '戻る' }).getAttribute('aria-disabled')).toBe('true');
});
