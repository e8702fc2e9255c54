import { defineMessages } from './messages.ts';

/** Texts of the comparison of an open guide with its file after a change outside. */
export const compareMessages = defineMessages({
  ja: {
    title: 'ファイルとの見くらべ',
    back: '編集に戻る',
    theirs: 'ファイルの今の内容（ほかの変更）',
    mine: 'あなたの原稿（ここで直せます）',
    explain:
      '左のファイルは、開いたあとに外で変わりました。真ん中の矢印で左の変更を取り入れられます。決めるまで、ファイルも原稿も変わりません。',
    take: 'この変更を取り入れる',
    save: '右の内容で保存',
    reload: '左の内容を読み込む',
    loading: 'ファイルを読んでいます',
    gone: 'ファイルを読めませんでした。あなたの原稿はそのままです。編集に戻り、別の場所に保存してください。',
    same: 'ファイルと原稿は同じ内容です。',
  },
  en: {
    title: 'Compare with the file',
    back: 'Back to editing',
    theirs: 'The file as it is now (other changes)',
    mine: 'Your text (you can edit here)',
    explain:
      'The file on the left changed outside after you opened it. The arrows in the middle take a change over. Neither the file nor your text changes until you decide.',
    take: 'Take this change',
    save: 'Save the right side',
    reload: 'Load the left side',
    loading: 'Reading the file',
    gone: 'The file could not be read. Your text is untouched. Go back and save it somewhere else.',
    same: 'The file and your text are the same.',
  },
});
