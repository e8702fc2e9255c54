import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { parseGuide } from '#core/document/parse-guide';
import type { FieldModel, FieldWidget } from '#core/schema/field-model';
import { readFields } from '#core/schema/read-fields';
import { createValidator } from '#core/schema/validator';

// The folder that end-to-end tests and pictures of the form are made with: what they rely on.
const folder = resolve(import.meta.dirname, '../../fixtures/every-field');
const schema: unknown = JSON.parse(
  readFileSync(join(folder, '.shirube/schema/guide.json'), 'utf8'),
);
const guides = new Map(
  readdirSync(join(folder, 'courses')).map((name) => [
    name,
    parseGuide(readFileSync(join(folder, 'courses', name), 'utf8')),
  ]),
);

function* widgetsOf(fields: readonly FieldModel[]): Generator<FieldWidget> {
  for (const { widget, children = [], variants = [] } of fields) {
    yield widget;
    yield* widgetsOf([...children, ...variants.map((form) => form.field)]);
  }
}

test('the folder with every kind of field has a field of every kind', () => {
  const all = {
    text: true,
    'long-text': true,
    url: true,
    date: true,
    number: true,
    boolean: true,
    enum: true,
    category: true,
    chips: true,
    relation: true,
    relations: true,
    image: true,
    object: true,
    'object-list': true,
    variants: true,
    raw: true,
  } satisfies Record<FieldWidget, true>;
  expect(new Set(widgetsOf(readFields(schema)))).toEqual(new Set(Object.keys(all)));
});

test('its guides fit their definitions, but for the one that is broken', () => {
  const validator = createValidator(schema);
  if (!validator.ok) throw new Error(validator.message.en);
  const found = [...guides].map(([name, { data, diagnostics }]) => [
    name,
    diagnostics.map(({ code }) => code),
    diagnostics.length > 0 ? [] : validator.validate(data),
  ]);
  expect(found).toEqual([
    ['dashi_basics.md', [], []],
    ['knife_skills.md', [], []],
    ['miso_making.md', [], []],
    ['new_year_dishes.md', [], []],
    ['weekend_bread.md', ['json-syntax'], []],
  ]);
});

test('one of its guides has CRLF throughout, one a list of thirty, one escapes and no last line end', () => {
  const textOf = (name: string): string => guides.get(name)?.text ?? '';
  expect(textOf('miso_making.md')).toContain('\r\n');
  expect(textOf('miso_making.md')).not.toMatch(/[^\r]\n/);
  expect(guides.get('dashi_basics.md')?.data).toMatchObject({ faq: { length: 30 } });
  expect(textOf('new_year_dishes.md')).toMatch(/\\u304a[^]*1e1[^]*\\\/[^]*[^\n]$/);
});
