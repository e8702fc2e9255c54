import { expect, test } from 'vitest';
import type { FieldModel } from '#core/schema/field-model';
import { orderAt } from '#core/schema/field-order';

const label = { ja: '', en: '' };

function field(pointer: string, more: Partial<FieldModel> = {}): FieldModel {
  const name = pointer.slice(pointer.lastIndexOf('/') + 1);
  return { name, pointer, widget: 'text', label, required: false, ...more };
}

const fields = [
  field('/title'),
  field('/seo', { widget: 'object', children: [field('/seo/z'), field('/seo/a')] }),
  field('/faq', {
    widget: 'object-list',
    children: [
      field('/faq/*/q'),
      field('/faq/*/links', { widget: 'object-list', children: [field('/faq/*/links/*/url')] }),
    ],
  }),
  field('/card', {
    widget: 'variants',
    variants: [
      { label, field: field('/card', { children: [field('/card/kind'), field('/card/b')] }) },
      { label, field: field('/card', { children: [field('/card/kind'), field('/card/a')] }) },
    ],
  }),
  field('/parts', {
    widget: 'object-list',
    children: [],
    itemVariants: [
      { label, field: field('/parts/*', { children: [field('/parts/*/text')] }) },
      { label, field: field('/parts/*', { children: [field('/parts/*/image')] }) },
    ],
  }),
];

test.each([
  ['', ['title', 'seo', 'faq', 'card', 'parts']],
  ['/seo', ['z', 'a']],
  ['/faq/0', ['q', 'links']],
  ['/faq/12/links/3', ['url']],
  ['/card', ['kind', 'b', 'a']],
  ['/parts/1', ['text', 'image']],
  ['/faq/x', []],
  ['/unknown', []],
  ['/title', []],
])('[P1] new fields of the object at %j go by the order %j of the schema', (pointer, names) => {
  expect(orderAt(fields)(pointer)).toEqual(names);
});
