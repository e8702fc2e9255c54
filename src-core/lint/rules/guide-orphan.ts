import { defineRule } from '../rule.ts';

/** A guide that no other names as related. */
export const guideOrphan = defineRule({
  id: 'guide-orphan',
  reads: 'catalog',
  description: {
    ja: 'どのガイドの関連ガイドにも出てこないガイドがないことを確かめます。関連ガイドを使うフォルダーだけで調べます。',
    en: 'Checks that every guide is named as related by another, in folders whose guides name related ones.',
  },
  rationale: {
    ja: 'ほかのガイドからたどれないガイドは、一覧か検索からしか見つかりません。',
    en: 'A guide that no other leads to is found through lists and searches only.',
  },
  defaultSeverity: 'hint',
  messages: {
    ja: {
      orphan: 'このガイドを関連ガイドに挙げているガイドがありません',
      advice: '近い内容のガイドの関連ガイドに「{slug}」を加えてください。',
    },
    en: {
      orphan: 'No other guide names this one as related',
      advice: 'Add “{slug}” to the related guides of one with a similar subject.',
    },
  },
  examples: [
    {
      title: { ja: 'ほかのガイドが挙げている', en: 'Named by another' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": [] }\n---\n',
      others: [{ slug: 'doctor', related_jobs: ['nurse'] }],
      findings: [],
    },
    {
      title: { ja: 'どのガイドも挙げていない', en: 'Named by none' },
      markdown: '---json\n{ "slug": "nurse", "related_jobs": ["doctor"] }\n---\n',
      others: [{ slug: 'doctor', related_jobs: ['pharmacist'] }],
      findings: [{ marks: '"nurse"' }],
    },
    {
      title: { ja: '関連ガイドを使わないフォルダー', en: 'A folder without related guides' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      others: ['doctor'],
      findings: [],
    },
  ],
  check({ record, catalog, report }) {
    const { slug } = record.keys;
    if (!slug || record.kind !== 'guide' || !catalog.othersRelate(record)) return;
    if (catalog.relatedFrom(record).length > 0) return;
    const { pointer, from, to, value } = slug;
    report({ message: 'orphan', advice: 'advice', values: { slug: value }, pointer, from, to });
  },
});
