import { expect, test } from 'vitest';
import { countLines, splitLines } from '#core/export/line-counts';

test.each([
  ['a new text', undefined, 'a\nb', { added: 2, removed: 0 }],
  ['the same text', 'a\nb\n', 'a\nb\n', { added: 0, removed: 0 }],
  ['one changed line', 'a\nb\nc\n', 'a\nB\nc\n', { added: 1, removed: 1 }],
  ['a line end only', 'a\r\nb', 'a\nb', { added: 1, removed: 1 }],
  ['a final newline', 'a', 'a\n', { added: 1, removed: 1 }],
  ['a text emptied', 'a\nb\n', '', { added: 0, removed: 2 }],
])('%s counts its lines', (_title, before, after, counts) => {
  expect(countLines(before, after)).toEqual(counts);
});

test('a change too large to compare counts whole', () => {
  const before = Array.from({ length: 3000 }, (_, i) => `old ${i}\n`).join('');
  const after = Array.from({ length: 3000 }, (_, i) => `new ${i}\n`).join('');
  expect(countLines(before, after)).toEqual({ added: 3000, removed: 3000 });
});

test('lines joined are the text again, whatever ends them', () => {
  const text = 'a\r\nb\rc\n\nd';
  expect(splitLines(text).join('')).toBe(text);
  expect(splitLines(text)).toHaveLength(5);
});
