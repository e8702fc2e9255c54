import fc from 'fast-check';
import { expect, test } from 'vitest';
import { respellString } from '#core/document/json-string';

test.each([
  ['"\\u3042\\u3044\\u3046"', 'あXう', '"\\u3042X\\u3046"'],
  ['"a\\/b"', 'a/bc', '"a\\/bc"'],
  ['"\\ud83c\\udff7"', '\u{1f3f8}', '"\u{1f3f8}"'],
  ['"\\ud83cx"', '\u{1f3f8}', '"\u{1f3f8}"'],
  ['"x\\udff7"', '\u{1f3f7}', '"\u{1f3f7}"'],
  ['"\\\\n"', '\\', '"\\\\"'],
  ['""', '"\n', '"\\"\\n"'],
])('[P1] %s becomes %j with its unchanged escapes', (raw, next, written) => {
  expect(respellString(raw, next)).toBe(written);
});

test('[P1] any text can take the place of any other, in whichever way that was written', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('a', '/', '"', '\\', '\ud83c', '\udff7', '🏷', '\u2028', 'あ', '\n'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 6,
  });
  const escaped = fc.array(fc.boolean(), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(text, text, text, text, escaped, (start, old, next, end, ways) => {
      const former = start + old + end;
      const units = Array.from({ length: former.length }, (_, i) => former.charAt(i));
      const raw = units.map((unit, i) => {
        const code = unit.charCodeAt(0).toString(16).padStart(4, '0');
        const half = /\p{Surrogate}/u.test(unit);
        return half || ways[i % ways.length] ? `\\u${code}` : JSON.stringify(unit).slice(1, -1);
      });
      const written = respellString(`"${raw.join('')}"`, start + next + end);
      expect(JSON.parse(written)).toBe(start + next + end);
      expect(written).not.toMatch(/\p{Surrogate}/u);
      expect(respellString(written, start + next + end)).toBe(written);
    }),
    { numRuns: 2000 },
  );
});
