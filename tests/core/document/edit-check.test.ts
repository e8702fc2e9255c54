import { expect, test } from 'vitest';
import { othersUntouched } from '#core/document/edit-check';
import type { JsonSource } from '#core/document/json-changes';
import { parseGuide } from '#core/document/parse-guide';

function source(json: string): JsonSource {
  const { text, root } = parseGuide(`---json\n${json}\n---\n`);
  if (!root) throw new Error('no root');
  return { text, root };
}

const edit = { from: 0, to: 0, insert: '' };
const before = source('{"a": 1.0, "list": ["x", "y"]}');

test.each([
  ['the value meant', '{"a": 2, "list": ["x", "y"]}', true],
  ['another value too', '{"a": 2, "list": ["x", "z"]}', false],
  ['a name', '{"b": 2, "list": ["x", "y"]}', false],
  ['only the writing of another value', '{"a": 2, "list": ["x","y"]}', false],
  ['the number of fields', '{"a": 2}', false],
])('[P1] a replaced value is checked: changing %s', (_name, json, passes) => {
  expect(othersUntouched(before, source(json), { edit, path: [0] })).toBe(passes);
});

test.each([
  ['{"a": 1.0, "list": ["x", "new", "y"]}', true],
  ['{"a": 1.0, "list": ["x", "new"]}', false],
  ['{"a": 1.0, "list": ["y", "new", "x"]}', false],
  ['{"a": 1, "list": ["x", "new", "y"]}', false],
])('[P1] an item put in leaves the others: %s', (json, passes) => {
  const planned = { edit, path: [1], children: [0, undefined, 1] };
  expect(othersUntouched(before, source(json), planned)).toBe(passes);
});
