import { defineMessages } from './messages.ts';

/** Texts of the outline: the headings of the guide in front. */
export const outlineMessages = defineMessages({
  ja: {
    outline: '目次',
    filter: '見出しを絞り込む',
    clear: '絞り込みを外す',
    close: '目次を閉じる',
    noHeadings: '見出しはまだありません。行の始めに「## 」と書くと、ここに並びます。',
    noHits: '「{query}」に合う見出しはありません',
    more: 'ほかに{count}件あります。絞り込んでください',
    untitled: '（文字のない見出し）',
    go: '移動',
    move: '節を動かす',
    focusOff: '集中をやめる',
  },
  en: {
    outline: 'Outline',
    filter: 'Filter headings',
    clear: 'Clear the filter',
    close: 'Close the outline',
    noHeadings: 'No headings yet. Begin a line with “## ”, and it stands here.',
    noHits: 'No heading matches “{query}”',
    more: { one: '{count} more; narrow it down', other: '{count} more; narrow them down' },
    untitled: '(heading without words)',
    go: 'go',
    move: 'move section',
    focusOff: 'Leave focus mode',
  },
});
