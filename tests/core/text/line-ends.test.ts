import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type LineEnd, readLineEnds, restoreLineEnds } from '#core/text/line-ends';

const pieces = fc.array(fc.constantFrom('\n', '\r\n', '\r', 'あ', 'b', '\u2028'), {
  maxLength: 30,
});

test('[F47] an untouched text comes back byte for byte, whatever its line ends', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const file = parts.join('');
      const { text, dominant, exceptions } = readLineEnds(file);
      expect(text).not.toContain('\r');
      expect(restoreLineEnds(text, dominant, exceptions)).toBe(file);
    }),
  );
});

test('[F47] lines stay lines wherever the exceptions stand', () => {
  const end = fc.constantFrom<LineEnd>('\n', '\r\n', '\r');
  const text = fc.array(fc.constantFrom('\n', 'x'), { maxLength: 12 }).map((all) => all.join(''));
  fc.assert(
    fc.property(text, end, fc.array(fc.tuple(fc.nat(12), end)), (lf, dominant, marks) => {
      const exceptions = [...new Map(marks)].map(([at, kind]) => ({ at, end: kind }));
      expect(readLineEnds(restoreLineEnds(lf, dominant, exceptions)).text).toBe(lf);
    }),
  );
});

test('[F47] new lines get the line end that most lines have', () => {
  const { dominant, exceptions } = readLineEnds('a\r\nb\r\nc\nd');
  expect(dominant).toBe('\r\n');
  expect(exceptions).toEqual([{ at: 5, end: '\n' }]);
  expect(restoreLineEnds('a\nnew\nb\nc\nd', dominant, [{ at: 9, end: '\n' }])).toBe(
    'a\r\nnew\r\nb\r\nc\nd',
  );
});

test('[F47] a text of one line is given LF', () => {
  expect(readLineEnds('a').dominant).toBe('\n');
});

test.each(['\u2028', '\u2029', '\u0085', '\u000b', '\f', '\0'])(
  '[F47] %j is a character, not a line end',
  (character) => {
    const text = `a${character}b\r\n${character}`;
    expect(readLineEnds(text)).toEqual({
      text: `a${character}b\n${character}`,
      dominant: '\r\n',
      exceptions: [],
    });
    expect(restoreLineEnds(`a${character}b\n${character}`, '\r\n', [])).toBe(text);
  },
);

test('[F48] no final newline and many of them come back as they were', () => {
  for (const file of ['', 'a', 'a\r\n\r\n\r\n', '\n\n\r\n\n', '\r\n']) {
    const { text, dominant, exceptions } = readLineEnds(file);
    expect(restoreLineEnds(text, dominant, exceptions)).toBe(file);
  }
});
