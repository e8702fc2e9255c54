import { defineMessages } from './messages.ts';

/** Texts that several rules share, and those of findings that no rule makes. */
export const lintMessages = defineMessages({
  ja: {
    replaceBy: '「{value}」に置き換える',
    internalError: '検査「{rule}」が途中で止まりました',
    internalErrorAdvice:
      'ほかの検査は終わっています。このガイドの文章は変わっていません。くり返すときは、このガイドを添えて知らせてください。',
    notUtf8: 'このファイルはUTF-8の文章として読めません',
    notUtf8Advice: '文字コードをUTF-8にして保存し直してください。',
    nameNotUtf8: 'ファイルの名前がUTF-8の文字ではないため、開けません',
    nameNotUtf8Advice:
      'ファイルの名前を付け直してください。中身はそのままで、書き出しにも入れません。',
    tooLarge: 'ファイルが大きすぎるため、検査しませんでした',
    tooLargeAdvice: '20 MBまでのファイルを検査できます。ガイドを分けてください。',
  },
  en: {
    replaceBy: 'Replace by “{value}”',
    internalError: 'The check “{rule}” stopped halfway',
    internalErrorAdvice:
      'All other checks ran to the end, and the text of this guide is unchanged. If it happens again, report it together with this guide.',
    notUtf8: 'This file cannot be read as UTF-8 text',
    notUtf8Advice: 'Save it again with the character encoding UTF-8.',
    nameNotUtf8: 'The name of this file is not UTF-8 text, so it cannot be opened',
    nameNotUtf8Advice:
      'Give the file another name. What is in it stays as it is, and it is not exported.',
    tooLarge: 'The file is too large and was not checked',
    tooLargeAdvice: 'Files of up to 20 MB are checked. Divide the guide.',
  },
});
