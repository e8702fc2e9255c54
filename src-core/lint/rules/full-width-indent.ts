import { outsideOf } from '../code-ranges.ts';
import { defineRule } from '../rule.ts';

/** Full-width spaces at the beginning of a line. */
export const fullWidthIndent = defineRule({
  id: 'full-width-indent',
  reads: 'text',
  description: {
    ja: '行の先頭に全角の空白がないことを確かめます。',
    en: 'Checks that no line begins with a full-width space.',
  },
  rationale: {
    ja: '全角の空白で字下げした「-」や「#」は、リストや見出しになりません。段落の字下げはサイトのデザインが決めます。',
    en: 'Behind a full-width space, “-” and “#” make no list and no heading. The indentation of paragraphs is up to the design of the site.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      indent: '行が全角の空白で始まっています',
      mark: '全角の空白があるため、リストや見出しになりません',
      advice: '段落の字下げは要りません。入れ子のリストは半角の空白で下げます。',
      remove: '先頭の空白を取り除く',
    },
    en: {
      indent: 'The line begins with a full-width space',
      mark: 'Because of the full-width space this is no list item and no heading',
      advice: 'Paragraphs need no indentation. Nested lists are indented by half-width spaces.',
      remove: 'Take out the space at the beginning',
    },
  },
  examples: [
    {
      title: { ja: '先頭に空白のない段落', en: 'Paragraphs without indentation' },
      markdown: '看護師の仕事です。\n\n```\n　コードの中\n```\n',
      findings: [],
    },
    {
      title: { ja: '段落の字下げ', en: 'An indented paragraph' },
      markdown: '　看護師の仕事です。\n',
      findings: [{ marks: '　', fixed: '看護師の仕事です。\n' }],
    },
    {
      title: { ja: 'リストにならない行', en: 'A line that makes no list' },
      markdown: '　- 検温\n',
      findings: [{ marks: '　', fixed: '- 検温\n' }],
    },
  ],
  check({ text, part, code, report }) {
    if (part === 'details') return;
    for (const match of outsideOf(
      text.matchAll(/^[ \t]{0,3}(\u3000[ \t\u3000]*)(?=\S)/gm),
      code(),
    )) {
      const indent = match[1] ?? '';
      const to = match.index + match[0].length;
      const from = to - indent.length;
      const isMark = /^(?:[-*+] |#{1,6} |\d{1,3}[.)] |> )/.test(text.slice(to, to + 8));
      report({
        message: isMark ? 'mark' : 'indent',
        advice: 'advice',
        from,
        to,
        fix: { title: 'remove', edits: [{ from, to, insert: '' }] },
      });
    }
  },
});
