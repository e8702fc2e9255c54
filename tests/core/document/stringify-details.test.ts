import { expect, test } from 'vitest';
import { stringifyDetails } from '#core/document/stringify-details';

test('a new guide has two spaces, one list item a line, and the fields in the order given', () => {
  const data = { title: 't', extra: {}, tags: ['a', 'b'], category: 'c' };
  expect(stringifyDetails(data, { order: ['category', 'absent', 'tags', 'title'] })).toBe(
    '---json\n{\n  "category": "c",\n  "tags": [\n    "a",\n    "b"\n  ],\n  "title": "t",\n  "extra": {}\n}\n---\n',
  );
});
