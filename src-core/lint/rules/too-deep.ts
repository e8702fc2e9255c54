import { defineRule } from '../rule.ts';

/** A body that is not parsed, because the parser could not stand it (T31). */
export const tooDeep = defineRule({
  id: 'too-deep',
  reads: 'body',
  description: {
    ja: '本文の入れ子や記号が、検査とプレビューのできる範囲にあることを確かめます。',
    en: 'Checks that nesting and marks in the body stay within what can be checked and previewed.',
  },
  rationale: {
    ja: '引用や箇条書きが何百段も重なった本文は、サイトを作る道具も止めてしまいます。文章はそのまま保存されます。',
    en: 'Quotes or lists nested hundreds of levels deep also stop the tools that build the site. The text is still saved as it is.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      'too-deep': '引用や箇条書きの入れ子が深すぎて、本文を検査できません',
      'too-deep-advice': 'この行の「>」や「-」の数を減らしてください。',
      'too-dense': '1つの段落に記号が多すぎて、本文を検査できません',
      'too-dense-advice': '空の行を入れて、段落を分けてください。',
      'too-large': '本文が長すぎて検査できません',
      'too-large-advice': 'ガイドを分けてください。',
    },
    en: {
      'too-deep': 'Quotes or lists are nested too deep for the body to be checked',
      'too-deep-advice': 'Use fewer “>” or “-” on this line.',
      'too-dense': 'One paragraph has too many marks for the body to be checked',
      'too-dense-advice': 'Break the paragraph up with an empty line.',
      'too-large': 'The body is too long to be checked',
      'too-large-advice': 'Divide the guide.',
    },
  },
  examples: [
    {
      title: { ja: 'ふつうの入れ子', en: 'Ordinary nesting' },
      markdown: '- 仕事\n  - 病棟\n    > 引用\n',
      findings: [],
    },
    {
      title: { ja: '百段を超える引用', en: 'A quote more than a hundred levels deep' },
      markdown: `${'>'.repeat(120)} 引用\n`,
      findings: [{ marks: `${'>'.repeat(120)} 引用` }],
    },
  ],
  check({ refused, report }) {
    if (!refused) return;
    const { reason, from, to } = refused;
    report({ message: reason, advice: `${reason}-advice`, from, to });
  },
});
