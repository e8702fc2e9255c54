import { defineRule } from '../rule.ts';

/** Passes on field names that reach into the program that reads them (T29). */
export const jsonHostileKey = defineRule({
  id: 'json-hostile-key',
  reads: 'details',
  description: {
    ja: 'サイトの動作を変えるおそれのある名前の項目がないことを確かめます。',
    en: 'Checks for field names that can change how the site behaves.',
  },
  rationale: {
    ja: '「__proto__」などの名前は、読み込むプログラムにとって特別な意味を持ちます。',
    en: 'Names such as “__proto__” have a special meaning to the program that reads them.',
  },
  defaultSeverity: 'error',
  messages: { ja: {}, en: {} },
  examples: [
    {
      title: { ja: 'ふつうの名前', en: 'An ordinary name' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      findings: [],
    },
    {
      title: { ja: '特別な意味を持つ名前', en: 'A name with a special meaning' },
      markdown: '---json\n{ "slug": "nurse", "__proto__": {} }\n---\n',
      findings: [{ marks: '"__proto__"' }],
    },
  ],
  check({ parsed, report }) {
    for (const finding of parsed.diagnostics) {
      if (finding.code === 'json-hostile-key') report({ ...finding, fix: finding.fixes?.[0] });
    }
  },
});
