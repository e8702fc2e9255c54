import { expect, test } from 'vitest';
import { clampSize, sizeAfterKey } from '../../../src-renderer/ui/splitter-keys.ts';

const range = { min: 208, max: 420 };

test.each([
  ['ArrowRight', false, 296],
  ['ArrowLeft', false, 264],
  ['ArrowRight', true, 344],
  ['Home', false, 208],
  ['End', false, 420],
  ['Enter', false, undefined],
  ['ArrowUp', false, undefined],
])('%s (Shift %s) on a list of 280 px gives %s', (key, shiftKey, expected) => {
  expect(sizeAfterKey({ key, shiftKey }, 280, range, 'ArrowRight')).toBe(expected);
});

test('a region at the right grows to the left, one at the bottom upwards', () => {
  const left = { key: 'ArrowLeft', shiftKey: false };
  expect(sizeAfterKey(left, 280, range, 'ArrowLeft')).toBe(296);
  const up = { key: 'ArrowUp', shiftKey: false };
  expect(sizeAfterKey(up, 280, range, 'ArrowUp')).toBe(296);
});

test('no key leaves the bounds, and the minimum wins over an impossible maximum', () => {
  expect(sizeAfterKey({ key: 'ArrowRight', shiftKey: true }, 400, range, 'ArrowRight')).toBe(420);
  expect(clampSize(300, { min: 320, max: 100 })).toBe(320);
});
