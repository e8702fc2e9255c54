import { defineMessages } from './messages.ts';

/** Texts of the status bar and of the banners under the tabs. */
export const statusMessages = defineMessages({
  ja: {
    saved: '保存済み{time}',
    savedNever: '保存済み',
    unsaved: '未保存',
    saving: '保存中…',
    cannotSave: '保存できません',
    changedOutside: 'ほかの所で変わりました',
    deleted: 'ファイルがありません',
    readOnly: '読むだけ',
    counts: '指摘を表示',
    countsLabel: 'エラー{error}、注意{warning}、ヒント{hint}。指摘を表示',
    noFindings: '指摘なし',
    scanning: '{total}件を読み込み中 {percent}%',
    checking: '{total}件を確認中 {percent}%',
    position: '{line}行{column}文字',
    selected: '{count}文字を選択',
    characters: '本文{count}文字',
    minutes: '約{count}分',
    latinWords: '、英単語{count}語',
    lengthTip:
      '記号も1文字と数え、改行は数えません。空白を除くと{dense}文字{words}。読む時間の目安は1分に500文字、英語は200語です。',
    encoding: 'UTF-8 ・ {eol}',
    mixed: '混在',
    sameAsSite: 'サイトと同じ表示',
    sameAsSiteTip: 'サイトと同じ設定（{flavour}）で表示しています',
    retry: 'もう一度保存',
    historyFailing: '履歴を残せません',
    historyFailingTip:
      '履歴を残す場所（このアプリのデータのフォルダー）に書き込めません。保存はできています。空きを作ると、次の保存からまた残ります。',
    unprotected: '自動の控えなし',
    unprotectedTip:
      '入力中の文章の控えをディスクに書き込めません。突然終わると失われるので、こまめに保存してください。ディスクの空きを確かめると、自動で再開します。',
    saveCopy: '別の場所に保存…',
    details: 'くわしく',
    copyCode: 'コピー',
    compare: '見くらべる',
    reload: '読み直す',
    overwrite: 'このまま上書き',
    recreate: '保存し直す',
    changedUnsaved:
      'ほかの所でこのファイルが変わりました。あなたの文章はこの画面に残っています。見くらべて、どちらを残すか選んでください。',
    changedSaved:
      'ほかの所でこのファイルが変わりました。この画面には変わる前の文章が出ています。読み直すと新しくなります。',
    deletedText:
      'このファイルがなくなりました。文章はこの画面に残っています。保存し直すと、同じ場所に作ります。',
    readOnlyTooLarge:
      'ファイルが大きいため、読むだけにしています。ファイルはそのままです。いくつかのガイドに分けると編集できます。',
    readOnlyNotWritable:
      'このファイルには書き込めないため、読むだけにしています。ファイルはそのままです。別の場所に保存すると編集できます。',
    recovered: '前回保存していなかった文章を戻しました（{time}まで）。ファイルはまだ前のままです。',
    away: 'このフォルダーのあるディスクが外れています。書いた文章は、この画面とこのパソコンの控えに残ります。つなぎ直すと、また保存できます。',
    unwatched:
      'このフォルダーは、ほかの所での変更がすぐには伝わりません。開いているガイドは数秒ごとに、一覧はこの画面に戻ったときに確かめます。文章はそのままです。',
    seeChanges: '変更点を見る',
    useFile: '元のファイルに戻す',
    openFailed: 'フォルダーを開けませんでした。',
    chooseAnother: '別のフォルダーを開く…',
  },
  en: {
    saved: 'Saved {time}',
    savedNever: 'Saved',
    unsaved: 'Unsaved',
    saving: 'Saving…',
    cannotSave: 'Cannot save',
    changedOutside: 'Changed elsewhere',
    deleted: 'File is gone',
    readOnly: 'Read only',
    counts: 'Show findings',
    countsLabel: 'Errors {error}, warnings {warning}, hints {hint}. Show findings',
    noFindings: 'No findings',
    scanning: 'Reading {total} guides {percent}%',
    checking: 'Checking {total} guides {percent}%',
    position: 'Line {line}, character {column}',
    selected: { one: '{count} character selected', other: '{count} characters selected' },
    characters: { one: 'Body {count} character', other: 'Body {count} characters' },
    minutes: 'about {count} min',
    latinWords: {
      one: ', {count} word in Latin letters',
      other: ', {count} words in Latin letters',
    },
    lengthTip:
      'Marks count, line breaks do not. {dense} characters without blanks{words}. Reading time: 500 characters of Japanese or 200 words of English a minute.',
    encoding: 'UTF-8 · {eol}',
    mixed: 'mixed',
    sameAsSite: 'Same as the site',
    sameAsSiteTip: 'Shown with the settings of the site ({flavour})',
    retry: 'Save again',
    historyFailing: 'No history kept',
    historyFailingTip:
      'The place of the history (the folder with the data of this app) cannot be written. Saving works. Make some room, and the next save is kept again.',
    unprotected: 'No safety copy',
    unprotectedTip:
      'What you type cannot be copied to the disk as you go, and would be lost if Shirube ended abruptly. Save often. Check the free space: it starts again by itself.',
    saveCopy: 'Save a copy…',
    details: 'Details',
    copyCode: 'Copy',
    compare: 'Compare',
    reload: 'Reload',
    overwrite: 'Overwrite',
    recreate: 'Save again',
    changedUnsaved:
      'This file was changed elsewhere. Your text is still in this window. Compare them and choose which one to keep.',
    changedSaved:
      'This file was changed elsewhere. This window shows the text from before. Reload to see the new one.',
    deletedText:
      'This file is gone. The text is still in this window. Save again to create it in the same place.',
    readOnlyTooLarge:
      'This file is large, so it is read only. The file is as it was. Split it into several guides to edit it.',
    readOnlyNotWritable:
      'This file cannot be written, so it is read only. The file is as it was. Save a copy somewhere else to edit it.',
    recovered:
      'The text that was not saved last time is back (up to {time}). The file is still as it was.',
    away: 'The disk with this folder is not connected. What you write stays in this window and is kept on this computer. Connect the disk to save again.',
    unwatched:
      'Changes made elsewhere in this folder do not show at once. Open guides are looked at every few seconds, the list when you come back to this window. Your text is safe.',
    seeChanges: 'See changes',
    useFile: 'Go back to the file',
    openFailed: 'The folder could not be opened. ',
    chooseAnother: 'Open another folder…',
  },
});
