import { defineMessages } from './messages.ts';

/** What is said of a site's style sheets, in the preview and on the command line. */
export const siteLookMessages = defineMessages({
  ja: {
    missing: 'サイトのCSS「{path}」が見つからないため、使いません',
    tooLarge: 'サイトのCSS「{path}」は1 MBより大きいため、使いません',
    notUtf8: 'サイトのCSS「{path}」は文字コードがUTF-8ではないため、使いません',
    broken: 'サイトのCSS「{path}」の{line}行目を読めないため、このCSSは使いません',
    tooMany: 'サイトのCSSは{limit}個まで使います。「{path}」から後は使いません',
    leftOut: 'サイトのCSS「{path}」のうち、{count}か所を使いません: {rules}',
    rule: '{what}（{line}行目）',
    more: 'ほか{count}か所',
    noTemplate: 'テンプレート「{path}」が見つからないため、いつものページになります',
    noTemplateAdvice: '設定のprofile.templateに書いた場所を確かめてください。',
    missingAdvice: '設定のprofile.cssに書いた場所を確かめてください。',
    leftOutAdvice:
      'プレビューは、静的ファイルのフォルダーにある画像とフォントだけを読み込みます。ほかのCSSはprofile.cssに並べて書いてください。',
    tooLargeAdvice: 'CSSを分けて、profile.cssに並べて書いてください。',
    brokenAdvice: 'かっこや引用符が閉じているか確かめてください。',
    notUtf8Advice: 'UTF-8で保存し直してください。',
    tooManyAdvice: 'CSSをまとめてください。',
  },
  en: {
    missing: 'The site’s CSS “{path}” was not found and is not used',
    tooLarge: 'The site’s CSS “{path}” is larger than 1 MB and is not used',
    notUtf8: 'The site’s CSS “{path}” is not UTF-8 and is not used',
    broken: 'Line {line} of the site’s CSS “{path}” cannot be read, so it is not used',
    tooMany: 'At most {limit} CSS files are used; those from “{path}” on are not',
    leftOut: {
      one: '{count} rule of the site’s CSS “{path}” is left out: {rules}',
      other: '{count} rules of the site’s CSS “{path}” are left out: {rules}',
    },
    rule: '{what} (line {line})',
    more: '{count} more',
    noTemplate: 'The template “{path}” was not found, so pages have their usual form',
    noTemplateAdvice: 'Check the path in “profile.template” of the settings file.',
    missingAdvice: 'Check the path in “profile.css” of the settings file.',
    leftOutAdvice:
      'The preview loads only images and fonts of the static folder. List other CSS files in “profile.css”.',
    tooLargeAdvice: 'Divide it and list the parts in “profile.css”.',
    brokenAdvice: 'Check that brackets and quotation marks are closed.',
    notUtf8Advice: 'Save it as UTF-8.',
    tooManyAdvice: 'Join some of them.',
  },
});
