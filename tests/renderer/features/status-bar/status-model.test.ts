import { expect, test } from 'vitest';
import {
  clockTime,
  percentDone,
  saveState,
} from '../../../../src-renderer/features/status-bar/status-model.ts';
import { openDocument } from '../../open-document-fixture.ts';

const diskFull = { code: 'disk-full', detail: '' } as const;

test.each([
  [{}, 'saved'],
  [{ unsaved: true }, 'unsaved'],
  [{ unsaved: true, saving: true, saveFailure: diskFull }, 'saving'],
  [{ unsaved: true, saveFailure: diskFull, disk: 'changed' }, 'cannot-save'],
  [{ unsaved: true, disk: 'changed' }, 'changed-outside'],
  [{ disk: 'deleted', saving: true }, 'deleted'],
  [{ readOnly: 'not-utf8' }, 'read-only'],
] as const)('an open guide with %o is %s', (values, expected) => {
  expect(saveState(openDocument(values))).toBe(expected);
});

test('100 % is said only when all is done', () => {
  expect(percentDone({ phase: 'check', done: 1247, total: 1248 })).toBe(99);
  expect(percentDone({ phase: 'check', done: 1248, total: 1248 })).toBe(100);
  expect(percentDone({ phase: 'scan', done: 0, total: 0 })).toBe(100);
});

test('times have two digits', () => {
  expect(clockTime(new Date(2026, 10, 23, 9, 5).getTime())).toBe('09:05');
});
