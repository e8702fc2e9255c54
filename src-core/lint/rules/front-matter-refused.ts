import { defineRule } from '../rule.ts';

/** Passes on guide details in a language that would have to be run (T26). */
export const frontMatterRefused = defineRule({
  id: 'front-matter-refused',
  reads: 'details',
  description: {
    ja: '記事情報がプログラムとして書かれていないことを確かめます。',
    en: 'Checks that the guide details are data and not a program.',
  },
  rationale: {
    ja: '「---js」などで始まる記事情報は、読むときに実行されます。中身を確かめずに実行することはありません。',
    en: 'Guide details that begin with “---js” and the like run when they are read. Nothing here ever runs them.',
  },
  defaultSeverity: 'error',
  messages: { ja: {}, en: {} },
  examples: [
    {
      title: { ja: 'JSONの記事情報', en: 'Guide details as JSON' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n',
      findings: [],
    },
    {
      title: { ja: 'プログラムの記事情報', en: 'Guide details as a program' },
      markdown: '---js\n{ slug: "nurse" }\n---\n# 看護師\n',
      findings: [{ marks: '---js' }],
    },
  ],
  check({ parsed, report }) {
    for (const finding of parsed.diagnostics) {
      if (finding.code === 'front-matter-refused') report({ ...finding, fix: finding.fixes?.[0] });
    }
  },
});
