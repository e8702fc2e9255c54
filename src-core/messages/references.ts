import { defineMessages } from './messages.ts';

/** Texts of the panel that lists who names a guide. */
export const referencesMessages = defineMessages({
  ja: {
    tab: '参照元',
    none: 'このガイドを参照しているガイドはありません',
    noGuide: 'ガイドを開くと、参照元がここに並びます',
    counting: '調べています…',
    close: '閉じる',
    line: '{line}行目',
    details: '記事情報',
    row: '{guide}、{place}、{text}',
  },
  en: {
    tab: 'Used by',
    none: 'No guide uses this one',
    noGuide: 'Open a guide to see what uses it here',
    counting: 'Looking…',
    close: 'Close',
    line: 'Line {line}',
    details: 'Guide details',
    row: '{guide}, {place}, {text}',
  },
});
