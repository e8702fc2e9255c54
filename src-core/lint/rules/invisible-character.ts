import { codePointName } from '../../text/invisible-characters.ts';
import { defineRule } from '../rule.ts';
import { unseenRuns } from '../unseen-runs.ts';

/** Characters that nobody sees: zero widths, controls, fillers. */
export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  reads: 'text',
  description: {
    ja: '目に見えない文字（幅のない空白や制御文字）がないことを確かめます。',
    en: 'Checks that there are no characters that cannot be seen, such as zero-width spaces and controls.',
  },
  rationale: {
    ja: 'ほかの画面から貼り付けた文に残りやすく、検索に当たらない、リンクが切れるといった原因になります。',
    en: 'They come with pasted text. Searches miss the word, and addresses with one lead nowhere.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      unseen: '目に見えない文字（{code}）があります',
      advice: '意味のある場所でなければ、取り除いてください。',
      remove: '目に見えない文字を取り除く',
    },
    en: {
      unseen: 'There is a character that cannot be seen ({code})',
      advice: 'Take it out, unless it is there for a reason.',
      remove: 'Take out what cannot be seen',
    },
  },
  examples: [
    {
      title: { ja: '見える文字だけ', en: 'Nothing but what is seen' },
      markdown: '# 看護師 👩‍⚕️ 1️⃣\n',
      findings: [],
    },
    {
      title: { ja: '幅のない空白', en: 'A zero-width space' },
      markdown: '看護\u200b師の仕事\n',
      findings: [{ marks: '\u200b', fixed: '看護師の仕事\n' }],
    },
    {
      title: { ja: '記事情報の中の書き方', en: 'Spelled out in the guide details' },
      markdown: '---json\n{ "title": "看護\\u200b師" }\n---\n',
      findings: [{ marks: '\\u200b', fixed: '---json\n{ "title": "看護師" }\n---\n' }],
    },
  ],
  check({ text, part, report }) {
    for (const { from, to, text: run } of unseenRuns(text, 'other', part === 'details')) {
      const insert = /[\u2028\u2029]/.test(run) ? ' ' : '';
      report({
        message: 'unseen',
        advice: 'advice',
        values: { code: codePointName(run.codePointAt(0) ?? 0) },
        from,
        to,
        fix: { title: 'remove', edits: [{ from, to, insert }] },
      });
    }
  },
});
