import { outsideOf } from '../code-ranges.ts';
import { defineRule } from '../rule.ts';

/** Half-width katakana, with its marks. */
export const halfWidthKana = defineRule({
  id: 'half-width-kana',
  reads: 'text',
  description: {
    ja: '半角カタカナがないことを確かめます。',
    en: 'Checks that there is no half-width katakana.',
  },
  rationale: {
    ja: '読みにくく、濁点が別の文字になるため、検索にも当たりません。',
    en: 'It is hard to read, and searches miss it, since its voicing marks are characters of their own.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      half: '半角カタカナ「{found}」があります',
      advice: '全角で書きます。',
      widen: '「{better}」にする',
    },
    en: {
      half: 'There is half-width katakana: “{found}”',
      advice: 'Write it full-width.',
      widen: 'Make it “{better}”',
    },
  },
  examples: [
    {
      title: { ja: '全角カタカナ', en: 'Full-width katakana' },
      markdown: 'ガイドの `ｶﾞｲﾄﾞ`\n',
      findings: [],
    },
    {
      title: { ja: '半角カタカナ', en: 'Half-width katakana' },
      markdown: '看護のｶﾞｲﾄﾞです\n',
      findings: [{ marks: 'ｶﾞｲﾄﾞ', fixed: '看護のガイドです\n' }],
    },
    {
      title: { ja: '記事情報の中', en: 'In the guide details' },
      markdown: '---json\n{ "title": "ｶﾝｺﾞ" }\n---\n',
      findings: [{ marks: 'ｶﾝｺﾞ', fixed: '---json\n{ "title": "カンゴ" }\n---\n' }],
    },
  ],
  check({ text, code, report }) {
    for (const match of outsideOf(text.matchAll(/[\uff66-\uff9f]+/g), code())) {
      const [found] = match;
      const range = { from: match.index, to: match.index + found.length };
      const better = found.normalize('NFKC');
      report({
        message: 'half',
        advice: 'advice',
        values: { found: found.slice(0, 40), better: better.slice(0, 40) },
        ...range,
        fix: { title: 'widen', edits: [{ ...range, insert: better }] },
      });
    }
  },
});
