import { defineMessages, type Localized, translate } from '../../messages/messages.ts';
import { fixEmphasis, kindAt, neighbour } from '../emphasis-fix.ts';
import { type EmphasisPair, findBrokenPairs } from '../emphasis-pairs.ts';
import { defineRule } from '../rule.ts';

const messages = defineMessages({
  ja: {
    plain: 'サイトでは{style}にならず、{mark} がそのまま見えます',
    elsewhere: '標準のMarkdownでは{style}にならず、{mark} がそのまま見えます',
    close:
      '閉じる {mark} のすぐ前が「{inner}」、すぐ後ろが文字だと、{style}の終わりと見なされません。',
    open: '開く {mark} のすぐ前が文字、すぐ後ろが「{inner}」だと、{style}の始まりと見なされません。',
    inside: 'かっこの内側だけを{style}にすると、正しく表示されます。',
    beforeBracket: 'かっこの前で{style}を終えると、正しく表示されます。',
    beforeStop: '「{last}」の前で{style}を終えると、正しく表示されます。',
    none: '{mark} の外側に半角の空白を入れるか、{style}にする範囲を変えてください。',
    fixInside: 'かっこの内側を{style}にする',
    fixBeforeBracket: 'かっこの前で{style}を終える',
    fixBeforeStop: '「{last}」の前で{style}を終える',
  },
  en: {
    plain: 'The site shows {mark} as it is instead of {style} text',
    elsewhere: 'Standard Markdown shows {mark} as it is instead of {style} text',
    close:
      'With “{inner}” right before the closing {mark} and a letter right after it, the {style} text does not end there.',
    open: 'With a letter right before the opening {mark} and “{inner}” right after it, the {style} text does not begin there.',
    inside: 'Make only the text inside the brackets {style}.',
    beforeBracket: 'End the {style} text before the bracket.',
    beforeStop: 'End the {style} text before “{last}”.',
    none: 'Put a space outside {mark}, or change which words are {style}.',
    fixInside: 'Make the text inside the brackets {style}',
    fixBeforeBracket: 'End the {style} text before the bracket',
    fixBeforeStop: 'End the {style} text before “{last}”',
  },
});

type Key = keyof typeof messages.ja;

const styles: Record<EmphasisPair['style'], Localized> = {
  strong: { ja: '太字', en: 'bold' },
  emphasis: { ja: '斜体', en: 'italic' },
  delete: { ja: '取り消し線', en: 'struck-through' },
};

const titles = {
  inside: 'fixInside',
  beforeBracket: 'fixBeforeBracket',
  beforeStop: 'fixBeforeStop',
} as const;

/** Emphasis that CommonMark does not close, because Japanese puts no space next to punctuation. */
export const cjkEmphasis = defineRule({
  id: 'cjk-emphasis',
  reads: 'body',
  description: {
    ja: 'かっこや句読点に接した ** が、太字として閉じられることを確かめます。',
    en: 'Checks that ** next to brackets and punctuation closes as bold text.',
  },
  rationale: {
    ja: 'Markdownの標準の決まりは、語の間に空白を置く言葉に合わせて作られています。「**「重点」**の」のように空白なしで続けると、** が文字のまま残ります。',
    en: 'The rules of standard Markdown were made for languages with spaces between words. Without them, as in “**「重点」**の”, the ** stay visible.',
  },
  defaultSeverity: 'warning',
  messages,
  examples: [
    {
      title: { ja: '閉じられる太字', en: 'Bold text that closes' },
      markdown: '求められるのは「**設計力**」が問われる場面です。\n\n*   **詳細:** 手順\n',
      findings: [],
    },
    {
      title: { ja: '太字の中にかっこがある', en: 'Brackets inside bold text' },
      markdown: '求められるのは、**「設計力」**が問われる場面です。\n',
      findings: [
        {
          marks: '**「設計力」**が',
          fixed: '求められるのは、「**設計力**」が問われる場面です。\n',
        },
      ],
    },
    {
      title: { ja: '太字の終わりに補足がある', en: 'A remark at the end of bold text' },
      markdown: '**可用性（止まりにくさ）**に注意します。\n',
      findings: [
        {
          marks: '**可用性（止まりにくさ）**に',
          fixed: '**可用性**（止まりにくさ）に注意します。\n',
        },
      ],
    },
    {
      title: { ja: '文末の「。」まで太字', en: 'Bold text up to the full stop' },
      markdown: '**まず測ります。**次に直します。\n',
      findings: [{ marks: '**まず測ります。**次', fixed: '**まず測ります**。次に直します。\n' }],
    },
  ],
  check({ text, tree, flavour, report }) {
    for (const pair of findBrokenPairs(text, tree)) {
      const { from, to, markLength } = pair;
      const before = neighbour(text, from, -1);
      const after = neighbour(text, to, 1);
      const first = neighbour(text, from + markLength, 1);
      const last = neighbour(text, to - markLength, -1);
      const closeFails =
        kindAt(text, to - markLength - 1) === 'mark' && kindAt(text, to) === 'letter';
      const openFails =
        kindAt(text, from + markLength) === 'mark' &&
        from > 0 &&
        kindAt(text, from - 1) === 'letter';
      const fix = fixEmphasis(text, pair);
      const values = {
        mark: text.slice(from, from + markLength),
        inner: closeFails ? last : first,
        last,
      };
      const say = (...keys: readonly Key[]): Localized => {
        const style = styles[pair.style];
        const ja = keys.map((key) =>
          translate(messages, 'ja', key, { ...values, style: style.ja }),
        );
        const en = keys.map((key) =>
          translate(messages, 'en', key, { ...values, style: style.en }),
        );
        return { ja: ja.join(''), en: en.join(' ') };
      };
      report({
        message: say(flavour === 'gfm-cjk' ? 'elsewhere' : 'plain'),
        advice: say(closeFails || !openFails ? 'close' : 'open', fix ? fix.way : 'none'),
        from: openFails ? from - before.length : from,
        to: closeFails ? to + after.length : to,
        fix: fix && { title: say(titles[fix.way]), edits: fix.edits },
      });
    }
  },
});
