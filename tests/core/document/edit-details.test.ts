import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DetailsEdit, editDetails } from '#core/document/edit-details';
import { isSameJson } from '#core/document/json-data';
import { parseGuide } from '#core/document/parse-guide';
import { applyEdits } from '#core/document/text-edit';

const guide = (json: string): string => `---json\n${json}\n---\n# Body\n\n---js\n`;

function edited(text: string, edit: DetailsEdit, order?: readonly string[]): string {
  const result = editDetails(text, edit, order ? { order } : {});
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
])('refuses %s with a reason', (_name, text, edit) => {
  const result = editDetails(text, edit);
  expect(result.ok).toBe(false);
  if (!result.ok) expect(result.reason.ja).not.toBe('');
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
});

// Random JSON in random layout: blanks of every kind wherever JSON allows them.
const name = fc
  .oneof(fc.constantFrom('a', 'b', '~1/', 'タグ', ''), fc.string({ maxLength: 4 }))
  .filter((one) => !['__proto__', 'constructor', 'prototype'].includes(one));
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { maxDepth: 3 },
    fc.string({ unit: 'grapheme', maxLength: 5 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('any'), { maxLength: 4 }),
    fc.dictionary(name, tie('any'), { maxKeys: 4 }),
  ),
})).any;

function layOut(data: unknown, blank: () => string): string {
  const wrap = (open: string, items: string[], close: string): string =>
    open + (items.map((item) => blank() + item + blank()).join(',') || blank()) + close;
  if (Array.isArray(data))
    return wrap(
      '[',
      data.map((item) => layOut(item, blank)),
      ']',
    );
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const items = Object.entries(data).map(
    ([key, child]) => `${JSON.stringify(key)}${blank()}:${blank()}${layOut(child, blank)}`,
  );
  return wrap('{', items, '}');
}

const escape = (segment: string): string => segment.replaceAll('~', '~0').replaceAll('/', '~1');

function* pointers(data: unknown, at = ''): Generator<[string, unknown]> {
  if (at !== '') yield [at, data];
  if (typeof data !== 'object' || data === null) return;
  for (const [key, child] of Object.entries(data)) yield* pointers(child, `${at}/${escape(key)}`);
}

/** Raw text of every value by pointer, containers excepted. */
function leaves(text: string): Map<string, string> {
  const { root, data } = parseGuide(text);
  const found = new Map<string, string>();
  const walk = (node: typeof root, at: string): void => {
    if (!node) return;
    if (node.type === 'array') node.children?.forEach((child, i) => walk(child, `${at}/${i}`));
    else if (node.type === 'object') {
      for (const property of node.children ?? []) {
        const [key, child] = property.children ?? [];
        walk(child, `${at}/${escape(String(key?.value))}`);
      }
    } else found.set(at, text.slice(node.offset, node.offset + node.length));
  };
  walk(root, '');
  expect(data).toBeDefined();
  return found;
}

test('[P1] any value of any document can be set, and every other value keeps its bytes', () => {
  const blanks = fc.infiniteStream(fc.constantFrom('', '', ' ', '\n', '\n  ', '\t', '\r\n    '));
  fc.assert(
    fc.property(
      fc.dictionary(name, value, { minKeys: 1, maxKeys: 5 }),
      blanks,
      fc.nat(),
      fc.oneof(value, fc.constant(undefined)),
      (data, stream, pick, next) => {
        const text = guide(layOut(data, () => String(stream.next().value)));
        const all = [...pointers(data)];
        const [pointer] = all[pick % all.length] ?? [''];
        const edit: DetailsEdit =
          next === undefined ? { kind: 'unset', pointer } : { kind: 'set', pointer, value: next };
        const after = edited(text, edit);
        expect(after.slice(after.indexOf('\n---\n'))).toBe(text.slice(text.indexOf('\n---\n')));
        if (next === undefined) return;
        const found = new Map(pointers(parseGuide(after).data));
        expect(isSameJson(found.get(pointer), next)).toBe(true);
        const now = leaves(after);
        for (const [at, raw] of leaves(text)) {
          if (at !== pointer && !at.startsWith(`${pointer}/`)) expect(now.get(at)).toBe(raw);
        }
        expect(
          isSameJson(
            parseGuide(edited(after, { ...edit, value: found.get(pointer) } as DetailsEdit)).data,
            parseGuide(after).data,
          ),
        ).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

test('[P1] list items go in, out and about as they do in a list', () => {
  const blanks = fc.infiniteStream(fc.constantFrom('', ' ', '\n    ', '\r\n'));
  const items = fc.array(fc.string({ maxLength: 3 }), { maxLength: 6 });
  fc.assert(
    fc.property(items, blanks, fc.nat(), fc.nat(), fc.nat(2), (list, stream, a, b, kind) => {
      const text = guide(layOut({ before: 1, list, after: [] }, () => String(stream.next().value)));
      const { length } = list;
      let edit: DetailsEdit = {
        kind: 'insert-item',
        pointer: '/list',
        index: a % (length + 1),
        value: 'new',
      };
      let expected = list.toSpliced(a % (length + 1), 0, 'new');
      if (length > 0 && kind === 1) {
        edit = { kind: 'remove-item', pointer: '/list', index: a % length };
        expected = list.toSpliced(a % length, 1);
      } else if (length > 0 && kind === 2) {
        edit = { kind: 'move-item', pointer: '/list', from: a % length, to: b % length };
        expected = list.toSpliced(a % length, 1).toSpliced(b % length, 0, list[a % length] ?? '');
      }
      expect(parseGuide(edited(text, edit)).data).toEqual({ before: 1, list: expected, after: [] });
    }),
    { numRuns: 300 },
  );
});
