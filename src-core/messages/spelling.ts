import { defineMessages } from './messages.ts';

/** Texts of the card of a word that is in no dictionary. */
export const spellingMessages = defineMessages({
  ja: {
    card: 'つづり',
    unknown: '「{word}」は辞書にありません',
    searching: '似た言葉を探しています…',
    none: '似た言葉は見つかりません。',
    add: '辞書に追加',
    pass: 'このガイドでは見のがす',
  },
  en: {
    card: 'Spelling',
    unknown: '"{word}" is not in the dictionary',
    searching: 'Looking for similar words…',
    none: 'No similar words were found.',
    add: 'Add to dictionary',
    pass: 'Let it pass in this guide',
  },
});
