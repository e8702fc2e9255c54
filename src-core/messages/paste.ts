import { defineMessages } from './messages.ts';

/** Texts about pasting and dropping into the manuscript. */
export const pasteMessages = defineMessages({
  ja: {
    converted: '書式をMarkdownにして貼り付けました',
    convertedWithoutImages: '書式をMarkdownにして貼り付けました。画像{count}枚は入れていません',
    onlyImages: 'コピーした画像{count}枚は、ほかの場所にあるため入れていません',
    plain: '書式を読み取れなかったので、文字だけを貼り付けました',
    lost: '貼り付ける前にほかの記事へ移ったので、貼り付けませんでした',
    asPlainText: '文字だけにする',
    changed: '貼り付けたところがもう変わっているので、文字だけにできません',
    otherFiles: '原稿に入れられるのは画像のファイルだけです',
  },
  en: {
    converted: 'Pasted with its formatting as Markdown',
    convertedWithoutImages: {
      one: 'Pasted with its formatting as Markdown. {count} picture was left out',
      other: 'Pasted with its formatting as Markdown. {count} pictures were left out',
    },
    onlyImages: {
      one: 'The copied picture lies elsewhere and was left out',
      other: 'The {count} copied pictures lie elsewhere and were left out',
    },
    plain: 'The formatting could not be read, so the text alone was pasted',
    lost: 'Nothing was pasted, because another guide was opened first',
    asPlainText: 'Keep text only',
    changed: 'What was pasted has changed since, so it stays as it is',
    otherFiles: 'Only image files can be put into the manuscript',
  },
});
