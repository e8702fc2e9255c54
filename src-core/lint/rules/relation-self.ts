import { editDetails } from '../../document/edit-details.ts';
import { defineRule } from '../rule.ts';

/** A guide that names itself as related. */
export const relationSelf = defineRule({
  id: 'relation-self',
  reads: 'details',
  description: {
    ja: '関連ガイドに自分自身がないことを確かめます。',
    en: 'Checks that a guide does not name itself as a related guide.',
  },
  rationale: {
    ja: '読んでいるページへのカードが並び、ほかのガイドを紹介する場所が1つ減ります。',
    en: 'The page shows a card that leads to itself, in the place of another guide.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      self: '関連ガイドに、このガイド自身「{value}」があります',
      advice: '取り除いても、ほかの関連ガイドはそのままです。',
      remove: '「{value}」を取り除く',
    },
    en: {
      self: 'The related guides name this guide itself, “{value}”',
      advice: 'Remove it; the other related guides stay as they are.',
      remove: 'Remove “{value}”',
    },
  },
  examples: [
    {
      title: { ja: 'ほかのガイドだけ', en: 'Other guides only' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["ux_designer"] }\n---\n',
      findings: [],
    },
    {
      title: { ja: '自分自身がある', en: 'The guide itself is among them' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["ux_designer", "nurse"] }\n---\n',
      findings: [
        {
          marks: '"nurse"',
          fixed: '---json\n{ "slug": "nurse", "related_jobs": ["ux_designer"] }\n---\n',
        },
      ],
    },
  ],
  check({ parsed, record, report }) {
    for (const { value, field, pointer, from, to } of record.relations) {
      if (pointer === undefined || record.keys[field]?.value !== value) continue;
      // Only from a list: to take a whole field out would leave the guide without it.
      const isItem = /\/\d+$/.test(pointer);
      const edit = isItem ? editDetails(parsed.text, { kind: 'unset', pointer }) : undefined;
      report({
        message: 'self',
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
