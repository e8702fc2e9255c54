import { defineMessages } from './messages.ts';

/** What the window says to screen readers of its own accord. */
export const announcementMessages = defineMessages({
  ja: {
    saved: '保存しました',
    counts: '指摘: エラー{error}件、注意{warning}件',
    noFindings: '指摘はありません',
    changedOutside: 'このガイドのファイルが外で変わりました',
    deletedOutside: 'このガイドのファイルがなくなりました',
  },
  en: {
    saved: 'Saved',
    counts: 'Findings: {error} errors, {warning} warnings',
    noFindings: 'No findings',
    changedOutside: 'The file of this guide changed outside',
    deletedOutside: 'The file of this guide is gone',
  },
});
