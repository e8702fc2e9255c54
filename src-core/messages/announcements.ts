import { defineMessages } from './messages.ts';

/** What the window says to screen readers of its own accord. */
export const announcementMessages = defineMessages({
  ja: {
    saved: '保存しました',
    counts: '指摘: エラー{error}件、注意{warning}件',
    noFindings: '指摘はありません',
    changedOutside: 'このガイドのファイルが外で変わりました',
    deletedOutside: 'このガイドのファイルがなくなりました',
    fixed: '指摘を{count}件直しました',
    reloaded: 'ファイルの内容を読み込みました',
    undo: '元に戻す',
    nothingToFix: '自動で直せる指摘はありません',
    leftOut: '変換していた文章と重なるため、この変更は入れませんでした。もう一度行ってください',
  },
  en: {
    saved: 'Saved',
    counts: 'Findings: errors {error}, warnings {warning}',
    noFindings: 'No findings',
    changedOutside: 'The file of this guide changed outside',
    deletedOutside: 'The file of this guide is gone',
    fixed: { one: 'Fixed {count} finding', other: 'Fixed {count} findings' },
    reloaded: 'Loaded the file',
    undo: 'Undo',
    nothingToFix: 'No finding here can be fixed for you',
    leftOut: 'This change was left out: it met the text that you were composing. Do it again',
  },
});
