import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallestEdit } from '#core/document/edit-details';
import { halfCharacterAt } from '#core/text/half-character';
import { applyEdits } from '#core/document/text-edit';

describe('the difference of two texts', () => {
  it('[P1] is one edit that turns one into the other and parts no pair of characters', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'あ', '😀', '😁', '\r\n', '\n') });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = smallestEdit(before, after);
        expect(applyEdits(before, edits)).toBe(after);
        expect(edits.length).toBe(before === after ? 0 : 1);
        for (const { from, to, insert } of edits) {
          for (const piece of [before.slice(from, to), insert])
            expect(halfCharacterAt(piece)).toBeUndefined();
          expect(`${before.slice(0, from)}|`).not.toMatch(/\r\|$/);
        }
      }),
    );
  });
});
