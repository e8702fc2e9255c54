import { toString as textOfNode } from 'mdast-util-to-string';
import { nameFromHeading } from '../../catalog/body-record.ts';
import { fillPlaces } from '../../catalog/new-guide.ts';
import { rangeOfNode } from '../node-range.ts';
import { defineRule } from '../rule.ts';

/** Whether a heading has the fixed parts of a pattern, whatever stands in its places. */
function hasShape(heading: string, pattern: string): boolean {
  const parts = pattern.split(/\{(?:name|title)\}/);
  let at = 0;
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (heading.startsWith(part) ? 0 : -1) : heading.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return heading.endsWith(parts.at(-1) ?? '');
}

const chapters = [
  'Nurseとは',
  '主な仕事内容',
  '必要なスキルとツール',
  'キャリアパス',
  '学び方の道すじ',
  'まとめ',
].map((text) => `\n## ${text}\n`);
const guide = (h1: string): string =>
  `---json\n{ "title": "人の回復を支える仕事" }\n---\n${h1}\n${chapters.join('')}`;

/** The main heading: in the form of the guide type, and with the title of the guide details. */
export const titleHeading = defineRule({
  id: 'title-heading',
  reads: 'guide',
  description: {
    ja: '大見出しがガイドの種類の形で、記事情報の題名と同じ題であることを確かめます。',
    en: 'Checks that the main heading has the form of the guide type and the title of the guide details.',
  },
  rationale: {
    ja: '検索結果の題名とページの見出しが違うと、読者は別のページを開いたと思います。',
    en: 'Where the heading differs from the title in the search results, readers think that they opened another page.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      form: '大見出しの形が、ガイドの種類と違います',
      title: '大見出しの題が、記事情報の題名「{title}」と違います',
      advice: '「{expected}」の形にします。',
      write: '「{expected}」にする',
    },
    en: {
      form: 'The main heading has another form than in the guide type',
      title: 'The main heading has another title than the guide details, “{title}”',
      advice: 'Write “{expected}”.',
      write: 'Make it “{expected}”',
    },
  },
  examples: [
    {
      title: { ja: '形も題も合っている', en: 'Form and title agree' },
      markdown: guide('# [完全ガイド] Nurse: 人の回復を支える仕事'),
      findings: [],
    },
    {
      title: { ja: '題が違う', en: 'Another title' },
      markdown: guide('# [完全ガイド] Nurse: 支える仕事'),
      findings: [
        {
          marks: '[完全ガイド] Nurse: 支える仕事',
          fixed: guide('# [完全ガイド] Nurse: 人の回復を支える仕事'),
        },
      ],
    },
    {
      title: { ja: '形が違う', en: 'Another form' },
      markdown: guide('# Nurse'),
      findings: [{ marks: 'Nurse', fixed: guide('# [完全ガイド] Nurse: 人の回復を支える仕事') }],
    },
  ],
  check({ record, body, bodyFrom, type, report }) {
    const h1 = body.tree.children.find((node) => node.type === 'heading' && node.depth === 1);
    if (!type || h1?.type !== 'heading' || record.title === '') return;
    const range = rangeOfNode(h1);
    const [first, last] = [h1.children[0], h1.children.at(-1)];
    const from = first ? rangeOfNode(first).from : range.to;
    const to = last ? rangeOfNode(last).to : range.to;
    // The square brackets are text, also where the body defines a link of that name.
    const heading = textOfNode(h1).trim();
    const shown = body.text.slice(from, to).trim();
    const name = nameFromHeading(shown.startsWith('[') ? shown : heading);
    const expected = fillPlaces(type.h1, { name, title: record.title });
    if (heading === expected || shown === expected) return;
    const isPlain = h1.children.every(
      ({ type: kind }) => kind === 'text' || kind === 'linkReference',
    );
    const canFix = isPlain && name !== '' && !/[\\`*_<>&]/.test(expected);
    const edits = [{ from: from + bodyFrom, to: to + bodyFrom, insert: expected }];
    report({
      message: hasShape(shown, type.h1) ? 'title' : 'form',
      advice: 'advice',
      values: { title: record.title, expected },
      from: from + bodyFrom,
      to: to + bodyFrom,
      fix: canFix ? { title: 'write', edits } : undefined,
    });
  },
});
