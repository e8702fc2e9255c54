import { lintMessages } from '../../messages/lint.ts';
import { localize } from '../../messages/messages.ts';
import { nearest } from '../../text/nearest.ts';
import { defineRule } from '../rule.ts';

/** A choice, such as the category, that the workspace's list does not have. */
export const vocabulary = defineRule({
  id: 'vocabulary',
  reads: 'catalog',
  description: {
    ja: 'カテゴリーなど、一覧から選ぶ項目の値が一覧にあることを確かめます。',
    en: 'Checks that a value to be chosen from a list, such as the category, is in that list.',
  },
  rationale: {
    ja: '一覧にないカテゴリーのガイドは、サイトのどの一覧にも並びません。',
    en: 'A guide whose category is not in the list appears in none of the site’s lists.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      unknown: '「{value}」は一覧にありません',
      nearest: '近い名前: {nearest}',
      none: '一覧にあるものを選ぶか、一覧に加えてください。',
    },
    en: {
      unknown: '“{value}” is not in the list',
      nearest: 'Nearest name: {nearest}',
      none: 'Choose one from the list, or add it there.',
    },
  },
  examples: [
    {
      title: { ja: '一覧にある', en: 'In the list' },
      markdown: '---json\n{ "category": "medical-care" }\n---\n',
      vocabulary: { category: ['medical-care', 'ai-data'] },
      findings: [],
    },
    {
      title: { ja: '書き方が少し違う', en: 'Written slightly differently' },
      markdown: '---json\n{ "category": "medical-cares" }\n---\n',
      vocabulary: { category: ['medical-care', 'ai-data'] },
      findings: [
        {
          marks: '"medical-cares"',
          fixed: '---json\n{ "category": "medical-care" }\n---\n',
        },
      ],
    },
    {
      title: { ja: '一覧を持たないフォルダー', en: 'A folder that keeps no list' },
      markdown: '---json\n{ "category": "anything" }\n---\n',
      findings: [],
    },
  ],
  check({ record, vocabulary: lists, report }) {
    for (const { list, value, pointer, from, to } of record.choices) {
      const terms = Object.hasOwn(lists, list) ? lists[list] : undefined;
      if (!terms || terms.some(({ id }) => id === value)) continue;
      const near = nearest(
        value,
        terms.map(({ id }) => id),
      );
      report({
        message: 'unknown',
        advice: near === undefined ? 'none' : 'nearest',
        values: { value, nearest: near ?? '' },
        pointer,
        from,
        to,
        fix:
          near !== undefined && to > from
            ? {
                title: localize(lintMessages, 'replaceBy', { value: near }),
                edits: [{ from, to, insert: JSON.stringify(near) }],
              }
            : undefined,
      });
    }
  },
});
