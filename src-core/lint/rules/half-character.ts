import { halfCharacters } from '../../text/half-character.ts';
import { defineRule } from '../rule.ts';

const toCode = (text: string, at: number): string =>
  `U+${text.charCodeAt(at).toString(16).toUpperCase()}`;

/** Half of a character that UTF-8 cannot hold (F49). An escape such as `\ud83d` in JSON is no such half. */
export const halfCharacter = defineRule({
  id: 'half-character',
  reads: 'text',
  description: {
    ja: '半分に切れた文字が残っていないことを確かめます。',
    en: 'Checks that no half of a character is left over.',
  },
  rationale: {
    ja: '絵文字などを途中で切ると、見えない半分が残ることがあります。ファイルには書けないため、保存できません。',
    en: 'Cutting an emoji in two can leave an invisible half behind. A file cannot hold it, so the guide cannot be saved.',
  },
  defaultSeverity: 'error',
  messages: {
    ja: {
      half: '文字の半分だけが残っています（{code}）',
      advice: 'このままでは保存できません。取り除くか、文字を入れ直してください。',
      fix: '半分の文字を取り除く',
    },
    en: {
      half: 'Only half of a character is here ({code})',
      advice: 'The guide cannot be saved with it. Take it out, or enter the character again.',
      fix: 'Take the half out',
    },
  },
  examples: [
    {
      title: { ja: 'まるごとの絵文字', en: 'A whole emoji' },
      markdown: '# 看護師 🏥\n',
      findings: [],
    },
    {
      title: {
        ja: '記事情報の中のJSONの書き方',
        en: 'The spelling of JSON within the guide details',
      },
      markdown: '---json\n{ "title": "\\ud83c" }\n---\n# 看護師\n',
      findings: [],
    },
    {
      title: { ja: '本文に残った半分の絵文字', en: 'Half an emoji left in the body' },
      markdown: '# 看護師 \ud83c\n',
      findings: [{ marks: '\ud83c', fixed: '# 看護師 \n' }],
    },
    {
      title: { ja: '記事情報に残った半分の絵文字', en: 'Half an emoji left in the guide details' },
      markdown: '---json\n{ "title": "看護\udfe5師" }\n---\n# 看護師\n',
      findings: [{ marks: '\udfe5', fixed: '---json\n{ "title": "看護師" }\n---\n# 看護師\n' }],
    },
  ],
  check({ text, report }) {
    for (const from of halfCharacters(text)) {
      const range = { from, to: from + 1 };
      report({
        ...range,
        message: 'half',
        advice: 'advice',
        values: { code: toCode(text, from) },
        fix: { title: 'fix', edits: [{ ...range, insert: '' }] },
      });
    }
  },
});
