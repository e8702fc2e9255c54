import { expect, test } from 'vitest';
import { displayWidth, offsetAtWidth } from '#core/text/display-width';

test.each([
  ['', 0],
  ['AB', 1],
  ['止まらない基盤', 7],
  ['全角ＡＢ', 4],
  ['ｶﾅ', 1],
  ['ｶﾞｷﾞ', 2],
  ['がか\u3099', 2],
  ['e\u0301', 0.5],
  ['…“”①', 4],
  ['1️⃣', 1],
  ['#\u20e3', 1],
  ['🔟', 1],
  ['🏷️', 1],
  ['👨‍👩‍👧', 1],
  ['👍🏽', 1],
  ['🇯🇵', 1],
  ['🇯', 0.5],
  ['©', 0.5],
  ['©️', 1],
  ['한글', 2],
  ['　', 1],
  ['a b', 1.5],
])('[P9] the width of %j is %d full-width units', (text, width) => {
  expect(displayWidth(text)).toBe(width);
});

test('[P9] a long text is as wide as its parts together', () => {
  const part = '基盤A🏷️1️⃣ｶﾞ e\u0301';
  expect(displayWidth(part.repeat(500))).toBe(displayWidth(part) * 500);
});

test('[P9] the part beyond a limit begins at a whole cluster', () => {
  expect(offsetAtWidth('あい👨‍👩‍👧う', 3)).toBe('あい👨‍👩‍👧'.length);
  expect(offsetAtWidth('あいう', 3)).toBe(3);
  expect(offsetAtWidth('abc', 1)).toBe(2);
});
