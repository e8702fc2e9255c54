import { expect, test } from 'vitest';
import { counterText } from '../../../src-core/messages/counter.ts';

test.each([
  [13, { max: 32 }, '全角13 / 32', 'Width 13 / 32'],
  [12.5, { max: 32 }, '全角12.5 / 32', 'Width 12.5 / 32'],
  [126, { min: 70, max: 120 }, '全角126 / 70〜120', 'Width 126 / 70–120'],
  [3, { min: 5 }, '全角3 / 5〜', 'Width 3 / 5 or more'],
  [3, {}, '全角3', 'Width 3'],
])('width %d with bounds %o reads %s', (width, bounds, ja, en) => {
  expect(counterText(width, bounds)).toEqual({ ja, en });
});
