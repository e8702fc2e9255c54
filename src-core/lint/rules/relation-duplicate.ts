import { editDetails } from '../../document/edit-details.ts';
import { splitPointer } from '../../document/pointer.ts';
import { defineRule } from '../rule.ts';

/** A guide that is named as related twice in one list. */
export const relationDuplicate = defineRule({
  id: 'relation-duplicate',
  reads: 'details',
  description: {
    ja: '関連ガイドに同じガイドが2つないことを確かめます。項目の定義が重なりを禁じている一覧は、その指摘に任せます。',
    en: 'Checks that no guide is named as related twice. Lists whose field definition forbids repetitions are left to it.',
  },
  rationale: {
    ja: '同じカードが2枚並び、ほかのガイドを紹介する場所が1つ減ります。',
    en: 'The page shows the same card twice, in the place of another guide.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      again: '関連ガイドに「{value}」が2つあります',
      advice: '1つで足ります。',
      remove: '後の「{value}」を取り除く',
    },
    en: {
      again: 'The related guides name “{value}” twice',
      advice: 'Once is enough.',
      remove: 'Take the later “{value}” out',
    },
  },
  examples: [
    {
      title: { ja: 'すべて違うガイド', en: 'Different guides' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["ux_designer", "sre"] }\n---\n',
      findings: [],
    },
    {
      title: { ja: '同じガイドが2つある', en: 'The same guide twice' },
      schema: {
        properties: {
          related_jobs: { items: { type: 'string', 'x-relation': { field: 'slug' } } },
        },
      },
      markdown:
        '---json\n{ "slug": "nurse", "related_jobs": ["ux_designer", "sre", "ux_designer"] }\n---\n',
      findings: [
        {
          marks: '"ux_designer"',
          fixed: '---json\n{ "slug": "nurse", "related_jobs": ["ux_designer", "sre"] }\n---\n',
        },
      ],
    },
  ],
  check({ parsed, record, issues, report }) {
    const seen = new Set<string>();
    for (const { value, pointer, from, to } of record.relations) {
      const list = pointer === undefined ? undefined : splitPointer(pointer);
      if (pointer === undefined || !list || !/^\d+$/.test(list.last)) continue;
      const key = `${list.parent}\0${value}`;
      if (!seen.has(key)) {
        seen.add(key);
        continue;
      }
      const isSaid = issues().some(
        (issue) => issue.keyword === 'uniqueItems' && issue.pointer === list.parent,
      );
      if (isSaid) continue;
      const edit = parsed.editable
        ? editDetails(parsed.text, { kind: 'unset', pointer })
        : undefined;
      report({
        message: 'again',
        advice: 'advice',
        values: { value },
        pointer,
        from,
        to,
        fix: edit?.ok ? { title: 'remove', edits: edit.edits } : undefined,
      });
    }
  },
});
