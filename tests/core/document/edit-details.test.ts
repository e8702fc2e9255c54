import { describe, expect, test } from 'vitest';
import { type DetailsEdit, editDetails } from '#core/document/edit-details';
import { parseGuide } from '#core/document/parse-guide';
import { applyEdits } from '#core/document/text-edit';

const guide = (json: string): string => `---json\n${json}\n---\n# Body\n\n---js\n`;

/** The text after an edit; fields are new in `order` at the root, in alphabetical order below it. */
function edited(text: string, edit: DetailsEdit, order: readonly string[] = []): string {
  const orderAt = (pointer: string): readonly string[] => (pointer === '' ? order : [...'abcde']);
  const result = editDetails(text, edit, { orderAt });
  if (!result.ok) throw new Error(result.reason.en);
  return applyEdits(text, result.edits);
}

const order = ['category', 'keywords', 'slug', 'tags', 'title'];

describe('[P1] a form edit changes one value only', () => {
  test.each<[string, string, DetailsEdit, string]>([
    [
      'a text',
      '{ "slug":"x" ,\n   "title"  :\t"あい"}',
      { kind: 'set', pointer: '/title', value: 'あう"' },
      '{ "slug":"x" ,\n   "title"  :\t"あう\\""}',
    ],
    [
      'an item of an inline list',
      '{\n  "tags": ["a","b"],\n  "n": 1.0\n}',
      { kind: 'set', pointer: '/tags/1', value: 'c' },
      '{\n  "tags": ["a","c"],\n  "n": 1.0\n}',
    ],
    [
      'a list added to inline, in the style of its commas',
      '{\n  "tags": ["a","b"],\n  "n": 1\n}',
      { kind: 'insert-item', pointer: '/tags', index: 2, value: 'c' },
      '{\n  "tags": ["a","b","c"],\n  "n": 1\n}',
    ],
    [
      'a list of one in a line',
      '{\n  "tags": ["a"]\n}',
      { kind: 'insert-item', pointer: '/tags', index: 0, value: 'c' },
      '{\n  "tags": ["c", "a"]\n}',
    ],
    [
      'a list with one item a line',
      '{\n\t"tags": [\n\t\t"a",\n\t\t"b"\n\t]\n}',
      { kind: 'insert-item', pointer: '/tags', index: 1, value: 'c' },
      '{\n\t"tags": [\n\t\t"a",\n\t\t"c",\n\t\t"b"\n\t]\n}',
    ],
    [
      'an empty list, as other lists are',
      '{\n  "keywords": [\n    "k"\n  ],\n  "tags": []\n}',
      { kind: 'insert-item', pointer: '/tags', index: 0, value: 'c' },
      '{\n  "keywords": [\n    "k"\n  ],\n  "tags": [\n    "c"\n  ]\n}',
    ],
    [
      'an empty list where lists are inline',
      '{\n  "keywords": ["k"],\n  "tags": []\n}',
      { kind: 'set', pointer: '/tags', value: ['c', 'd'] },
      '{\n  "keywords": ["k"],\n  "tags": ["c", "d"]\n}',
    ],
    [
      'the last item taken out',
      '{\n  "tags": [\n    "a",\n    "b"\n  ]\n}',
      { kind: 'remove-item', pointer: '/tags', index: 1 },
      '{\n  "tags": [\n    "a"\n  ]\n}',
    ],
    [
      'the only item taken out',
      '{\n  "tags": [\n    "a"\n  ]\n}',
      { kind: 'unset', pointer: '/tags/0' },
      '{\n  "tags": []\n}',
    ],
    [
      'items moved, each in its own writing',
      '{"tags": ["\\u0061", "b",\n "c"]}',
      { kind: 'move-item', pointer: '/tags', from: 0, to: 2 },
      '{"tags": ["b", "c",\n "\\u0061"]}',
    ],
    [
      'a new field, at its place in the schema',
      '{\n  "title": "t",\n  "category": "c",\n  "tags": []\n}',
      { kind: 'set', pointer: '/slug', value: 's' },
      '{\n  "title": "t",\n  "category": "c",\n  "slug": "s",\n  "tags": []\n}',
    ],
    [
      'a new first field',
      '{\n  "title": "t"\n}',
      { kind: 'set', pointer: '/category', value: 'c' },
      '{\n  "category": "c",\n  "title": "t"\n}',
    ],
    [
      'an unknown field, at the end',
      '{\n  "title": "t"\n}',
      { kind: 'set', pointer: '/extra', value: { a: [1] } },
      '{\n  "title": "t",\n  "extra": {\n    "a": [\n      1\n    ]\n  }\n}',
    ],
    [
      'a field of an empty object',
      '{}',
      { kind: 'set', pointer: '/title', value: 't' },
      '{\n  "title": "t"\n}',
    ],
    [
      'a field of a compact object',
      '{"a":1}',
      { kind: 'set', pointer: '/b', value: [1, { c: 2 }] },
      '{"a":1,"b":[1,{"c":2}]}',
    ],
    [
      'a field taken out of the middle',
      '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}',
      { kind: 'unset', pointer: '/b' },
      '{\n  "a": 1,\n  "c": 3\n}',
    ],
    [
      'a nested object, keeping the rest of it as written',
      '{\n  "faq": [\n    {"q" : "x", "n": 1e2},\n    {}\n  ]\n}',
      { kind: 'set', pointer: '/faq/0', value: { q: 'y', n: 100, z: null } },
      '{\n  "faq": [\n    {"q" : "y", "n": 1e2, "z": null},\n    {}\n  ]\n}',
    ],
    [
      'a name written twice taken out as a whole',
      '{"a": 1, "b": 2, "a": 3}',
      { kind: 'unset', pointer: '/a' },
      '{"b": 2}',
    ],
    [
      'the one of two equal names that sites use',
      '{"a": 1, "a": 2}',
      { kind: 'set', pointer: '/a', value: 3 },
      '{"a": 1, "a": 3}',
    ],
    [
      'a text, whose unchanged ends keep their escapes',
      '{"a": "\\u3042\\/\\ud842\\udfb7"}',
      { kind: 'set', pointer: '/a', value: 'あ/「x」𠮷' },
      '{"a": "\\u3042\\/「x」\\ud842\\udfb7"}',
    ],
    [
      'one of many values set at once, the others in their spelling',
      `{"a": [${Array.from({ length: 700 }, (_, i) => `${i}.0`).join(', ')}]}`,
      {
        kind: 'set',
        pointer: '/a',
        value: Array.from({ length: 700 }, (_, i) => (i % 3 ? i : -1)),
      },
      `{"a": [${Array.from({ length: 700 }, (_, i) => (i % 3 ? `${i}.0` : '-1')).join(', ')}]}`,
    ],
    [
      'a field added to an inline object, with the blanks inside its braces',
      '{\n  "seo": { "x": 1 },\n  "n": 3\n}',
      { kind: 'set', pointer: '/seo/y', value: [1, { q: 2 }] },
      '{\n  "seo": { "x": 1, "y": [1, { "q": 2 }] },\n  "n": 3\n}',
    ],
    [
      'an object added to inline ones, laid out like them',
      '{\n  "faq": [\n    { "q": "x", "t": [ "a" ] },\n    { "q": "y" }\n  ]\n}',
      { kind: 'insert-item', pointer: '/faq', index: 2, value: { q: 'z', t: ['b', 'c'] } },
      '{\n  "faq": [\n    { "q": "x", "t": [ "a" ] },\n    { "q": "y" },\n    { "q": "z", "t": [ "b", "c" ] }\n  ]\n}',
    ],
    [
      'an object added where each begins on the line that ends the one before',
      '{\n  "faq": [{\n    "q": "x"\n  }, {\n    "q": "y"\n  }]\n}',
      { kind: 'insert-item', pointer: '/faq', index: 1, value: { q: 'z' } },
      '{\n  "faq": [{\n    "q": "x"\n  }, {\n    "q": "z"\n  }, {\n    "q": "y"\n  }]\n}',
    ],
    [
      'an item added to a list with leading commas',
      '{\n  "tags": [\n    "a"\n  , "b"\n  ]\n}',
      { kind: 'insert-item', pointer: '/tags', index: 1, value: 'c' },
      '{\n  "tags": [\n    "a"\n  , "c"\n  , "b"\n  ]\n}',
    ],
    [
      'a list that is empty over two lines',
      '{\n  "n": ["x"],\n  "tags": [\n  ]\n}',
      { kind: 'set', pointer: '/tags/-', value: 'c' },
      '{\n  "n": ["x"],\n  "tags": [\n    "c"\n  ]\n}',
    ],
    [
      'a field behind a group that a blank line parts from the rest',
      '{\n  "a": 1,\n\n  "b": 2,\n  "c": 3\n}',
      { kind: 'set', pointer: '/z', value: 4 },
      '{\n  "a": 1,\n\n  "b": 2,\n  "c": 3,\n  "z": 4\n}',
    ],
    [
      'an object in an indent of its own',
      '{\n    "a": {\n      "b": 1\n    }\n}',
      { kind: 'set', pointer: '/a/c', value: { d: 1 } },
      '{\n    "a": {\n      "b": 1,\n      "c": {\n        "d": 1\n      }\n    }\n}',
    ],
    [
      'a nested field, at its place in the schema',
      '{\n  "faq": [\n    {\n      "c": 1,\n      "a": 2,\n      "z": 3\n    }\n  ]\n}',
      { kind: 'set', pointer: '/faq/0/b', value: 4 },
      '{\n  "faq": [\n    {\n      "c": 1,\n      "a": 2,\n      "b": 4,\n      "z": 3\n    }\n  ]\n}',
    ],
    [
      'an item copied just as it is written, in its layout',
      '{\n  "faq": [\n    {"q" :\t"\\u3042",\n     "n": 1.0},\n    {}\n  ]\n}',
      { kind: 'copy-item', pointer: '/faq', index: 0 },
      '{\n  "faq": [\n    {"q" :\t"\\u3042",\n     "n": 1.0},\n    {"q" :\t"\\u3042",\n     "n": 1.0},\n    {}\n  ]\n}',
    ],
    [
      'the only item of a list in a line copied',
      '{"faq": [1e3]}',
      { kind: 'copy-item', pointer: '/faq', index: 0 },
      '{"faq": [1e3, 1e3]}',
    ],
    [
      'JSON given as text, its spelling kept and its layout that of the guide',
      '{\n  "tags": [\n    "x"\n  ],\n  "a": 0\n}',
      {
        kind: 'set-json',
        pointer: '/a',
        json: ' {"n":9007199254740993,\r\n"m":[1.0, 1e3] , "s": "\\u3042\\/"} ',
      },
      '{\n  "tags": [\n    "x"\n  ],\n  "a": {\n    "n": 9007199254740993,\n    "m": [\n      1.0,\n      1e3\n    ],\n    "s": "\\u3042\\/"\n  }\n}',
    ],
    [
      'a number given in a spelling that doubles cannot tell from the former',
      '{"a": 9007199254740992, "b": [1, 2]}',
      { kind: 'set-json', pointer: '/a', json: '9007199254740993' },
      '{"a": 9007199254740993, "b": [1, 2]}',
    ],
    [
      'the parts of an object that JSON text gives anew, and no others',
      '{"a": { "x" : 1.0,"y":[ 1,2 ] }}',
      { kind: 'set-json', pointer: '/a', json: '{"y": [1, 2.0], "x": 1.0}' },
      '{"a": { "x" : 1.0,"y":[ 1,2.0 ] }}',
    ],
  ])('%s', (_name, before, edit, after) => {
    expect(edited(guide(before), edit, order)).toBe(guide(after));
  });
});

