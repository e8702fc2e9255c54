import { expect, test } from 'vitest';
import { readablePath, recentDay } from '../../../../src-renderer/features/welcome/recent-day.ts';

const now = new Date(2026, 10, 23, 0, 30).getTime();

test.each([
  [new Date(2026, 10, 23, 0, 10), '今日', 'Today'],
  [new Date(2026, 10, 22, 23, 50), '昨日', 'Yesterday'],
  [new Date(2026, 10, 2, 12), '11月2日', 'November 2'],
  [new Date(2025, 10, 22, 12), '2025年11月22日', 'November 22, 2025'],
])('a folder opened at %s is dated by its day', (opened, ja, en) => {
  expect(recentDay(opened.getTime(), now, 'ja')).toBe(ja);
  expect(recentDay(opened.getTime(), now, 'en')).toBe(en);
});

test('a path reads as its folders, on every system', () => {
  expect(readablePath('/home/saeki/原稿')).toBe('home › saeki › 原稿');
  expect(readablePath('C:\\Users\\saeki\\原稿')).toBe('C: › Users › saeki › 原稿');
});
