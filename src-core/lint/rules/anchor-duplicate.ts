import type { Heading } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { readHeadings } from '../../markdown/guide-headings.ts';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** Two headings with the same text, of which a link can reach the first only. */
export const anchorDuplicate = defineRule({
  id: 'anchor-duplicate',
  reads: 'body',
  description: {
    ja: '見出しへのリンクの先が、2つ以上の見出しに当てはまらないことを確かめます。',
    en: 'Checks that the address of a heading does not fit two of them.',
  },
  rationale: {
    ja: '同じ文の見出しが2つあると、リンクはいつも先のほうへ行きます。見出しを入れ替えると、リンクの先も変わります。',
    en: 'Of two headings with the same text, links always lead to the first; when their order changes, so does what links lead to.',
  },
  defaultSeverity: 'hint',
  messages: {
    ja: {
      again: '「{heading}」という見出しが、前にもあります',
      advice: 'この見出しへのリンクは「#{id}」です。文を変えると分かりやすくなります。',
      linked: 'このガイドには「#{id}」へのリンクがあり、前の見出しへ行きます。',
    },
    en: {
      again: 'There is another heading “{heading}” before this one',
      advice: 'Links to this one are written “#{id}”. Other words make them clearer.',
      linked: 'This guide has a link to “#{id}”, which leads to the first of them.',
    },
  },
  examples: [
    {
      title: { ja: 'すべて違う見出し', en: 'All headings differ' },
      markdown: '## 仕事\n\n## 学び方\n',
      findings: [],
    },
    {
      title: { ja: '同じ文の見出し', en: 'Headings with the same text' },
      markdown: '[まとめへ](#まとめ)\n\n## まとめ\n\n## まとめ\n',
      findings: [{ marks: '## まとめ' }],
    },
  ],
  check({ tree, report }) {
    const headings: Heading[] = [];
    const seen = new Set<string>();
    const again = new Set<Heading>();
    visit(tree, 'heading', (node) => {
      headings.push(node);
      const text = textOfNode(node).trim().toLowerCase();
      if (text !== '' && seen.has(text)) again.add(node);
      seen.add(text);
    });
    if (again.size === 0) return;
    const linked = new Set<string>();
    visit(tree, (node) => {
      if (node.type !== 'link' && node.type !== 'definition') return;
      if (!node.url.startsWith('#')) return;
      try {
        linked.add(decodeURIComponent(node.url.slice(1)));
      } catch {
        linked.add(node.url.slice(1));
      }
    });
    const idAt = new Map(readHeadings(tree).map(({ from, id }) => [from, id]));
    for (const node of again) {
      const range = rangeOfNode(node);
      const id = idAt.get(range.from) ?? '';
      const plain = id.replace(/-\d+$/, '');
      const isLinked = linked.has(plain);
      report({
        message: 'again',
        advice: isLinked ? 'linked' : 'advice',
        values: { heading: textOfNode(node).trim().slice(0, 80), id: isLinked ? plain : id },
        severity: isLinked ? 'warning' : undefined,
        ...range,
      });
    }
  },
});