test('[F47] what is added to a CRLF text ends its lines with CRLF', () => {
  const text = guide('{\n  "tags": [\n    "a"\n  ]\n}').replaceAll('\n', '\r\n');
  const more = edited(text, { kind: 'insert-item', pointer: '/tags', index: 1, value: 'b' });
  const field = edited(more, { kind: 'set', pointer: '/list', value: ['x'] });
  expect(field.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(parseGuide(field).data).toEqual({ tags: ['a', 'b'], list: ['x'] });
});

test('[F47] where line ends are mixed, a new line ends as its neighbours do', () => {
  const text = '---json\n{\r\n  "a": [\r    1\r  ],\n  "b": {},\n  "c": 2\r\n}\n---\n';
  const set = (pointer: string, value: unknown): string =>
    edited(text, { kind: 'set', pointer, value });
  expect(set('/a/-', [[]])).toContain('[\r    1,\r    [\r      []\r    ]\r  ],\n');
  expect(set('/b/x', 1)).toContain('"b": {\n    "x": 1\n  },\n');
  expect(set('/c', [2])).toContain('  "c": [\n    2\n  ]\r\n}');
});

test('[F47] an edit never comes between the two characters of a CRLF', () => {
  const before = '---json\n{"a": [\r1,\r\n2]}\n---';
  const result = editDetails(before, { kind: 'remove-item', pointer: '/a', index: 0 });
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  for (const { from, to } of result.edits) {
    for (const at of [from, to]) expect(before.slice(at - 1, at + 1)).not.toBe('\r\n');
  }
});

test('[F51] the edit of a text spans no more than what differs', () => {
  const text = guide('{"title": "落ちない基盤を育てる仕事"}');
  const result = editDetails(text, {
    kind: 'set',
    pointer: '/title',
    value: '止まらない基盤を育てる仕事',
  });
  const from = text.indexOf('落ち');
  expect(result).toEqual({ ok: true, edits: [{ from, to: from + 2, insert: '止まら' }] });
});

test('[F51] the same value is no edit, however it is written', () => {
  const text = guide('{"a": "\\u3042", "n": 1.0}');
  expect(editDetails(text, { kind: 'set', pointer: '/a', value: 'あ' })).toEqual({
    ok: true,
    edits: [],
  });
  expect(editDetails(text, { kind: 'set', pointer: '/n', value: 1 })).toEqual({
    ok: true,
    edits: [],
  });
});

test.each<[string, string, DetailsEdit]>([
  ['broken JSON', guide('{"a": }'), { kind: 'set', pointer: '/a', value: 1 }],
  ['YAML', '---\na: 1\n---\n', { kind: 'set', pointer: '/a', value: 1 }],
  ['a refused engine', '---js\n{"a": 1}\n---\n', { kind: 'set', pointer: '/a', value: 1 }],
  ['no details', '# Body', { kind: 'set', pointer: '/a', value: 1 }],
  ['a missing parent', guide('{}'), { kind: 'set', pointer: '/a/b', value: 1 }],
  [
    'a place beyond the end of a list',
    guide('{"a": []}'),
    { kind: 'set', pointer: '/a/1', value: 1 },
  ],
  ['a field of a text', guide('{"a": "x"}'), { kind: 'set', pointer: '/a/b', value: 1 }],
  ['the whole', guide('{}'), { kind: 'set', pointer: '', value: {} }],
  ['no pointer', guide('{}'), { kind: 'set', pointer: 'a', value: 1 }],
  [
    'an item of what is no list',
    guide('{"a": 1}'),
    { kind: 'insert-item', pointer: '/a', index: 0, value: 1 },
  ],
  [
    'an item that is not there',
    guide('{"a": [1]}'),
    { kind: 'remove-item', pointer: '/a', index: 1 },
  ],
  ['undefined', guide('{"a": 1}'), { kind: 'set', pointer: '/a', value: undefined }],
  ['NaN within', guide('{"a": 1}'), { kind: 'set', pointer: '/a', value: [Number.NaN] }],
  ['a copy of nothing', guide('{"a": [1]}'), { kind: 'copy-item', pointer: '/a', index: 1 }],
])('refuses %s with a reason', (_name, text, edit) => {
  const result = editDetails(text, edit);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.reason.ja).not.toBe('');
});

