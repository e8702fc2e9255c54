import type { Heading } from 'mdast';
import { visit } from 'unist-util-visit';
import { lineAt, rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** A guide without a main heading, or with several. */
export const singleH1 = defineRule({
  id: 'single-h1',
  reads: 'guide',
  description: {
    ja: '大見出し（#）がガイドに1つだけあることを確かめます。',
    en: 'Checks that a guide has exactly one main heading (#).',
  },
  rationale: {
    ja: '大見出しはページの題になります。ないと題のないページになり、2つあるとどちらが題か分からなくなります。',
    en: 'The main heading is the title of the page. Without one the page has no title, with two it is unclear which it is.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      none: '大見出し（#）がありません',
      noneAdvice: '本文の先頭に「# 」で始まる題を書いてください。',
      again: '大見出し（#）が2つ以上あります',
      againAdvice: '章の見出しは「##」で書きます。',
      lower: '「##」にする',
    },
    en: {
      none: 'There is no main heading (#)',
      noneAdvice: 'Write the title at the beginning of the body, after “# ”.',
      again: 'There is more than one main heading (#)',
      againAdvice: 'Chapters begin with “##”.',
      lower: 'Make it “##”',
    },
  },
  examples: [
    {
      title: { ja: '大見出しは1つ', en: 'One main heading' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n# 看護師\n\n## 仕事\n',
      findings: [],
    },
    {
      title: { ja: '大見出しがない', en: 'No main heading' },
      markdown: '---json\n{ "slug": "nurse" }\n---\n## 仕事\n\n朝の申し送り\n',
      findings: [{ marks: '## 仕事' }],
    },
    {
      title: { ja: '章まで大見出しになっている', en: 'A chapter is a main heading as well' },
      markdown: '# 看護師\n\n# 仕事\n',
      findings: [{ marks: '# 仕事', fixed: '# 看護師\n\n## 仕事\n' }],
    },
  ],
  check({ parsed: { text }, record, body, bodyFrom, report }) {
    if (body.refused) return;
    const headings: Heading[] = [];
    visit(body.tree, 'heading', (node) => {
      if (node.depth === 1) headings.push(node);
    });
    // A body that has not been begun lacks more than its heading.
    if (headings.length === 0 && record.kind === 'guide' && body.text.trim() !== '') {
      const blanks = body.text.length - body.text.trimStart().length;
      const { from, to } = lineAt(text, Math.min(bodyFrom + blanks, text.length));
      report({ message: 'none', advice: 'noneAdvice', from: Math.max(from, bodyFrom), to });
    }
    for (const heading of headings.slice(1)) {
      const range = rangeOfNode(heading);
      const [from, to] = [range.from + bodyFrom, range.to + bodyFrom];
      const isAtx = text[from] === '#';
      const edits = [{ from, to: from, insert: '#' }];
      report({
        message: 'again',
        advice: 'againAdvice',
        from,
        to,
        fix: isAtx ? { title: 'lower', edits } : undefined,
      });
    }
  },
});
