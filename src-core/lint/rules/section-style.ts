import type { Heading } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import type { GuideTypeSection } from '../../catalog/workspace-config.ts';
import { toKeycap } from '../../catalog/new-guide.ts';
import { readKeycap, readOrdinal } from '../../text/section-number.ts';
import { matchChapters } from '../guide-chapters.ts';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** Where the text of a heading begins in the body. */
function textFrom(heading: Heading): number {
  const [first] = heading.children;
  return rangeOfNode(first ?? heading).from;
}

type Style = NonNullable<GuideTypeSection['subheadings']>;

function styleOf(text: string): Style {
  if (readOrdinal(text, 0)) return 'numbered';
  return /^(?:\p{Emoji_Presentation}|\p{Emoji}\ufe0f)/u.test(text) ? 'emoji' : 'plain';
}

const bad = (between: string): string =>
  [
    '# [完全ガイド] Nurse: 題',
    '## 1️⃣ Nurseとは\n\n紹介',
    between,
    ...['キャリアパス', 'まとめ', '活躍できる職場', '学び方の道すじ'].map(
      (text, index) => `## ${String(index + 3)}\ufe0f\u20e3 ${text}\n\n本文`,
    ),
  ].join('\n\n');

/** Headings that are numbered in another way than the guide type says. */
export const sectionStyle = defineRule({
  id: 'section-style',
  reads: 'guide',
  description: {
    ja: '章と小見出しの番号や絵文字が、ガイドの種類のとおりに付いていることを確かめます。',
    en: 'Checks that chapters and headings begin with numbers or emoji as the guide type says.',
  },
  rationale: {
    ja: '番号や絵文字の付け方がガイドごとに違うと、同じサイトのページに見えません。',
    en: 'Where each guide numbers in its own way, they do not look like pages of one site.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      keycap: '章の見出しに番号（{number}）がありません',
      numbered: 'この章の小見出しには「1.」のような番号を付けます',
      emoji: 'この章の小見出しには、先頭に絵文字を付けます',
      plain: 'この章の小見出しには、番号や絵文字を付けません',
      advice: 'ガイドの種類が、この章の見出しの形を決めています。',
      number: '「{number}」を付ける',
      bare: '番号を取り除く',
    },
    en: {
      keycap: 'The heading of the chapter has no number ({number})',
      numbered: 'The headings of this chapter begin with numbers, such as “1.”',
      emoji: 'The headings of this chapter begin with an emoji',
      plain: 'The headings of this chapter begin with neither a number nor an emoji',
      advice: 'The guide type says how the headings of this chapter look.',
      number: 'Put “{number}” before it',
      bare: 'Take the number off',
    },
  },
  examples: [
    {
      title: { ja: '種類のとおり', en: 'As the type says' },
      markdown: bad('## 2️⃣ 主な仕事内容\n\n### 1. 朝\n\n検温'),
      findings: [],
    },
    {
      title: { ja: '章の番号がない', en: 'A chapter without its number' },
      markdown: bad('## 主な仕事内容\n\n### 1. 朝\n\n検温'),
      findings: [
        { marks: '## 主な仕事内容', fixed: bad('## 2️⃣ 主な仕事内容\n\n### 1. 朝\n\n検温') },
      ],
    },
    {
      title: { ja: '小見出しの番号がない', en: 'A heading without its number' },
      markdown: bad('## 2️⃣ 主な仕事内容\n\n### 1. 朝\n\n検温\n\n### 昼\n\n食事'),
      findings: [
        {
          marks: '### 昼',
          fixed: bad('## 2️⃣ 主な仕事内容\n\n### 1. 朝\n\n検温\n\n### 2. 昼\n\n食事'),
        },
      ],
    },
  ],
  check({ record, body, bodyFrom, type, report }) {
    if (!type) return;
    const matched = matchChapters(type, { tree: body.tree, name: record.name });
    let before = 0;
    for (const { chapter, section } of matched) {
      const { heading, text, content } = chapter;
      const number = readKeycap(text, 0)?.number;
      if (section.numbering === 'keycap') before = number ?? before + 1;
      const range = (node: Heading) => {
        const { from, to } = rangeOfNode(node);
        return { from: from + bodyFrom, to: to + bodyFrom };
      };
      if (section.numbering === 'keycap' && number === undefined) {
        const at = textFrom(heading) + bodyFrom;
        const keycap = toKeycap(before);
        report({
          message: 'keycap',
          advice: 'advice',
          values: { number: keycap },
          ...range(heading),
          fix: { title: 'number', edits: [{ from: at, to: at, insert: `${keycap} ` }] },
        });
      }
      const headings = content.filter((node): node is Heading => node.type === 'heading');
      const steps = headings.filter(({ depth }) => depth === 3);
      for (const [index, step] of steps.entries()) {
        const shown = textOfNode(step);
        const style = styleOf(shown);
        if (section.subheadings === undefined || style === section.subheadings) continue;
        const at = textFrom(step) + bodyFrom;
        const ordinal = `${String(index + 1)}.`;
        const numbered = readOrdinal(shown, 0);
        const edits =
          section.subheadings === 'numbered' && style === 'plain'
            ? [{ from: at, to: at, insert: `${ordinal} ` }]
            : section.subheadings === 'plain' && numbered
              ? [{ from: at, to: at + numbered.to + 1, insert: '' }]
              : undefined;
        report({
          message: section.subheadings,
          advice: 'advice',
          values: { number: ordinal },
          ...range(step),
          fix: edits && { title: style === 'plain' ? 'number' : 'bare', edits },
        });
      }
    }
  },
});
