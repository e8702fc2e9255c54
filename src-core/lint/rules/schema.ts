import { editDetails } from '../../document/edit-details.ts';
import type { ParsedGuide } from '../../document/parse-guide.ts';
import {
  joinPointer,
  keyRangeOf,
  rangeOf,
  splitPointer,
  type TextRange,
  valueAt,
} from '../../document/pointer.ts';
import type { TextEdit } from '../../document/text-edit.ts';
import { defineRule } from '../rule.ts';

/** Keywords whose findings keep a guide from being exported, unless the workspace says otherwise. */
const heavy: ReadonlySet<string> = new Set(['required', 'type', 'pattern']);

/** What the definitions of the fields ask for; the code of a finding ends in the keyword. */
export const schema = defineRule({
  id: 'schema',
  reads: 'details',
  description: {
    ja: '記事情報が項目の定義に合っていることを確かめます。ない項目と、種類や書き方の違う値はエラー、ほかは注意です。',
    en: 'Checks that the guide details fit the field definitions. A missing field, a wrong type and a wrong pattern are errors, everything else is a warning.',
  },
  rationale: {
    ja: 'サイトは決まった項目を決まった形で読みます。足りない項目や形の違う値があると、ページが欠けます。',
    en: 'The site reads certain fields in a certain form. Where one is missing or has another form, part of the page is missing.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: { rename: '項目の名前を「{name}」に直す', once: '重なっている後の値を取り除く' },
    en: { rename: 'Rename the field to “{name}”', once: 'Take the later of the two out' },
  },
  examples: [
    {
      title: { ja: '定義に合っている', en: 'Everything fits' },
      markdown: complete(),
      findings: [],
    },
    {
      title: { ja: '必要な項目がない', en: 'A field that the site needs is missing' },
      markdown: complete().replace('  "slug": "nurse",\n', ''),
      findings: [{ code: 'schema-required', marks: '{' }],
    },
    {
      title: { ja: '項目の名前が少し違う', en: 'The name of a field is slightly different' },
      markdown: complete().replace('"title"', '"titel"'),
      findings: [
        { code: 'schema-required', marks: '{' },
        { code: 'schema-unknown-field', marks: '"titel"', fixed: complete() },
      ],
    },
    {
      title: { ja: '同じタグが2つある', en: 'The same tag twice' },
      markdown: complete().replace('["医療"]', '["医療", "夜勤", "医療"]'),
      findings: [
        {
          code: 'schema-uniqueItems',
          marks: '["医療", "夜勤", "医療"]',
          fixed: complete().replace('["医療"]', '["医療", "夜勤"]'),
        },
      ],
    },
    {
      title: { ja: '説明文が短い', en: 'The description is short' },
      markdown: complete('看護師の仕事を紹介します。'),
      findings: [{ code: 'schema-width', marks: '"看護師の仕事を紹介します。"' }],
    },
    {
      title: { ja: 'カテゴリーの書き方が違う', en: 'The category is written differently' },
      markdown: complete().replace('medical-care', 'Medical Care'),
      findings: [{ code: 'schema-pattern', marks: '"Medical Care"' }],
    },
  ],
  check({ parsed, schema: definitions, issues, report }) {
    const { data } = parsed;
    // What is broken has been said already; every field after the break would only seem to be missing.
    const broken = parsed.parts.kind === 'json' && !parsed.editable;
    if (!definitions || !data || broken) return;
    for (const issue of issues()) {
      const { keyword, pointer, property, suggestion } = issue;
      const key = property === undefined ? undefined : keyRangeOf(parsed, pointer);
      const place = key ?? rangeOf(parsed, pointer) ?? startOfParent(parsed, pointer);
      const parent = splitPointer(pointer)?.parent ?? '';
      const isFree =
        suggestion !== undefined && valueAt(data, joinPointer(parent, suggestion)) === undefined;
      const again = keyword === 'uniqueItems' ? removeAgain(parsed, pointer) : undefined;
      report({
        kind: keyword,
        severity: issue.severity ?? (heavy.has(keyword) ? 'error' : undefined),
        message: issue.message,
        advice: issue.advice,
        values: { name: suggestion ?? '' },
        pointer,
        ...place,
        fix:
          key && isFree && parsed.editable
            ? { title: 'rename', edits: [{ ...key, insert: JSON.stringify(suggestion) }] }
            : again,
      });
    }
  },
});

/** Takes out the first item that is in its list already. */
function removeAgain(
  parsed: ParsedGuide,
  pointer: string,
): { readonly title: 'once'; readonly edits: readonly TextEdit[] } | undefined {
  const list = valueAt(parsed.data, pointer);
  if (!Array.isArray(list) || !parsed.editable) return undefined;
  const seen = new Set<string>();
  for (const [index, item] of list.entries()) {
    const text = JSON.stringify(item);
    if (!seen.has(text)) {
      seen.add(text);
      continue;
    }
    const edit = editDetails(parsed.text, { kind: 'unset', pointer: joinPointer(pointer, index) });
    return edit.ok ? { title: 'once', edits: edit.edits } : undefined;
  }
  return undefined;
}

/** The opening bracket of what should hold a missing value: the shortest place that explains it. */
function startOfParent(parsed: ParsedGuide, pointer: string): TextRange {
  const parent = splitPointer(pointer)?.parent ?? '';
  const range = rangeOf(parsed, parent) ?? rangeOf(parsed, '');
  const from = range?.from ?? parsed.parts.blockFrom;
  return { from, to: range ? from + 1 : from };
}

/** A guide to which the default definitions have nothing to say. */
function complete(
  description = '病院や在宅で人の回復を支える看護師の仕事を、毎日の流れ、必要な資格、学び方、職場の選び方まで順に紹介します。現場で働く人の声をもとに、これから目指す人の疑問に答えます。',
): string {
  return `---json
{
  "category": "medical-care",
  "keywords": ["看護師"],
  "meta_description": "${description}",
  "related_jobs": [],
  "slug": "nurse",
  "tags": ["医療"],
  "thumbnail": "/static/img/nurse.png",
  "hero_image": "/static/img/nurse_hero.png",
  "title": "人の回復を支える仕事"
}
---
# 看護師
`;
}
