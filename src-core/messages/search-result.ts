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
    imageMissing: '画像がありません',
    noImage: 'メイン画像も一覧の画像もありません。画像のないカードは目に留まりにくくなります。',
    largeCard: '大きなカード（XやFacebookなど）',
    smallCard: '小さなカード（LINEなど）',
    noSocialDescriptionHelp: 'カードに説明が出ないか、サイトが決めた文が出ます。',
    socialEstimate:
      '切れる所と画像の切り取り方は目安です。SNSごとに違い、表示の長さは公開されていません。',
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
    imageMissing: 'The image is missing',
    noImage: 'There is neither a main image nor a list image. A card without one is easily missed.',
    largeCard: 'Large card (X, Facebook and others)',
    smallCard: 'Small card (LINE and others)',
    noSocialDescriptionHelp: 'The card shows no description, or one that the site decides on.',
    socialEstimate:
      'Where texts and images are cut is an estimate: it differs by service, and no lengths are published.',
    estimate:
      'Where texts are cut is an estimate: search engines do not publish the lengths they show, and may pick another text for the words searched.',
  },
});
