import { defineMessages } from './messages.ts';

/** A guide that is not UTF-8: what it is, what is safe, and turning it into UTF-8. */
export const encodingMessages = defineMessages({
  ja: {
    guessed:
      'このファイルは{encoding}で書かれているようです。ファイルはそのままで、下には読み取った結果を出しています。文字が正しければ、UTF-8に変えると編集できます。元のファイルは「{original}」という名前で同じ場所に残します。',
    damaged:
      'このファイルには、読めない文字があります（下の「�」のところ）。ファイルはそのままです。別の場所に保存すると、その文字を書き直せます。',
    unreadable:
      'このファイルは文字として読めないため、読むだけにしています。ファイルはそのままです。元のファイルを、UTF-8で保存し直したものに置き換えてください。',
    convert: 'UTF-8に変える',
    changed:
      'UTF-8に変えませんでした（ほかの所でファイルが変わりました）。いまのファイルを読み直しました。',
    failed: 'UTF-8に変えられませんでした。{what}元のファイルはそのままです。',
    converted: 'UTF-8に変えました。元のファイルは「{original}」に残しました。',
    reveal: '場所を開く',
  },
  en: {
    guessed:
      'This file seems to be written in {encoding}. It is as it was; what could be read is shown below. If the characters are right, convert it to UTF-8 to edit it. The original stays in the same place as “{original}”.',
    damaged:
      'Some characters of this file cannot be read (shown as “�” below). The file is as it was. Save a copy somewhere else to write them anew.',
    unreadable:
      'This file cannot be read as text, so it is read only. The file is as it was. Replace it with one that was saved as UTF-8.',
    convert: 'Convert to UTF-8',
    changed:
      'Not converted: the file was changed elsewhere. The file as it is now has been loaded.',
    failed: 'The file was not converted to UTF-8. {what} The original is as it was.',
    converted: 'Converted to UTF-8. The original is kept as “{original}”.',
    reveal: 'Show in folder',
  },
});
