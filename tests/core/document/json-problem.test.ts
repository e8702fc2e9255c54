import { expect, test } from 'vitest';
import { jsonProblem } from '#core/document/json-problem';

test.each(['1.0', '"あ"', 'null', ' [1, {"a": []}] ', '{\r\n  "a": 1\r\n}'])(
  '%j can stand as a value',
  (json) => {
    expect(jsonProblem(json)).toBeUndefined();
  },
);

test.each([
  ['', '値がありません'],
  ['[1,\n2', '2行目'],
  ['{"a": 1\n"b": 2}', '1行目の終わりに「,」'],
  ['[1, // two\n2]', 'コメント'],
  ['"一', '「"」で閉じられていません'],
  ['abc', '「"」で囲まれていない'],
  ['1 2', '1行目'],
])('[F50] %j is refused with its place', (json, words) => {
  expect(jsonProblem(json)?.ja).toContain(words);
});

test('[T30] what is too deep or too large is refused', () => {
  expect(jsonProblem('['.repeat(65) + ']'.repeat(65))?.ja).toContain('64段');
  expect(jsonProblem(`"${'あ'.repeat(90_000)}"`)?.ja).toContain('256 KB');
});
