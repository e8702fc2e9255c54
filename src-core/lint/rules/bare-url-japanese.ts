import { visit } from 'unist-util-visit';
import { defineRule } from '../rule.ts';

const japanese = /[^\x20-\x7e]/;
// A path can be Japanese (`/wiki/看護師`); sentences show by their marks and their kana.
const sentence = /[\u3000-\u303f\u3041-\u3096\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]/;

/** An address without brackets that takes the words after it along, since Japanese puts no space there. */
export const bareUrlJapanese = defineRule({
  id: 'bare-url-japanese',
  reads: 'body',
  description: {
    ja: '文の中にそのまま書いたアドレスが、後ろの日本語まで巻き込んでいないことを確かめます。',
    en: 'Checks that an address written as it is does not take the Japanese text after it along.',
  },
  rationale: {
    ja: 'アドレスのリンクは空白まで続きます。日本語は空白で区切らないため、後ろの文までアドレスになり、開けないリンクになります。',
    en: 'The link of an address goes on to the next space. Japanese has none, so the sentence becomes part of the address, and the link leads nowhere.',
  },
  defaultSeverity: 'warning',
  messages: {
    ja: {
      swallows: '後ろの「{words}」までリンクのアドレスになっています',
      advice: 'アドレスを「<」と「>」で囲むか、後ろに半角の空白を入れてください。',
      wrap: 'アドレスを < > で囲む',
    },
    en: {
      swallows: '“{words}” has become part of the address of the link',
      advice: 'Put the address between “<” and “>”, or a space behind it.',
      wrap: 'Put the address between < and >',
    },
  },
  examples: [
    {
      title: { ja: '囲んだアドレスと、日本語のアドレス', en: 'Brackets, and a Japanese address' },
      markdown:
        '<https://example.com/guide>を見ます。 https://example.com/wiki/看護師 も、[公式](https://example.com/)もあります。\n',
      findings: [],
    },
    {
      title: { ja: '後ろの文が続いている', en: 'A sentence follows' },
      markdown: '詳しくはhttps://example.com/guideを見てください。\n',
      findings: [
        {
          marks: 'https://example.com/guideを見てください。',
          fixed: '詳しくは<https://example.com/guide>を見てください。\n',
        },
      ],
    },
    {
      title: { ja: 'かっこで閉じている', en: 'A bracket closes it' },
      markdown: '公式の案内（https://example.com/）もあります。\n',
      findings: [
        {
          marks: 'https://example.com/）もあります。',
          fixed: '公式の案内（<https://example.com/>）もあります。\n',
        },
      ],
    },
  ],
  check({ text, tree, report }) {
    visit(tree, 'link', ({ position }) => {
      const from = position?.start.offset;
      const to = position?.end.offset;
      if (from === undefined || to === undefined) return;
      const source = text.slice(from, to);
      if (!/^(?:https?:\/\/|www\.)/i.test(source)) return;
      const at = source.search(japanese);
      if (at < 0 || !sentence.test(source.slice(at))) return;
      // Where the Japanese could be the end of the address, only the author knows where that is.
      const isClear = sentence.test(source.charAt(at)) || /\w/.test(source.charAt(at - 1));
      const canWrap = isClear && /^https?:/i.test(source);
      report({
        message: 'swallows',
        advice: 'advice',
        values: { words: source.slice(at) },
        from,
        to,
        fix: canWrap
          ? {
              title: 'wrap',
              edits: [
                { from, to: from, insert: '<' },
                { from: from + at, to: from + at, insert: '>' },
              ],
            }
          : undefined,
      });
    });
  },
});
