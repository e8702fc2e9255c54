import { expect, test } from 'vitest';
import { applyEdits } from '#core/document/text-edit';
import { changedMiddle } from '../../../../src-renderer/features/fix-all/changed-middle.ts';
import { planFixes } from '../../../../src-renderer/features/fix-all/fix-all-model.ts';
import { finding } from '../../finding-fixture.ts';

const title = { ja: '直す', en: 'Fix' };
const text = '一行目です。\n**「力」**が要る。\n三行目です。';
const bold = finding('bold', {
  from: 7,
  to: 14,
  fixes: [
    {
      title,
      edits: [
        { from: 7, to: 10, insert: '「**' },
        { from: 11, to: 14, insert: '**」' },
      ],
    },
  ],
});
const overlapping = finding('overlap', {
  from: 9,
  to: 12,
  fixes: [{ title, edits: [{ from: 9, to: 12, insert: 'x' }] }],
});
const plain = finding('no fix', { from: 20, to: 22 });

test('each fix is shown with its line before and after', () => {
  const [fix] = planFixes(text, [plain, bold]);
  expect(fix).toMatchObject({
    line: 2,
    before: '**「力」**が要る。',
    after: '「**力**」が要る。',
  });
});

test('of fixes at the same place only the first is taken, so that all can be applied at once', () => {
  const plan = planFixes(text, [overlapping, bold, plain]);
  expect(plan.map((fix) => fix.finding.code)).toEqual(['example']);
  expect(plan[0]?.finding).toBe(bold);
  const edits = plan.flatMap((fix) => fix.edits);
  expect(applyEdits(text, edits)).toBe('一行目です。\n「**力**」が要る。\n三行目です。');
});

test('a fix beyond the text, of an older version, is left out', () => {
  expect(planFixes('短い', [bold])).toEqual([]);
});

test.each([
  ['abc', 'axc', { start: 'a', removed: 'b', added: 'x', end: 'c' }],
  ['aa', 'aaa', { start: 'aa', removed: '', added: 'a', end: '' }],
  ['👩‍💻x', '👩‍💻y', { start: '👩‍💻', removed: 'x', added: 'y', end: '' }],
  ['same', 'same', { start: 'same', removed: '', added: '', end: '' }],
])('what differs between %s and %s', (before, after, expected) => {
  expect(changedMiddle(before, after)).toEqual(expected);
});

test('only a little of a long line is shown around a change', () => {
  const { start, end } = changedMiddle(
    `${'あ'.repeat(100)}x${'い'.repeat(100)}`,
    `${'あ'.repeat(100)}y${'い'.repeat(100)}`,
  );
  expect(start).toBe(`…${'あ'.repeat(24)}`);
  expect(end).toBe(`${'い'.repeat(24)}…`);
});
