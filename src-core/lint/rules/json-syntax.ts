import { defineRule } from '../rule.ts';

/** Passes on what reading the guide details found: the site cannot read them at all. */
export const jsonSyntax = defineRule({
  id: 'json-syntax',
  reads: 'details',
  description: {
    ja: '記事情報がJSONとして読めることを確かめます。',
    en: 'Checks that the guide details can be read as JSON.',
  },
  rationale: {
    ja: '「,」や「"」が1つ足りないだけで、サイトはガイド全体を読めなくなります。',
    en: 'One missing comma or quotation mark keeps the site from reading the whole guide.',
  },
  defaultSeverity: 'error',
  messages: { ja: {}, en: {} },
  examples: [
    {
      title: { ja: '正しい記事情報', en: 'Guide details that can be read' },
      markdown: '---json\n{\n  "slug": "nurse",\n  "title": "看護の仕事"\n}\n---\n# 看護師\n',
      findings: [],
    },
    {
      title: { ja: '項目の間に「,」がない', en: 'No comma between two fields' },
      markdown: '---json\n{\n  "slug": "nurse"\n  "title": "看護の仕事"\n}\n---\n# 看護師\n',
      findings: [
        {
          marks: '"',
          fixed: '---json\n{\n  "slug": "nurse",\n  "title": "看護の仕事"\n}\n---\n# 看護師\n',
        },
      ],
    },
  ],
  check({ parsed, report }) {
    for (const finding of parsed.diagnostics) {
      if (finding.code === 'json-syntax') report({ ...finding, fix: finding.fixes?.[0] });
    }
  },
});
