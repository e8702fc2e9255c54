import { visit } from 'unist-util-visit';
import { readOpeningTags } from '../opening-tags.ts';
import { defineRule } from '../rule.ts';

/** Raw HTML that the page leaves out, so that the author does not miss it only once it is published. */
export const rawHtml = defineRule({
  id: 'raw-html',
  reads: 'body',
  description: {
    ja: 'サイトの表示で取り除かれるHTMLのタグがないことを確かめます。',
    en: 'Checks that the body has no HTML tags that the site leaves out.',
  },
  rationale: {
    ja: 'HTMLを表示しない設定のサイトでは、タグが消え、段落の先頭から始まるHTMLは中の文章ごと消えます。HTMLを表示するサイトでも、安全のために使えないタグがあります。',
    en: 'Where the site does not show HTML, tags vanish, and HTML that begins a paragraph vanishes with the text in it. Sites that show HTML still refuse some tags for safety.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      tag: '「{tag}」は、サイトの表示では取り除かれます',
      block: '「{tag}」で始まるHTMLは、中の文章ごと、サイトの表示から取り除かれます',
      advice: 'Markdownの書き方にするか、取り除いてください。',
      unsafe: 'このタグは、サイトでも使えません。Markdownの書き方にするか、取り除いてください。',
    },
    en: {
      tag: 'The site leaves out “{tag}”',
      block: 'The site leaves out the HTML that begins with “{tag}”, with the text in it',
      advice: 'Write it in Markdown, or take it out.',
      unsafe: 'The site does not allow this tag. Write it in Markdown, or take it out.',
    },
  },
  examples: [
    {
      title: { ja: 'Markdownだけの本文', en: 'A body of Markdown alone' },
      markdown: '手順は**2つ**です。`<br>` は文字として見えます。\n\n<!-- 編集用の覚え書き -->\n',
      findings: [],
    },
    {
      title: { ja: '文の中のタグ', en: 'A tag within a sentence' },
      markdown: '1行目<br>2行目の<b>大事な</b>話\n',
      findings: [{ marks: '<br>' }, { marks: '<b>' }],
    },
    {
      title: { ja: 'HTMLで書いた段落', en: 'A paragraph written in HTML' },
      markdown: '<div class="note">\n夜勤の注意\n</div>\n\n次の段落\n',
      findings: [{ marks: '<div class="note">\n夜勤の注意\n</div>' }],
    },
  ],
  check({ tree, html, allowedTags, report }) {
    visit(tree, 'html', (node, _index, parent) => {
      const from = node.position?.start.offset;
      const to = node.position?.end.offset;
      if (from === undefined || to === undefined) return;
      const isBlock = parent?.type !== 'paragraph' && parent?.type !== 'heading';
      const tags = readOpeningTags(node.value);
      if (html === 'sanitise') {
        for (const tag of tags) {
          if (allowedTags.has(tag.name)) continue;
          const range = isBlock ? { from, to } : { from: from + tag.from, to: from + tag.to };
          const values = { tag: `<${tag.name}>` };
          report({ message: 'tag', advice: 'unsafe', values, ...range });
        }
        return;
      }
      const first = tags[0];
      if (!first) return;
      const values = { tag: `<${first.name}>` };
      const holdsText = isBlock && node.value.replace(/<[^>]*>/g, '').trim() !== '';
      report({ message: holdsText ? 'block' : 'tag', advice: 'advice', values, from, to });
    });
  },
});
