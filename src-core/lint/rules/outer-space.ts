import type { TextEdit } from '../../document/text-edit.ts';
import { defineRule } from '../rule.ts';
import { readTexts } from '../text-nodes.ts';

/** Takes the blanks off both ends of a JSON text, the spelling of the rest kept where it has no escapes. */
function trimEdits(source: string, offset: number, value: string): readonly TextEdit[] {
  if (source !== `"${value}"`) {
    const insert = JSON.stringify(value.trim());
    return [{ from: offset, to: offset + source.length, insert }];
  }
  const before = value.length - value.trimStart().length;
  const after = value.length - value.trimEnd().length;
  const end = offset + source.length - 1;
  return [
    { from: offset + 1, to: offset + 1 + before, insert: '' },
    { from: end - after, to: end, insert: '' },
  ].filter(({ from, to }) => to > from);
}

/** Blanks at the beginning or the end of a value. */
export const outerSpace = defineRule({
  id: 'outer-space',
  reads: 'details',
  description: {
    ja: '記事情報の値の前後に空白がないことを確かめます。',
    en: 'Checks that no value of the guide details begins or ends with a blank.',
  },
  rationale: {
    ja: '「看護」と「看護 」はサイトでは別のタグになり、一覧が2つに分かれます。',
    en: 'To the site, “nursing” and “nursing ” are two tags with a list each.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      space: '値の前後に空白があります',
      advice: '見えませんが、サイトでは別の値になります。',
      trim: '前後の空白を取り除く',
    },
    en: {
      space: 'The value begins or ends with a blank',
      advice: 'It cannot be seen, but makes another value of it.',
      trim: 'Take the blanks off',
    },
  },
  examples: [
    {
      title: { ja: '前後に空白がない', en: 'No blank at either end' },
      markdown: '---json\n{ "title": "看護 の仕事", "tags": ["医療"] }\n---\n',
      findings: [],
    },
    {
      title: { ja: '後ろに全角の空白がある', en: 'A full-width blank at the end' },
      markdown: '---json\n{ "tags": ["医療　", " 夜勤"] }\n---\n',
      findings: [
        { marks: '"医療　"', fixed: '---json\n{ "tags": ["医療", " 夜勤"] }\n---\n' },
        { marks: '" 夜勤"', fixed: '---json\n{ "tags": ["医療　", "夜勤"] }\n---\n' },
      ],
    },
  ],
  check({ parsed, report }) {
    for (const { node, value, pointer } of readTexts(parsed.root).texts) {
      const trimmed = value.trim();
      if (trimmed === value || trimmed === '') continue;
      const [from, to] = [node.offset, node.offset + node.length];
      const edits = trimEdits(parsed.text.slice(from, to), from, value);
      report({
        message: 'space',
        advice: 'advice',
        pointer,
        from,
        to,
        fix: parsed.editable ? { title: 'trim', edits } : undefined,
      });
    }
  },
});