test.each([
  ['no JSON', '{"a": 1,\n}', '2行目をJSONとして読めない', 'Line 2 of what was entered'],
  ['nothing', '', '1行目をJSONとして読めない', 'cannot be read as JSON'],
  ['two values', '1 2', 'JSONとして読めない', 'cannot be read as JSON'],
  ['a comment', '1 // one', 'JSONとして読めない', 'cannot be read as JSON'],
  ['a name twice', '[{"a": 1, "a": 1}]', '「a」が2回', '“a” is there twice'],
  [
    'a hostile name',
    '[{"\\u005f_proto__": 1}]',
    '「__proto__」という名前',
    'cannot be named “__proto__”',
  ],
  ['65 levels', '['.repeat(65) + ']'.repeat(65), '入れ子が深くなりすぎる', 'nested too deep'],
  ['64 levels within another', '['.repeat(64) + ']'.repeat(64), '入れ子が深く', 'nested too deep'],
  ['300 KB', JSON.stringify('x'.repeat(300_000)), '大きくなりすぎる', 'too large'],
  ['what makes 300 KB with the rest', `"${'あ'.repeat(80_000)}"`, '大きくなりすぎる', 'too large'],
])('[T30] refuses %s as JSON text, and says so', (_name, json, ja, en) => {
  const text = guide(`{"a": 1, "long": "${'x'.repeat(40_000)}"}`);
  const result = editDetails(text, { kind: 'set-json', pointer: '/a', json });
  expect(result).toMatchObject({
    ok: false,
    reason: {
      ja: expect.stringContaining(ja) as string,
      en: expect.stringContaining(en) as string,
    },
  });
});

