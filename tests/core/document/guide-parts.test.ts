import { expect, test } from 'vitest';
import { splitGuide } from '#core/document/guide-parts';

const block = (text: string): string => {
  const { blockFrom, blockTo } = splitGuide(text);
  return text.slice(blockFrom, blockTo);
};

test('finds the details and the body of a guide', () => {
  const text = '---json\n{"a": 1}\n---\n# Body\n\n---\n';
  const parts = splitGuide(text);
  expect(parts).toMatchObject({ kind: 'json', language: 'json', closed: true });
  expect(block(text)).toBe('{"a": 1}\n');
  expect(text.slice(parts.bodyFrom)).toBe('# Body\n\n---\n');
});

test.each(['\r\n', '\r'])('[F47] reads fences that end with %j', (eol) => {
  const text = ['---json', '{"a": 1}', '---', '# Body'].join(eol);
  expect(block(text)).toBe(`{"a": 1}${eol}`);
  expect(text.slice(splitGuide(text).bodyFrom)).toBe('# Body');
});

test.each(['\n', '\r\n', '\r'])(
  '[F48] a text that ends with the fence and %j has an empty body',
  (eol) => {
    const text = ['---json', '{}', '---', ''].join(eol);
    expect(splitGuide(text)).toMatchObject({ closed: true, bodyFrom: text.length });
  },
);

test.each([
  ['---json\n{}\n', 'json', false],
  ['---json', 'json', false],
  ['---json \n{}\n--- \nx', 'json', true],
  ['---json\n{}\n----\nx', 'json', false],
  ['---json\n{}\n---x\nx', 'json', false],
  ['---x\n{}\n---\n', 'refused', true],
  ['----\n{}\n---\n', 'none', false],
  [' ---json\n{}\n---\n', 'none', false],
  ['---\ntitle: x\n---\n', 'yaml', true],
  ['---yaml\ntitle: x\n---\n', 'yaml', true],
  ['---\ntitle: x\n', 'yaml', false],
  ['---\n\nA break, then text.\n', 'none', false],
  ['+++\na = 1\n+++\n', 'toml', true],
  ['---toml\na = 1\n---\n', 'toml', true],
  ['# Heading\n\n---\n', 'none', false],
  ['', 'none', false],
])('[F50] %j is %s, closed %s', (text, kind, closed) => {
  expect(splitGuide(text)).toMatchObject({ kind, closed });
});

test.each([
  'js',
  'javascript',
  'JavaScript',
  'JS',
  'coffee',
  'cson',
  'constructor',
  'toString',
  'valueOf',
  '__proto__',
  'hasOwnProperty',
  'json5',
  'js ',
  ' js',
  'json;js',
  'eval',
  'ts',
  'typescript',
  'yaml.js',
])('[T26] ---%s is refused, never taken for data', (language) => {
  expect(splitGuide(`---${language}\n{}\n---\nbody`).kind).toBe('refused');
});

test('a BOM before the fence is overlooked', () => {
  expect(splitGuide('\ufeff---json\n{}\n---\n')).toMatchObject({ kind: 'json', blockFrom: 9 });
});
