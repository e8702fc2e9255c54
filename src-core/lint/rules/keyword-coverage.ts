import { toString as textOfNode } from 'mdast-util-to-string';
import { rangeOf } from '../../document/pointer.ts';
import { fold } from '../../text/fold.ts';
import { defineRule } from '../rule.ts';

const plain = (text: string): string => fold(text).replace(/[\s・]+/g, '');

const guide = (lead: string): string =>
  `---json\n{ "title": "回復を支える仕事", "keywords": ["看護師", "ＳＱＬ", "夜勤"] }\n---\n# Nurse\n\n${lead}\n`;

/** Search keywords that neither the title nor the beginning of the guide names. */
export const keywordCoverage = defineRule({
  id: 'keyword-coverage',
  reads: 'guide',
  description: {
    ja: '検索キーワードが、題名、大見出し、書き出しのどこかに出てくることを確かめます。',
    en: 'Checks that the search keywords appear in the title, the main heading or the first paragraph.',
  },
  rationale: {
    ja: '検索から来た読者は、探した言葉がはじめに見えないと、すぐに戻ります。',
    en: 'Readers who come from a search leave again where the words they searched for are not seen at once.',
  },
  defaultSeverity: 'hint',
  options: {
    schema: {
      properties: {
        share: {
          type: 'number',
          minimum: 0,
          maximum: 1,
          description: 'How much of the keywords must appear; 1 means all of them.',
        },
      },
    },
    defaults: { share: 1 },
  },
  messages: {
    ja: {
      absent: '題名にも書き出しにも出てこないキーワード: {words}',
      advice: '書き出しの文に入れるか、キーワードから外してください。',
    },
    en: {
      absent: 'Keywords that neither the title nor the first paragraph has: {words}',
      advice: 'Bring them into the first paragraph, or take them out of the keywords.',
    },
  },
  examples: [
    {
      title: { ja: 'どれも出てくる', en: 'All of them appear' },
      markdown: guide('看護師は、SQLで記録を調べ、夜勤もします。'),
      findings: [],
    },
    {
      title: { ja: '1つが出てこない', en: 'One does not appear' },
      markdown: guide('看護師は、SQLで記録を調べます。'),
      findings: [{ marks: '["看護師", "ＳＱＬ", "夜勤"]' }],
    },
    {
      title: { ja: '半分でよいサイト', en: 'A site that asks for half of them' },
      markdown: guide('看護師は、SQLで記録を調べます。'),
      options: { share: 0.5 },
      findings: [],
    },
  ],
  check({ parsed, record, body, options, report }) {
    const range = rangeOf(parsed, '/keywords');
    const words = record.keywords.filter((word) => plain(word) !== '');
    if (!range || words.length === 0 || body.refused || body.text.trim() === '') return;
    const lead = body.tree.children.find(({ type }) => type === 'paragraph');
    const h1 = body.tree.children.find((node) => node.type === 'heading' && node.depth === 1);
    const texts = [record.title, h1 ? textOfNode(h1) : '', lead ? textOfNode(lead) : ''];
    const seen = texts.map(plain).join('\n');
    const absent = words.filter((word) => !seen.includes(plain(word)));
    if (absent.length === 0 || 1 - absent.length / words.length >= options.share) return;
    report({
      message: 'absent',
      advice: 'advice',
      values: { words: absent.slice(0, 15).join('、') },
      pointer: '/keywords',
      ...range,
    });
  },
});
