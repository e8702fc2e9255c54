import { describe, expect, test } from 'vitest';
import {
  folderName,
  formatBytes,
  listedItems,
  reviewCounts,
  reviewRows,
} from '../../../src-renderer/features/export-review/review-model.ts';
import { planImage, planItem, wholePlan } from './plan-fixture.ts';

const none = new Set<never>();
const shown = (rows: ReturnType<typeof reviewRows>): string[] =>
  rows.map((row) =>
    row.type === 'group' ? `${row.action} ${row.count}` : `  ${row.item.label} ${row.state}`,
  );

describe('the rows of the review', () => {
  test('stand in groups, the ones that need somebody first', () => {
    expect(shown(reviewRows(wholePlan, none, new Set(['unchanged']), ''))).toEqual([
      'conflict 1',
      '  Machine Learning Engineer fixed',
      'blocked 1',
      '  Cloud Engineer fixed',
      'added 2',
      '  DevOps Engineer in',
      '  Prompt Engineer in',
      'changed 1',
      '  Data Analyst in',
      'removed 1',
      '  QA Engineer in',
      'unchanged 1',
    ]);
  });

  test('find a guide by its name or title, whatever its width and kana', () => {
    const find = (text: string): string[] => shown(reviewRows(wholePlan, none, none, text));
    expect(find('ＤＥＶＯＰＳ')).toEqual(['added 1', '  DevOps Engineer in']);
    expect(find('analystのしごと')).toEqual([]);
    expect(find('Nurseの仕事')).toEqual(['unchanged 1', '  Nurse fixed']);
  });

  test('say what goes with something left out, and count only the rest', () => {
    const rows = reviewRows(wholePlan, new Set(['src/guides/Prompt Engineer.md']), none, '');
    expect(shown(rows)).toContain('  DevOps Engineer with');
    expect(shown(rows)).toContain('  Prompt Engineer out');
    const added = rows.find((row) => row.type === 'group' && row.action === 'added');
    expect(added).toMatchObject({ lines: { added: 0, removed: 0 } });
  });

  test('an image has a row of its own only where no listed guide brings it', () => {
    const plan = { ...wholePlan, items: [...wholePlan.items, planImage('changed', 'nurse2.png')] };
    expect(listedItems(plan).filter(({ kind }) => kind === 'image')).toEqual([
      planImage('changed', 'nurse2.png'),
    ]);
  });
});

describe('what the button counts', () => {
  test('is every row that would be done', () => {
    expect(reviewCounts(wholePlan, none)).toMatchObject({
      added: 2,
      changed: 1,
      removed: 1,
      total: 4,
    });
    expect(reviewCounts(wholePlan, new Set(['src/guides/Prompt Engineer.md'])).total).toBe(2);
  });

  test('is nothing where all is as on the site', () => {
    const plan = { ...wholePlan, items: [planItem('unchanged', 'a')] };
    expect(reviewCounts(plan, none).total).toBe(0);
  });
});

test.each([
  [512, '512 B'],
  [180_000, '176 KB'],
  [3_000_000, '2.9 MB'],
])('%d bytes are shown as %s', (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});

test.each([
  ['/sites/career-site/', 'career-site'],
  ['C:\\sites\\x', 'x'],
  ['/', '/'],
])('the folder name of %s is %s', (path, expected) => {
  expect(folderName(path)).toBe(expected);
});
