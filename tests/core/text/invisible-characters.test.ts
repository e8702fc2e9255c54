import { expect, test } from 'vitest';
import { shortNameOf, unseenCharacters } from '#core/text/invisible-characters';

/** The short names of what cannot be seen in a text. */
function found(text: string): string[] {
  return [...text.matchAll(unseenCharacters)].map(([character]) => shortNameOf(character));
}

test('[T24] every control of direction is found, as are controls, zero widths and fillers', () => {
  const directions = '\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069';
  expect(found(directions)).toEqual('ALM LRM RLM LRE RLE PDF LRO RLO LRI RLI FSI PDI'.split(' '));
  expect(found('a\0b\u0007c\u001bd\u007fe\u0085')).toEqual(['NUL', 'BEL', 'ESC', 'DEL', '0085']);
  expect(found('a\u200bb\u2060c\ufeffd\u00ade\u3164f')).toEqual([
    'ZWSP',
    'WJ',
    'BOM',
    'SHY',
    '3164',
  ]);
  expect(found('a\u2028b\u2029c')).toEqual(['LSEP', 'PSEP']);
});

test('half a character is found, a whole one is not', () => {
  expect(found('a\ud83db')).toEqual(['D83D']);
  expect(found('a\udc00')).toEqual(['DC00']);
  expect(found('a😀𠮷')).toEqual([]);
});

test('what belongs to an emoji, a keycap, a flag or a letter is not found', () => {
  const texts = [
    '👩‍👩‍👧 👩🏽‍💻 ❤️‍🔥 🏳️‍🌈',
    '1️⃣ 🏷️ ☁️ ©︎',
    '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    '葛\u{e0100} か\u3099',
    'می\u200cخواهم क्\u200dष',
    'tab\tand line\nfeed',
  ];
  for (const text of texts) expect(found(text)).toEqual([]);
});

test('a joiner between letters that it does not join, and hidden tags, are found', () => {
  expect(found('日\u200d本 a\u200cb')).toEqual(['ZWJ', 'ZWNJ']);
  expect(found('a\u{e0068}\u{e0069}b')).toEqual(['TAG']);
});
