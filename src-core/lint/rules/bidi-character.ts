import { codePointName } from '../../text/invisible-characters.ts';
import { defineRule } from '../rule.ts';
import { unseenRuns } from '../unseen-runs.ts';

/** Invisible marks that turn the direction of the text around (T24). */
export const bidiCharacter = defineRule({
  id: 'bidi-character',
  reads: 'text',
  description: {
    ja: '文字の並ぶ向きを変える、目に見えない文字がないことを確かめます。',
    en: 'Checks that there are no invisible characters that change the direction of the text.',
  },
  rationale: {
    ja: '表示の順が、実際の文字の順と変わります。アドレスや名前を別のものに見せる手口にも使われます。',
    en: 'What is shown comes in another order than what is there. It is also used to make an address or a name look like another.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      bidi: '文字の向きを変える、目に見えない文字（{code}）があります',
      advice: '日本語と英語の文には要りません。',
      remove: '向きを変える文字を取り除く',
    },
    en: {
      bidi: 'There is an invisible character that changes the direction of the text ({code})',
      advice: 'Japanese and English texts need none.',
      remove: 'Take it out',
    },
  },
  examples: [
    {
      title: { ja: 'ふつうの文', en: 'Plain text' },
      markdown: '看護師の仕事（nurse）\n',
      findings: [],
    },
    {
      title: { ja: '向きを変える文字', en: 'Characters that turn the text around' },
      markdown: '安全な\u202eexe.gpj\n',
      findings: [{ marks: '\u202e', fixed: '安全なexe.gpj\n' }],
    },
    {
      title: { ja: '記事情報の中の書き方', en: 'Spelled out in the guide details' },
      markdown: '---json\n{ "title": "看護\\u202e師" }\n---\n',
      findings: [{ marks: '\\u202e', fixed: '---json\n{ "title": "看護師" }\n---\n' }],
    },
  ],
  check({ text, part, report }) {
    for (const { from, to, text: run } of unseenRuns(text, 'bidi', part === 'details')) {
      report({
        message: 'bidi',
        advice: 'advice',
        values: { code: codePointName(run.codePointAt(0) ?? 0) },
        from,
        to,
        fix: { title: 'remove', edits: [{ from, to, insert: '' }] },
      });
    }
  },
});
