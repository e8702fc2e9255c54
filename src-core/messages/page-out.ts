import { defineMessages } from './messages.ts';

/** Texts of printing a page and of writing it as PDF. */
export const pageOutMessages = defineMessages({
  ja: {
    pdfTitle: 'PDFに書き出す',
    printTitle: '印刷',
    makingPdf: 'ページをPDFにしています…',
    preparing: '印刷するページを用意しています…',
    stop: 'やめる',
    close: '閉じる',
    pdfDone: '「{name}」を書き出しました',
    reveal: 'フォルダーで表示',
    notMade: 'ページを作れませんでした。原稿はそのままです。少し待って、もう一度試してください。',
    copied: 'HTMLをコピーしました',
    more: 'ページの操作',
  },
  en: {
    pdfTitle: 'Save as PDF',
    printTitle: 'Print',
    makingPdf: 'Making a PDF of the page…',
    preparing: 'Preparing the page for print…',
    stop: 'Stop',
    close: 'Close',
    pdfDone: 'Saved “{name}”',
    reveal: 'Show in folder',
    notMade: 'The page could not be made. Your text is as it was. Wait a little and try again.',
    copied: 'Copied the HTML',
    more: 'What to do with the page',
  },
});
