import { expect, test } from 'vitest';
import type { FieldModel, FieldWidget } from '#core/schema/field-model';
import { columnsFor } from '../../../src-renderer/features/form/field-columns.ts';

const field = (widget: FieldWidget, ja: string, name: string, more?: object): FieldModel => ({
  name,
  pointer: `/${name}`,
  widget,
  label: { ja, en: name },
  required: true,
  ...more,
});
const capacity = field('number', '定員', 'capacity');
const season = field('enum', '季節', 'season');
const level = field('enum', 'むずかしさ', 'level');
const day = field('date', '初回の日', 'first_day', { format: 'date' });

test('a long label gets the columns that its one line needs', () => {
  const online = field('boolean', 'オンラインでも参加できる', 'online');
  expect(columnsFor([field('boolean', '公開', 'online')], 'ja')).toEqual([4]);
  expect(columnsFor([online], 'ja')).toEqual([5]);
  // In the other language the label is the name itself, which stands there once.
  expect(columnsFor([online], 'en')).toEqual([4]);
  expect(columnsFor([field('boolean', 'とても長い名前'.repeat(9), 'x')], 'ja')).toEqual([7]);
});

test('a row that is nearly full goes to the edge; one with room for another field stays', () => {
  expect(columnsFor([level, season], 'ja')).toEqual([6, 6]);
  expect(columnsFor([day, season], 'ja')).toEqual([6, 6]);
  expect(columnsFor([capacity, capacity], 'ja')).toEqual([4, 4]);
  expect(columnsFor([capacity, capacity, capacity], 'ja')).toEqual([4, 4, 4]);
  expect(columnsFor([season], 'ja')).toEqual([5]);
  expect(columnsFor([field('long-text', '説明文', 'summary'), season], 'ja')).toEqual([12, 5]);
});
