import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addCounts, countGraphemes, countLine, readingMinutes } from '#core/text/text-count';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

test('graphemes are those of Intl.Segmenter, whatever stands beside what', () => {
  const letters =
    'あ漢aB 。👩‍👩‍👧🇯🇵1️⃣か\u3099ｶ\uff9eके각\u1100\u1161\u11a8क्षั\u200d\u200c\u0600😀🏽\u{e0100}ก\ud800\t❤';
  const unit = fc.oneof(
    fc.constantFrom(...letters, '👩‍👩‍👧', '1️⃣', 'か\u3099', '葛\u{e0100}'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 20 }), (pieces) => {
      const line = pieces.join('').replaceAll(/[\r\n]/g, '');
      expect(countGraphemes(line)).toBe([...segmenter.segment(line)].length);
    }),
    { numRuns: 2000 },
  );
});

test('a line of a hundred thousand characters with one emoji asks the segmenter about the emoji only', () => {
  const line = `${'漢'.repeat(50_000)}👩‍👩‍👧${'字'.repeat(50_000)}`;
  const asked: number[] = [];
  const { segment } = Intl.Segmenter.prototype;
  Intl.Segmenter.prototype.segment = function spy(text: string) {
    asked.push(text.length);
    return segment.call(this, text);
  };
  try {
    expect(countGraphemes(line)).toBe(100_001);
  } finally {
    Intl.Segmenter.prototype.segment = segment;
  }
  expect(asked).toEqual([10]);
});

test('blanks and Latin words are counted beside the characters', () => {
  expect(countLine('私は　Cloud Engineer’s を、2年 ')).toEqual({
    characters: 25,
    blanks: 4,
    words: 2,
    wordCharacters: 15,
  });
});

test('reading takes a minute for 500 characters of Japanese, and for 200 words of English', () => {
  expect(readingMinutes(countLine('字'.repeat(8412)))).toBe(17);
  expect(readingMinutes(countLine('word '.repeat(600)))).toBe(3);
  expect(readingMinutes(countLine('短い'))).toBe(1);
  expect(readingMinutes(countLine('　'))).toBe(0);
});

test('a count taken away leaves what was there before', () => {
  const a = countLine('ab 字');
  const b = countLine('cd　効');
  expect(addCounts(addCounts(a, b), b, -1)).toEqual(a);
});
