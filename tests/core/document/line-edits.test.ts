import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineEdits } from '#core/document/line-edits';
import { applyEdits } from '#core/document/text-edit';

const text = fc
  .array(fc.constantFrom('あ', '𠮷', 'い\n', '\n', 'う え\n', '\r\n'), { maxLength: 20 })
  .map((parts) => parts.join(''));

it('edits line by line give the other text', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      expect(applyEdits(before, lineEdits(before, after))).toBe(after);
    }),
  );
});

it('[F34] what stays the same between two changes is not touched', () => {
  const edits = lineEdits('一行目\n二行目\n三行目\n', '一行め\n二行目\n三行め\n');
  expect(edits).toEqual([
    { from: 2, to: 3, insert: 'め' },
    { from: 10, to: 11, insert: 'め' },
  ]);
});
