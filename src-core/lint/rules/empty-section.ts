import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** A chapter or heading with nothing below it. */
export const emptySection = defineRule({
  id: 'empty-section',
  reads: 'body',
  description: {
    ja: '章と小見出しに中身があることを確かめます。',
    en: 'Checks that chapters and headings have something below them.',
  },
  rationale: {
    ja: '見出しだけの章は、書きかけのまま公開したように見えます。',
    en: 'A chapter that is a heading only looks as if it had been published unfinished.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      empty: 'この見出しの下に中身がありません',
      advice: '本文を書くか、見出しを取り除いてください。',
    },
    en: {
      empty: 'There is nothing below this heading',
      advice: 'Write the text, or take the heading out.',
    },
  },
  examples: [
    {
      title: { ja: 'すべてに中身がある', en: 'Every heading has a text' },
      markdown: '# 看護師\n\n## 仕事\n\n### 朝\n\n申し送りをします。\n',
      findings: [],
    },
    {
      title: { ja: '章の中身がない', en: 'A chapter without text' },
      markdown: '## 仕事\n\n---\n\n## 学び方\n\n学校で学びます。\n',
      findings: [{ marks: '## 仕事' }],
    },
  ],
  check({ tree, report }) {
    const nodes = tree.children.filter(
      ({ type }) => type !== 'thematicBreak' && type !== 'definition',
    );
    for (const [index, node] of nodes.entries()) {
      // The main heading may stand alone in a guide that has only been begun.
      if (node.type !== 'heading' || node.depth === 1) continue;
      const next = nodes[index + 1];
      if (next && (next.type !== 'heading' || next.depth > node.depth)) continue;
      report({ message: 'empty', advice: 'advice', ...rangeOfNode(node) });
    }
  },
});
