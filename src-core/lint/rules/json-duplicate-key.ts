import { defineRule } from '../rule.ts';

/** Passes on fields that are written twice: the site uses only one of the values. */
export const jsonDuplicateKey = defineRule({
  id: 'json-duplicate-key',
  reads: 'details',
  description: {
    ja: '同じ名前の項目が2回書かれていないことを確かめます。',
    en: 'Checks that no field is written twice.',
  },
  rationale: {
    ja: 'サイトは最後の値だけを使うため、先に書いた値は気づかないうちに消えます。',
    en: 'The site uses only the last value, so the other one is lost without a word.',
  },
  defaultSeverity: 'error',
  messages: { ja: {}, en: {} },
  examples: [
    {
      title: { ja: 'どの項目も1回だけ', en: 'Every field once' },
      markdown: '---json\n{ "slug": "nurse", "title": "看護の仕事" }\n---\n',
      findings: [],
    },
    {
      title: { ja: 'タイトルが2つある', en: 'Two titles' },
      markdown: '---json\n{ "title": "看護の仕事", "title": "看護師の仕事" }\n---\n',
      findings: [{ marks: '"title"' }],
    },
  ],
  check({ parsed, report }) {
    for (const finding of parsed.diagnostics) {
      if (finding.code === 'json-duplicate-key') report({ ...finding, fix: finding.fixes?.[0] });
    }
  },
});
