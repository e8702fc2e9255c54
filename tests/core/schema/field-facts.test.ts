import { expect, test } from 'vitest';
import type { FieldModel } from '#core/schema/field-model';
import { readFields } from '#core/schema/read-fields';

const one = (property: unknown, around: object = {}): FieldModel | undefined =>
  readFields({ properties: { x: property }, ...around })[0];

test.each<[object, Partial<FieldModel>]>([
  [{ type: 'integer', minimum: 1, maximum: 9 }, { number: { min: 1, max: 9, integer: true } }],
  [
    { type: 'integer', exclusiveMinimum: 1, exclusiveMaximum: 9 },
    { number: { min: 2, max: 8, integer: true } },
  ],
  [
    { type: 'number', exclusiveMinimum: 0, multipleOf: 0.5 },
    { number: { min: 0.5, step: 0.5, integer: false } },
  ],
  [{ type: 'number' }, { number: { integer: false } }],
  [{ type: 'string', minLength: 2, maxLength: 8 }, { length: { min: 2, max: 8 } }],
  [{ type: 'string', format: 'email' }, { format: 'email' }],
  [{ type: 'string', examples: ['甲', '乙'] }, { example: '甲' }],
  [{ type: 'integer', examples: [3] }, { example: '3' }],
  [{ type: 'string', default: '甲' }, { default: '甲' }],
  [{ const: '甲' }, { const: '甲', enum: ['甲'], type: 'string' }],
  [{ type: ['string', 'null'] }, { nullable: true, type: 'string' }],
  [{ anyOf: [{ type: 'null' }, { type: 'integer', minimum: 2 }] }, { nullable: true }],
  [{ type: 'string', title: '名', description: '説' }, { help: { ja: '説', en: '説' } }],
  [
    { type: 'array', items: { type: 'string', 'x-width': { max: 9 }, 'x-severity': 'hint' } },
    { width: { max: 9 }, severity: 'hint', widget: 'chips' },
  ],
  [
    { type: 'array', 'x-relation': { field: 'slug' }, items: { type: 'string' } },
    { widget: 'relations', relation: { field: 'slug' } },
  ],
])('%j says %j of its field', (schema, facts) => {
  expect(one(schema)).toMatchObject(facts);
});

test('a choice of titled values has a name for each', () => {
  const choice = {
    oneOf: [
      { const: 'full', title: '常勤' },
      { const: 'part', 'x-label': { ja: '非常勤', en: 'Part-time' } },
    ],
  };
  const labels = [
    { ja: '常勤', en: '常勤' },
    { ja: '非常勤', en: 'Part-time' },
  ];
  expect(one(choice)).toMatchObject({ enum: ['full', 'part'], enumLabels: labels });
  expect(one({ type: 'array', items: choice })).toMatchObject({
    widget: 'chips',
    enum: ['full', 'part'],
    enumLabels: labels,
  });
});

test('the parts of allOf and what stands beside a reference apply together, the stricter bound wins', () => {
  const $defs = {
    named: {
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string', maxLength: 90 } },
    },
  };
  const field = one(
    {
      allOf: [{ $ref: '#/$defs/named' }, { properties: { age: { type: 'integer' } } }],
      properties: { name: { maxLength: 20, title: '名前' } },
    },
    { $defs },
  );
  expect(field?.widget).toBe('object');
  expect(field?.children?.map(({ name, required }) => [name, required])).toEqual([
    ['name', true],
    ['age', false],
  ]);
  expect(field?.children?.[0]).toMatchObject({ length: { max: 20 }, label: { ja: '名前' } });
});

test('references by anchor, by address and to other files are followed; remote ones are not', () => {
  const $defs = { a: { $anchor: 'word', type: 'string', title: '語' } };
  expect(one({ $ref: '#word' }, { $defs })).toMatchObject({ widget: 'text', label: { ja: '語' } });
  const own = { $id: 'https://site.example/guide.json', $defs };
  expect(one({ $ref: 'https://site.example/guide.json#/$defs/a' }, own)?.widget).toBe('text');
  expect(one({ $ref: 'https://site.example/other.json' }, own)?.widget).toBe('raw');
  const blocks = {
    name: 'blocks.json',
    data: {
      $defs: { list: { type: 'array', items: { $ref: '#/$defs/b' } }, b: { type: 'string' } },
    },
  };
  const [field] = readFields({ properties: { x: { $ref: './blocks.json#/$defs/list' } } }, [
    blocks,
  ]);
  expect(field?.widget).toBe('chips');
  const [back] = readFields(
    { $id: 'https://site.example/guide.json', properties: { x: { $ref: 'blocks.json#/$defs/b' } } },
    [blocks],
  );
  expect(back?.widget).toBe('text');
});

test('lists of objects may hold lists of objects, each with its pointer', () => {
  const leaf = { type: 'array', items: { type: 'object', properties: { z: { type: 'string' } } } };
  const field = one({
    type: 'array',
    items: { type: 'object', properties: { y: leaf } },
  });
  expect(field?.children?.[0]).toMatchObject({ widget: 'object-list', pointer: '/x/*/y' });
  expect(field?.children?.[0]?.children?.[0]?.pointer).toBe('/x/*/y/*/z');
});

test('what refers to itself is JSON text at its first return, whatever stands beside the reference', () => {
  const $defs = {
    node: {
      type: 'object',
      title: '節',
      properties: {
        text: { type: 'string' },
        next: { $ref: '#/$defs/node' },
        more: { $ref: '#/$defs/node', title: '続き', properties: { a: { type: 'string' } } },
        all: { type: 'array', items: { $ref: '#/$defs/node' } },
      },
    },
  };
  const field = one({ $ref: '#/$defs/node' }, { $defs });
  expect(field?.children?.map(({ widget, type }) => [widget, type])).toEqual([
    ['text', 'string'],
    ['raw', undefined],
    ['raw', 'object'],
    ['raw', 'array'],
  ]);
  expect(field?.children?.[2]?.label.ja).toBe('続き');
});

test('definitions that multiply end as JSON text instead of filling the memory', () => {
  const $defs = Object.fromEntries(
    Array.from({ length: 7 }, (_, level) => [
      `l${level}`,
      {
        type: 'object',
        properties: Object.fromEntries(
          Array.from({ length: 20 }, (__, index) => [
            `p${index}`,
            { $ref: `#/$defs/l${level + 1}` },
          ]),
        ),
      },
    ]),
  );
  const fields = readFields({ $defs, ...$defs.l0 });
  expect(fields).toHaveLength(20);
  const count = (some: readonly FieldModel[]): number =>
    some.reduce((sum, { children = [] }) => sum + 1 + count(children), 0);
  // The last groups may be finished past the limit of 2,000; without one there would be millions.
  expect(count(fields)).toBeLessThan(4_000);
});

test('names that a condition brings in are offered as fields', () => {
  const conditions = `{
    "properties": { "paid": { "type": "boolean" } },
    "required": ["paid"],
    "if": { "properties": { "paid": { "const": true } } },
    "then": { "required": ["price"], "properties": { "price": { "type": "integer" } } },
    "else": { "properties": { "paid": { "type": "string" } } },
    "dependentSchemas": { "price": { "properties": { "tax": { "type": "number" } } } },
    "anyOf": [{ "properties": { "note": { "type": "string" } } }]
  }`;
  const fields = readFields(JSON.parse(conditions));
  expect(fields.map(({ name, widget, required }) => [name, widget, required])).toEqual([
    ['paid', 'boolean', true],
    ['price', 'number', false],
    ['tax', 'number', false],
    ['note', 'text', false],
  ]);
});
