import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultGuideSchema } from '#core/schema/default-schema';
import type { FieldModel } from '#core/schema/field-model';
import { readFields } from '#core/schema/read-fields';

const one = (property: unknown, around: object = {}): FieldModel | undefined =>
  readFields({ properties: { x: property }, ...around })[0];

test('the default schema has the nine fields with a widget each, in the order of a new guide', () => {
  const fields = readFields(defaultGuideSchema);
  expect(fields.map(({ name, widget }) => `${name} ${widget}`)).toEqual([
    'category category',
    'keywords chips',
    'meta_description long-text',
    'related_jobs relations',
    'slug text',
    'tags chips',
    'thumbnail image',
    'hero_image image',
    'title text',
  ]);
  expect(fields.every(({ required, help, group }) => required && help && group)).toBe(true);
  expect(fields[1]).toMatchObject({ items: { min: 1, max: 15 }, vocabulary: 'keywords' });
  expect(fields[3]).toMatchObject({ relation: { field: 'slug' }, pointer: '/related_jobs' });
  expect(fields[8]).toMatchObject({ width: { max: 32 }, label: { ja: 'タイトル', en: 'Title' } });
});

test.each([
  [{ type: 'string' }, 'text'],
  [{ type: ['string', 'null'] }, 'text'],
  [{ type: 'string', maxLength: 200 }, 'long-text'],
  [{ type: 'string', enum: ['a', 'b'] }, 'enum'],
  [{ enum: [1, 'a', null] }, 'enum'],
  [{ type: 'integer' }, 'number'],
  [{ type: 'boolean' }, 'boolean'],
  [{ type: 'array', items: { type: 'string' } }, 'chips'],
  [{ type: 'array', items: { type: 'number' } }, 'raw'],
  [{ type: 'array', items: { type: 'object', properties: {} } }, 'object-list'],
  [{ type: 'object', properties: {} }, 'object'],
  [{ type: 'object' }, 'raw'],
  [{ type: 'string', format: 'uri' }, 'url'],
  [{ type: 'string', format: 'iri-reference' }, 'url'],
  [{ type: 'string', format: 'uri', 'x-site-path': { kind: 'image' } }, 'image'],
  [{ type: 'string', format: 'date' }, 'date'],
  [{ type: 'string', format: 'date-time' }, 'date'],
  [{ type: 'string', format: 'time' }, 'text'],
  [{ type: 'string', 'x-relation': { field: 'slug' } }, 'relation'],
  [{ type: 'array', items: { 'x-relation': { field: 'slug' } } }, 'relations'],
  [{ type: 'array', items: { enum: ['a', 'b'] } }, 'chips'],
  [{ type: 'array', items: { enum: [1, 2] } }, 'raw'],
  [{ type: 'array', prefixItems: [{ type: 'string' }], items: { type: 'string' } }, 'raw'],
  [{ const: 'a' }, 'enum'],
  [{ properties: { a: {} } }, 'object'],
  [{ items: { type: 'string' } }, 'chips'],
  [{ minLength: 1 }, 'text'],
  [{ minimum: 1 }, 'number'],
  [{ oneOf: [{ type: 'string' }] }, 'text'],
  [{ anyOf: [{ type: 'string', format: 'date' }, { type: 'null' }] }, 'date'],
  [{ type: 'string', anyOf: [{ format: 'uri' }, { pattern: '^/' }] }, 'text'],
  [{ anyOf: [{ enum: ['none'] }, { type: 'string', pattern: '^/' }] }, 'text'],
  [{ oneOf: [{ const: 'a', title: 'A' }, { const: 'b' }] }, 'enum'],
  [{ oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] }, 'variants'],
  [{ type: ['string', 'number'] }, 'variants'],
  [
    { type: 'object', properties: { a: {} }, anyOf: [{ required: ['a'] }, { required: ['b'] }] },
    'object',
  ],
  [true, 'raw'],
  ['nonsense', 'raw'],
])('%j is edited as %s', (schema, widget) => {
  expect(one(schema)?.widget).toBe(widget);
});

test('objects and lists of objects have fields of their own', () => {
  const faq = one({
    type: 'array',
    items: {
      type: 'object',
      required: ['question'],
      properties: { question: { type: 'string', title: '質問' }, answer: { type: 'string' } },
    },
  });
  expect(
    faq?.children?.map(({ pointer, label, required }) => [pointer, label.ja, required]),
  ).toEqual([
    ['/x/*/question', '質問', true],
    ['/x/*/answer', 'answer', false],
  ]);
});

test('local references are followed, and what stands beside them wins', () => {
  const $defs = {
    name: { type: 'string', 'x-label': 'Name', title: 'T' },
    loop: { $ref: '#/$defs/loop' },
  };
  expect(one({ $ref: '#/$defs/name', 'x-label': { ja: '名前' } }, { $defs })).toMatchObject({
    widget: 'text',
    label: { ja: '名前', en: '名前' },
  });
  expect(one({ $ref: '#/$defs/loop' }, { $defs })?.widget).toBe('raw');
  expect(one({ $ref: 'https://elsewhere.example/schema' })?.widget).toBe('raw');
});

test('a schema that contains itself ends as JSON text', () => {
  const tree = { type: 'object', properties: { child: { $ref: '#' } } };
  let fields: readonly FieldModel[] = readFields(tree);
  let depth = 0;
  while (fields[0]?.children) {
    fields = fields[0].children;
    depth += 1;
  }
  expect(fields[0]?.widget).toBe('raw');
  expect(depth).toBeLessThan(10);
});

test('never throws, whatever it is given', () => {
  const keyword = fc.constantFrom(
    'type',
    'properties',
    'items',
    '$ref',
    'required',
    'x-width',
    'x-label',
    'x-group',
    'enum',
    'x',
  );
  const schema = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('string', 'object', 'array', '#/x', '#', 1, null, true),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(keyword, tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(schema, (anything) => {
      expect(readFields(anything)).toBeInstanceOf(Array);
    }),
  );
});
