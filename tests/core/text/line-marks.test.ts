import fc from 'fast-check';
import { expect, it } from 'vitest';
import { keepText, keptTextShown } from '#core/text/kept-text';
import { findLineMarks, markedLineBefore } from '#core/text/line-marks';
import { matchesOf } from '#core/text/search-excerpts';

const texts = fc
  .array(fc.constantFrom('あ', '\n', '\n\n\n', 'word', '\n'.repeat(15)), { maxLength: 60 })
  .map((parts) => parts.join(''));

it('a marked line is a line at or before the place, at most fifteen lines before it', () => {
  fc.assert(
    fc.property(texts, fc.nat(200), (text, place) => {
      const at = Math.min(place, text.length);
      const { line, from } = markedLineBefore(findLineMarks(text), at);
      const lineAt = text.slice(0, at).split('\n').length;

      expect(from).toBeLessThanOrEqual(at);
      expect(text.slice(0, from).split('\n')).toHaveLength(line);
      expect(from === 0 || text[from - 1] === '\n').toBe(true);
      expect(lineAt - line).toBeLessThan(16);
    }),
  );
});

it('places far down in a kept text have the lines that counting from the top gives', () => {
  const lines = Array.from({ length: 100 }, (_, i) => (i % 7 === 0 ? `看護 ${i + 1}` : '仕事'));
  const kept = keepText(lines.join('\n'));
  const places = lines.flatMap((line, i) => {
    const from = lines.slice(0, i).join('\n').length + (i > 0 ? 1 : 0);
    return line.startsWith('看護') ? [{ from, to: from + 2 }] : [];
  });

  const found = matchesOf(keptTextShown(kept), places);

  expect(found.map(({ line, hit, after }) => `${line} ${hit}${after}`)).toEqual(
    places.map((_, i) => `${i * 7 + 1} 看護 ${i * 7 + 1}`),
  );
});
