import { visit } from 'unist-util-visit';
import { defineRule } from '../rule.ts';

const word = /[\p{L}\p{N}]/u;

/** Two tildes of ranges, such as `9~17`, that strike out what stands between them. */
export const singleTilde = defineRule({
  id: 'single-tilde',
  reads: 'body',
  description: {
    ja: '範囲を表す「~」が、間の文を取り消し線にしていないことを確かめます。',
    en: 'Checks that the “~” of ranges does not strike out the words between two of them.',
  },
  rationale: {
    ja: '1つの段落に半角の「~」が2つあると、その間が取り消し線になります。「9時~17時、13時~15時」のような範囲で起こります。',
    en: 'Two “~” in one paragraph strike out what stands between them. It happens with ranges such as “9~17 or 13~15”.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      strikes: '2つの「~」の間が取り消し線になっています',
      advice:
        '範囲には全角の「〜」を使うか、「\\~」と書いてください。取り消し線は「~~」で書きます。',
      escape: '「~」を文字として書く',
    },
    en: {
      strikes: 'The text between two “~” is struck out',
      advice: 'Write “\\~” for a range. To strike out, write “~~”.',
      escape: 'Write “~” as a character',
    },
  },
  examples: [
    {
      title: { ja: '全角の「〜」と、取り消し線', en: 'A range with “〜”, and a strikethrough' },
      markdown: '9時〜17時、13時〜15時。~~前の料金~~と ~旧名~ は使いません。\n',
      findings: [],
    },
    {
      title: { ja: '範囲が2つある', en: 'Two ranges' },
      markdown: '勤務は9時~17時、または13時~21時です。\n',
      findings: [
        {
          marks: '~17時、または13時~',
          fixed: '勤務は9時\\~17時、または13時\\~21時です。\n',
        },
      ],
    },
  ],
  check({ text, tree, report }) {
    visit(tree, 'delete', ({ position }) => {
      const from = position?.start.offset;
      const to = position?.end.offset;
      if (from === undefined || to === undefined || text.startsWith('~~', from)) return;
      if (!word.test(text.charAt(from - 1)) || !word.test(text.charAt(to))) return;
      const edits = [from, to - 1].map((at) => ({ from: at, to: at, insert: '\\' }));
      report({
        message: 'strikes',
        advice: 'advice',
        from,
        to,
        fix: { title: 'escape', edits },
      });
    });
  },
});