test('[F51] JSON text that is there already, whatever its layout, is no edit; another spelling is one', () => {
  const text = guide('{"a": {"x": 1.0, "y": "\\u3042"}}');
  const set = (json: string) => editDetails(text, { kind: 'set-json', pointer: '/a', json });
  expect(set('{\n"y": "\\u3042",\n"x":1.0}')).toEqual({ ok: true, edits: [] });
  expect(set('{"x": 1, "y": "\\u3042"}')).toMatchObject({ ok: true, edits: [{ insert: '' }] });
});

test.each(['__proto__', 'constructor', 'prototype'])('[T29] never writes the name %s', (name) => {
  const text = guide('{"a": {}}');
  const reasonOf = (edit: DetailsEdit): string | undefined => {
    const result = editDetails(text, edit);
    return result.ok ? undefined : result.reason.en;
  };
  expect(reasonOf({ kind: 'set', pointer: `/a/${name}`, value: 1 })).toContain('cannot be named');
  const value: unknown = JSON.parse(`{"${name}": 1}`);
  expect(reasonOf({ kind: 'set', pointer: '/a', value })).toContain('cannot be written');
});

test('[T27] the body is never read nor touched, whatever it begins with', () => {
  const text = '---json\n{"a": 1}\n---\n---js\n{"a": 1}\n---';
  expect(edited(text, { kind: 'set', pointer: '/a', value: 2 })).toBe(text.replace('1', '2'));
});

test('[F49] a lone surrogate is written as an escape', () => {
  const text = edited(guide('{"a": ""}'), { kind: 'set', pointer: '/a', value: '\ud800' });
  expect(text).toContain('"\\ud800"');
  const json = edited(text, { kind: 'set-json', pointer: '/b', json: '"x\udc00"' });
  expect(json).toContain('"x\\udc00"');
  const more = edited(json, { kind: 'set', pointer: '/b', value: 'y\udc00' });
  expect(more).toContain('"y\\udc00"');
  expect(more).not.toMatch(/\p{Surrogate}/u);
});
