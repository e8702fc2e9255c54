import { visit } from 'unist-util-visit';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** An image of the body that says nothing to readers who cannot see it. */
export const imageAlt = defineRule({
  id: 'image-alt',
  reads: 'body',
  description: {
    ja: '本文の画像に、内容を伝える説明（代替テキスト）があることを確かめます。',
    en: 'Checks that images of the body have a description (alternative text).',
  },
  rationale: {
    ja: '読み上げソフトの読者と、画像を読み込めない読者には、説明だけが届きます。検索の手がかりにもなります。',
    en: 'Readers with a screen reader, or whose image does not load, get the description only. Search engines read it as well.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      missing: 'この画像には説明がありません',
      advice: '「![病棟の朝の申し送り](…)」のように、何が写っているかを [ ] の中に書いてください。',
    },
    en: {
      missing: 'This image has no description',
      advice: 'Say what it shows between the brackets, as in “![The morning handover](…)”.',
    },
  },
  examples: [
    {
      title: { ja: '説明がある', en: 'With a description' },
      markdown: '![病棟の朝の申し送り](/static/img/ward.png)\n',
      findings: [],
    },
    {
      title: { ja: '説明がない', en: 'Without a description' },
      markdown: '看護の現場です。![](/static/img/ward.png)\n',
      findings: [{ marks: '![](/static/img/ward.png)' }],
    },
  ],
  check({ tree, report }) {
    visit(tree, (node) => {
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      if ((node.alt ?? '').trim() !== '') return;
      report({ message: 'missing', advice: 'advice', ...rangeOfNode(node) });
    });
  },
});
