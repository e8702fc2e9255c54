import { defineMessages } from './messages.ts';

/** Texts of the preview pane; what the page itself says belongs to the site. */
export const previewMessages = defineMessages({
  ja: {
    shows: '見るもの',
    page: 'ページ',
    search: '検索結果',
    social: 'SNS',
    width: '表示の幅',
    phone: 'スマホ',
    tablet: 'タブレット',
    dark: '暗い表示のページ',
    desktop: 'PC',
    sync: '原稿と一緒に動かす',
    frame: 'プレビュー',
    stale: '一つ前の表示です',
    staleHelp:
      '表示を作り直せませんでした。原稿はそのまま書き続けられます。次に書きかえたとき、もう一度作ります。',
    tooDeep: '箇条書きや引用の重なりが深すぎるため、この部分は表示できません。',
    tooLong: '本文が長すぎるため、表示できません。原稿はそのまま書き続けられます。',
  },
  en: {
    shows: 'What to see',
    page: 'Page',
    search: 'Search result',
    social: 'Social',
    width: 'Preview width',
    phone: 'Phone',
    tablet: 'Tablet',
    dark: 'Page in dark colours',
    desktop: 'PC',
    sync: 'Scroll with the manuscript',
    frame: 'Preview',
    stale: 'Showing the last page',
    staleHelp:
      'The page could not be made again. You can keep writing; it will be made at your next change.',
    tooDeep: 'Lists or quotes are nested too deep here to be shown.',
    tooLong: 'The body is too long to be shown. You can keep writing.',
  },
});
