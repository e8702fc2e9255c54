import { expect, test } from 'vitest';
import type { FieldModel } from '#core/schema/field-model';
import { placeText } from '../../../../src-renderer/features/findings-panel/finding-place.ts';

const field = (name: string, ja: string, children?: readonly FieldModel[]): FieldModel => ({
  name,
  pointer: `/${name}`,
  widget: 'text',
  label: { ja, en: name },
  required: false,
  ...(children === undefined ? {} : { children }),
});
const fields = [
  field('related_jobs', '関連ガイド'),
  field('faq', 'よくある質問', [field('answer', '答え')]),
];

test.each<[string | undefined, number | undefined, string]>([
  ['/related_jobs/2', 9, '記事情報 › 関連ガイド › 3番目'],
  ['/faq/0/answer', 9, '記事情報 › よくある質問 › 1番目 › 答え'],
  ['/unknown~1key', 9, '記事情報 › unknown/key'],
  ['', 1, '記事情報'],
  [undefined, 22, '22行目'],
  [undefined, undefined, ''],
])('a finding at %s, line %s, is at %s', (pointer, line, expected) => {
  const finding = pointer === undefined ? {} : { pointer };
  expect(placeText(finding, line, fields, 'ja')).toBe(expected);
});

test('places exist in English too', () => {
  expect(placeText({ pointer: '/related_jobs/2' }, 9, fields, 'en')).toBe(
    'Guide details › related_jobs › no. 3',
  );
  expect(placeText({}, 1240, fields, 'en')).toBe('Line 1,240');
});
