import { defineMessages } from './messages.ts';

/** Why a formatting command left the text as it was, and the names of the bar over the manuscript. */
export const formatMessages = defineMessages({
  ja: {
    details: '記事情報の中では書式を付けられません。本文にカーソルを置いてください',
    code: 'コードの中では書式を付けられません',
    table: '表と区切り線は、見出しや箇条書きにできません',
    nothing: 'ここには書式を付けられる文字がありません',
    unclosed:
      'ここに印を付けても、標準のMarkdownでは書式になりません。文字を含めて選び直してください',
    tools: '書式',
    heading: '見出し',
    more: 'ほかの書式',
  },
  en: {
    details: 'Text in the guide details cannot be formatted. Put the caret into the body',
    code: 'Text in code cannot be formatted',
    table: 'A table or a section break cannot become a heading or a list',
    nothing: 'There is no text to format here',
    unclosed:
      'Marks here would show as they are in standard Markdown. Select the words together with a letter',
    tools: 'Formatting',
    heading: 'Heading',
    more: 'More formatting',
  },
});
