import { assert, integer, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JournalRecord } from '#core/recovery/journal-record';
import { encodeRecord, readJournal } from '../../../src-main/files/journal-file.ts';
import { journalBase, typedChange } from '../../support/journal-fixture.ts';

const base: JournalRecord = {
  ...{ kind: 'base', format: 1, root: '/r', path: 'a.md' },
  ...journalBase('始まり\n'),
};
const records: readonly JournalRecord[] = [
  base,
  { kind: 'change', ...typedChange(0, '字') },
  { kind: 'change', ...typedChange(1, '\ud800 と 👩‍💻\n改行') },
  { kind: 'saved', after: 1, hash: 'h1' },
  { kind: 'path', path: 'b.md' },
  { kind: 'change', ...typedChange(2, 'x') },
];
const whole = Buffer.from(records.map(encodeRecord).join(''));

describe('a journal file', () => {
  it('gives back what was written, half characters and line ends included', () => {
    const read = readJournal(whole);
    expect(read).toMatchObject({ length: whole.length, damaged: false });
    expect(read?.guide.path).toBe('b.md');
    expect(read?.guide.base).toEqual(journalBase('始まり\n'));
    expect(read?.guide.changes.map(({ edits }) => edits[0]?.insert)).toEqual([
      '字',
      '\ud800 と 👩‍💻\n改行',
      'x',
    ]);
    expect(read?.guide.saves).toEqual([{ after: 1, hash: 'h1' }]);
  });

  it('[F29] torn anywhere, gives every whole record before the tear', () => {
    const ends = records
      .map((_, index) =>
        records
          .slice(0, index + 1)
          .map(encodeRecord)
          .join(''),
      )
      .map((text) => Buffer.byteLength(text));
    for (let cut = 0; cut <= whole.length; cut += 1) {
      const read = readJournal(whole.subarray(0, cut));
      const last = ends.filter((end) => end <= cut).at(-1) ?? 0;
      expect(read?.length ?? 0).toBe(last);
      expect(read?.damaged ?? false).toBe(last > 0 && last < cut);
    }
  });

  it('[F29] never takes a record in which a bit has turned', () => {
    assert(
      property(nat(whole.length - 1), integer({ min: 0, max: 7 }), (at, bit) => {
        const turned = Buffer.from(whole);
        turned[at] = (turned[at] ?? 0) ^ (1 << bit);
        const read = readJournal(turned);
        // Everything in front of the damage is there, and nothing from it on.
        expect(read?.length ?? 0).toBeLessThanOrEqual(at);
        for (const [index, change] of (read?.guide.changes ?? []).entries()) {
          expect(change).toEqual(readJournal(whole)?.guide.changes[index]);
        }
      }),
      { numRuns: 2_000, seed: 29 },
    );
  });

  it.each([
    ['nothing', ''],
    ['zeros', '\0'.repeat(4096)],
    ['another program’s file', '{"version": 1}\n'],
    ['a record of a later format', encodeRecord({ ...base, format: 2 } as never)],
  ])('[F29] [F32] %s is no journal', (_, text) => {
    expect(readJournal(Buffer.from(text))).toBeUndefined();
  });
});
