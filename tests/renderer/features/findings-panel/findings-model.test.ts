import { expect, test } from 'vitest';
import {
  fixVerb,
  folderRows,
  guideRows,
  nextFindingRow,
  rowAtCaret,
} from '../../../../src-renderer/features/findings-panel/findings-model.ts';
import { finding } from '../../finding-fixture.ts';
import { guideEntry } from '../../guide-entry-fixture.ts';

const late = finding('late', { from: 40, to: 60, severity: 'error' });
const early = finding('early', { from: 5, to: 50 });
const inner = finding('inner', { from: 10, to: 12, severity: 'hint' });

test('a guide’s findings stand in the order of its text, errors not pulled out', () => {
  const rows = guideRows('a.md', [late, inner, early], undefined);
  expect(rows.map((row) => row.kind === 'finding' && row.finding)).toEqual([early, inner, late]);
});

test('a severity leaves out the others', () => {
  const rows = guideRows('a.md', [late, inner, early], 'error');
  expect(rows).toEqual([{ kind: 'finding', path: 'a.md', finding: late }]);
});

test('the folder shows each guide with findings under its name', () => {
  const a = guideEntry('Zebra', { path: 'a.md' });
  const b = guideEntry('Apple', { path: 'b.md' });
  const findings = new Map([
    ['a.md', [early]],
    ['none.md', []],
    ['b.md', [late, inner]],
  ]);
  const entries = new Map([a, b].map((entry) => [entry.path, entry]));
  const rows = folderRows(findings, entries, undefined);
  const shown = rows.map((row) => (row.kind === 'guide' ? `${row.name} ${row.count}` : row.path));
  expect(shown).toEqual(['Apple 2', 'b.md', 'b.md', 'Zebra 1', 'a.md']);
});

test('the caret selects the shortest finding around it', () => {
  const rows = guideRows('a.md', [late, inner, early], undefined);
  expect(rowAtCaret(rows, 'a.md', 11)).toBe(1);
  expect(rowAtCaret(rows, 'a.md', 30)).toBe(0);
  expect(rowAtCaret(rows, 'a.md', 55)).toBe(2);
  expect(rowAtCaret(rows, 'a.md', 99)).toBe(-1);
  expect(rowAtCaret(rows, 'b.md', 11)).toBe(-1);
});

test('keys pass over the names of guides', () => {
  const rows = folderRows(
    new Map([
      ['a.md', [early]],
      ['b.md', [late]],
    ]),
    new Map(),
    undefined,
  );
  expect(nextFindingRow(rows, -1, 1)).toBe(1);
  expect(nextFindingRow(rows, 1, 1)).toBe(3);
  expect(nextFindingRow(rows, 3, 1)).toBeUndefined();
  expect(nextFindingRow(rows, 3, -1)).toBe(1);
});

test('a value put in another’s place is replaced, other fixes fix', () => {
  const title = { ja: '', en: '' };
  const edits = [{ from: 0, to: 3, insert: 'abc' }];
  expect(fixVerb(finding('', { pointer: '/slug', fixes: [{ title, edits }] }))).toBe('replace');
  expect(fixVerb(finding('', { fixes: [{ title, edits }] }))).toBe('fix');
  const removal = [{ from: 0, to: 3, insert: '' }];
  expect(fixVerb(finding('', { pointer: '/a', fixes: [{ title, edits: removal }] }))).toBe('fix');
});
