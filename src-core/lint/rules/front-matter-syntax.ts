import { defineRule } from '../rule.ts';

/** Passes on YAML or TOML guide details that cannot be read. */
export const frontMatterSyntax = defineRule({
  id: 'front-matter-syntax',
  reads: 'details',
  description: {
    ja: 'YAMLやTOMLで書かれた記事情報が読めることを確かめます。',
    en: 'Checks that guide details in YAML or TOML can be read.',
  },
  rationale: {
    ja: '読めない記事情報のガイドは、サイトに載りません。',
    en: 'A guide whose details cannot be read does not appear on the site.',
  },
  defaultSeverity: 'error',
  messages: { ja: {}, en: {} },
  examples: [
    {
      title: { ja: '読めるYAML', en: 'YAML that can be read' },
      markdown: '---\nslug: nurse\ntitle: 看護の仕事\n---\n# 看護師\n',
      findings: [],
    },
    {
      title: { ja: '閉じられていない一覧', en: 'A list that is not closed' },
      markdown: '+++\ntags = ["看護"\n+++\n# 看護師\n',
      findings: [{ marks: '+' }],
    },
  ],
  check({ parsed, report }) {
    for (const finding of parsed.diagnostics) {
      if (finding.code === 'front-matter-syntax') report({ ...finding, fix: finding.fixes?.[0] });
    }
  },
});
