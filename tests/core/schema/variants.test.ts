import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldModel } from '#core/schema/field-model';
import { newItem, newValue, switchVariant } from '#core/schema/new-value';
import { readFields } from '#core/schema/read-fields';
import { variantOf } from '#core/schema/variant-of';

function field(schema: object): FieldModel {
  const [found] = readFields({ properties: { x: schema } });
  if (!found) throw new Error('no field');
  return found;
}

const text = {
  title: '文章',
  type: 'object',
  required: ['kind', 'body'],
  properties: { kind: { const: 'text' }, body: { type: 'string' }, note: { type: 'string' } },
};
const image = {
  type: 'object',
  required: ['kind', 'src'],
  properties: { kind: { const: 'image' }, src: { type: 'string' }, note: { type: 'string' } },
};
const byKind = field({ oneOf: [text, image] });
const byNames = field({
  anyOf: [
    {
      type: 'object',
      required: ['q', 'a'],
      properties: { q: { type: 'string' }, a: { type: 'string' } },
    },
    {
      type: 'object',
      required: ['q'],
      properties: { q: { type: 'string' }, link: { type: 'string' } },
    },
  ],
});
const byType = field({
  title: '連絡先',
  oneOf: [
    { type: 'string' },
    { type: 'integer' },
    { type: 'array', items: { type: 'string' } },
    { type: 'array', items: { type: 'object', properties: { tel: { type: 'string' } } } },
    { type: 'boolean' },
  ],
});

describe('the forms of a value', () => {
  test('have the name and pointer of their field, and a label of their own', () => {
    expect(byKind.widget).toBe('variants');
    expect(byKind.variants?.map(({ label }) => label.ja)).toEqual(['文章', 'image']);
    expect(byKind.variants?.map((one) => [one.field.name, one.field.pointer])).toEqual([
      ['x', '/x'],
      ['x', '/x'],
    ]);
    expect(byKind.variants?.[0]?.field.children?.[1]?.pointer).toBe('/x/body');
    expect(byType.label.ja).toBe('連絡先');
    expect(byType.variants?.map(({ label }) => label.ja)).toEqual([
      '文字',
      '整数',
      '3番目の形',
      '4番目の形',
      'はい・いいえ',
    ]);
  });

  test('share what stands beside the alternatives', () => {
    const both = field({
      type: 'object',
      required: ['name'],
      properties: { name: { type: 'string' } },
      oneOf: [
        { required: ['tel'], properties: { tel: { type: 'string' } } },
        { required: ['mail'], properties: { mail: { type: 'string' } } },
      ],
    });
    expect(both.variants?.map((one) => one.field.children?.map(({ name }) => name).sort())).toEqual(
      [
        ['name', 'tel'],
        ['mail', 'name'],
      ],
    );
    expect(variantOf({ name: 'a', mail: 'b' }, both.variants ?? [])).toBe(1);
  });

  test('of list items belong to the list', () => {
    const list = field({ type: 'array', items: { oneOf: [text, image] } });
    expect(list).toMatchObject({ widget: 'object-list', children: [] });
    expect(list.itemVariants?.[1]?.field.children?.[1]?.pointer).toBe('/x/*/src');
    expect(newItem(list, 1)).toEqual({ kind: 'image', src: '' });
  });
});

test.each<[FieldModel, unknown, number | undefined]>([
  [byKind, { kind: 'image' }, 1],
  [byKind, { kind: 'text', src: '/a' }, 0],
  [byKind, { kind: 'sound' }, undefined],
  [byKind, { kind: 'sound', src: '/a' }, undefined],
  [byKind, { src: '/a' }, 1],
  [byKind, { kind: '', body: 'a' }, 0],
  [byKind, 'text', undefined],
  [byNames, { q: 'a', a: 'b' }, 0],
  [byNames, { q: 'a' }, 1],
  [byNames, { a: 'b', z: 1 }, 0],
  [byNames, {}, undefined],
  [byType, 'a', 0],
  [byType, 3, 1],
  [byType, ['a'], 2],
  [byType, [{ tel: '1' }], 3],
  [byType, [], 2],
  [byType, false, 4],
  [byType, {}, undefined],
  [byType, null, undefined],
])('%# a value has the form that it looks like', (of, value, wanted) => {
  expect(variantOf(value, of.variants ?? [])).toBe(wanted);
});

test.each<[object, unknown]>([
  [{ type: 'string' }, ''],
  [{ type: 'string', default: '甲' }, '甲'],
  [{ const: 'a' }, 'a'],
  [{ type: 'string', enum: ['a', 'b'] }, ''],
  [{ enum: [1, 2] }, 1],
  [{ type: 'integer', minimum: 3 }, 3],
  [{ type: 'integer', maximum: -2 }, -2],
  [{ type: ['integer', 'null'] }, null],
  [{ type: 'boolean' }, false],
  [{ type: 'array', minItems: 2, items: { type: 'string' } }, []],
  [
    {
      type: 'array',
      minItems: 2,
      items: { type: 'object', required: ['a'], properties: { a: { type: 'string' }, b: {} } },
    },
    [{ a: '' }, { a: '' }],
  ],
  [
    {
      type: 'object',
      required: ['a'],
      properties: { a: { type: 'array', items: { type: 'string' } }, b: { default: 1 } },
    },
    { a: [] },
  ],
  [{ type: 'object' }, {}],
  [{ type: 'array', items: { type: 'number' } }, []],
  [{ oneOf: [text, image] }, { kind: 'text', body: '' }],
  [{}, null],
])('%j starts with %j', (schema, value) => {
  expect(newValue(field(schema))).toEqual(value);
});

describe('changing the form', () => {
  const [first, second] = byKind.variants ?? [];
  const [asText, , asList, , asSwitch] = byType.variants ?? [];
  test('keeps what both forms have, adds what the new one requires, drops the rest', () => {
    const value = { kind: 'text', body: 'a', note: 'n', z: 1 };
    expect(second && switchVariant(value, second)).toEqual({ kind: 'image', src: '', note: 'n' });
    expect(first && switchVariant({ kind: 'text', body: 3 }, first)).toEqual({
      kind: 'text',
      body: '',
    });
  });
  test('wraps one text into a list and takes it out again', () => {
    expect(asList && switchVariant('a', asList)).toEqual(['a']);
    expect(asText && switchVariant(['a'], asText)).toBe('a');
    expect(asSwitch && switchVariant('a', asSwitch)).toBe(false);
  });
  test('gives a value that has the new form, whatever it was before', () => {
    for (const { variants = [] } of [byKind, byNames, byType]) {
      fc.assert(
        fc.property(fc.jsonValue(), fc.nat({ max: variants.length - 1 }), (value, index) => {
          const variant = variants[index];
          if (!variant) throw new Error('no variant');
          const changed = switchVariant(value, variant);
          // Nothing tells an empty list of texts from an empty list of groups.
          const wanted = Array.isArray(changed) && changed.length === 0 ? 2 : index;
          expect(variantOf(changed, variants)).toBe(wanted);
        }),
      );
    }
  });
});
