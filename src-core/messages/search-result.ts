import { defineMessages } from './messages.ts';

/** Texts around the search result of a guide. */
export const searchResultMessages = defineMessages({
  ja: {
    desktop: 'PCの検索結果',
    phone: 'スマホの検索結果',
    title: 'タイトル',
    description: '説明文',
    cut: '「{text}」は表示されません。',
    noTitle: 'タイトルがありません',
    noTitleHelp: '検索サイトが、ページの文章から自動でタイトルを付けます。',
    noDescription: '説明文がありません',
    noDescriptionHelp: '検索サイトが、本文から自動で選んだ文を表示します。',
    imageMissing: '一覧の画像がありません',
    estimate:
      '切れる所は目安です。検索サイトは表示の長さを公開しておらず、検索した言葉に合わせて別の文を選ぶこともあります。',
  },
  en: {
    desktop: 'Search result on a PC',
    phone: 'Search result on a phone',
    title: 'Title',
    description: 'Description',
    cut: '“{text}” is not shown.',
    noTitle: 'There is no title',
    noTitleHelp: 'The search engine makes one from the text of the page.',
    noDescription: 'There is no description',
    noDescriptionHelp: 'The search engine picks a text from the body by itself.',
    imageMissing: 'The list image is missing',
    estimate:
      'Where texts are cut is an estimate: search engines do not publish the lengths they show, and may pick another text for the words searched.',
  },
});
