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
    'durability-unknown':
      '保存しましたが、ディスクに確かに残ったか確かめられませんでした。ディスクのつながりを見て、もう一度保存してください',
    'owner-lost': '保存しました。ただし、ファイルの持ち主は元のままにできませんでした',
    'permissions-lost':
      '保存しました。ただし、だれが読み書きできるかの設定は元のままにできませんでした',
    'attributes-lost':
      '保存しました。ただし、ファイルに付いていたタグや共有の設定は残せませんでした',
    'names-split': '保存しました。同じファイルの、ほかの名前の内容は前のままです',
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
    'durability-unknown':
      'Saved, but the disk did not confirm that it will last. Check the disk and save again',
    'owner-lost': 'Saved, but the owner of the file could not be kept',
    'permissions-lost': 'Saved, but who may read and write the file could not be kept',
    'attributes-lost': 'Saved, but tags or sharing settings of the file could not be kept',
    'names-split': 'Saved. The other names of this file still have the text from before',
    leftOut: 'This change was left out: it met the text that you were composing. Do it again',
  },
});
