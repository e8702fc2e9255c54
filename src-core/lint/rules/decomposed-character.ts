import { outsideOf } from '../code-ranges.ts';
import { defineRule } from '../rule.ts';

/** Whether a place lies in an address or a path, whose spelling must stay that of the file. */
const isInPath = (text: string, at: number): boolean =>
  /\/[^\s"'()<>]{0,60}$/.test(text.slice(Math.max(0, at - 64), at));

/** Letters written in two parts (NFD), as file systems and some pages hand them out. */
export const decomposedCharacter = defineRule({
  id: 'decomposed-character',
  reads: 'text',
  description: {
    ja: '濁点や半濁点が文字から離れた書き方（NFD）になっていないことを確かめます。',
    en: 'Checks that no letter is written in two parts (NFD), such as a kana and its voicing mark.',
  },
  rationale: {
    ja: '見た目は同じでも別の文字として扱われ、検索に当たらず、文字の数も合わなくなります。',
    en: 'It looks the same but counts as other characters: searches miss it, and counts are wrong.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      parts: '「{shown}」が2つの文字に分かれています',
      advice: 'ファイル名やWebページから写した文に多い書き方です。',
      join: '1つの文字にする',
    },
    en: {
      parts: '“{shown}” is made of two characters',
      advice: 'Text copied from file names and web pages often is.',
      join: 'Make it one character',
    },
  },
  examples: [
    {
      title: { ja: '1つの文字', en: 'One character' },
      markdown: '看護の「ガイド」と🏷️と`か\u3099`\n',
      findings: [],
    },
    {
      title: { ja: '分かれた濁点', en: 'A voicing mark on its own' },
      markdown: '看護のカ\u3099イト\u3099\n',
      findings: [
        { marks: 'カ\u3099', fixed: '看護のガイト\u3099\n' },
        { marks: 'ト\u3099', fixed: '看護のカ\u3099イド\n' },
      ],
    },
  ],
  check({ text, code, report }) {
    for (const match of outsideOf(text.matchAll(/\P{M}\p{M}{1,8}/gu), code())) {
      const [parts] = match;
      const shown = parts.normalize('NFC');
      if (shown === parts || isInPath(text, match.index)) continue;
      const range = { from: match.index, to: match.index + parts.length };
      report({
        message: 'parts',
        advice: 'advice',
        values: { shown },
        ...range,
        fix: { title: 'join', edits: [{ ...range, insert: shown }] },
      });
    }
  },
});
