import { defineMessages } from './messages.ts';

/** What `set` and `unset` of the command line say. */
export const setCliMessages = defineMessages({
  ja: {
    set: '多くのガイドの記事情報で、1つの項目だけを変える。ほかは1バイトも変えない',
    unset: '多くのガイドの記事情報から、1つの項目を取り除く',
    setArguments:
      'ガイドかフォルダー（いくつでも）、項目の場所（/title や /tags/0。/tags/- は一覧の最後に追加）、JSONの値',
    unsetArguments: 'ガイドかフォルダー（いくつでも）、項目の場所（/title や /tags/0）',
    format: '表示の形（text または json）',
    json: '--format json と同じ',
    tooFew: 'ファイル、項目の場所、JSONの値の順に指定してください。例: {example}',
    tooFewUnset: 'ファイル、項目の場所の順に指定してください。例: {example}',
    badPointer:
      '「{pointer}」は項目の場所として読めません。「/」で始めて、/title や /tags/0 のように書いてください（名前の中の「~」は ~0、「/」は ~1）。何も変えていません。例: {example}',
    badValue:
      '「{json}」はJSONの値として読めません。何も変えていません。文字の値は " で囲み、シェルでは全体をさらに \' で囲みます。例: {example}（Windowsのコマンドプロンプトでは {windows}）',
    place: 'この場所のファイルは変えられません。',
    notUtf8: '文字の形式がUTF-8ではないため、変えられません。アプリで開くとUTF-8に変えられます。',
    noFiles: '「{path}」にガイドがありません。',
    changed: '変更',
    unchanged: '変更なし',
    refused: '変えられません',
    summary: '変更{changed}件、変更なし{unchanged}件、変えられなかったファイル{refused}件',
  },
  en: {
    set: 'change one field in the details of many guides, and not a byte besides',
    unset: 'take one field out of the details of many guides',
    setArguments:
      'guides or folders (any number), the place of the field (/title or /tags/0; /tags/- adds to a list), and a value in JSON',
    unsetArguments: 'guides or folders (any number) and the place of the field (/title or /tags/0)',
    format: 'form of the report: text or json',
    json: 'the same as --format json',
    tooFew: 'Give files, the place of the field, and a value in JSON. Example: {example}',
    tooFewUnset: 'Give files and the place of the field. Example: {example}',
    badPointer:
      '“{pointer}” is not the place of a field. Begin with “/”, such as /title or /tags/0 (write “~” in a name as ~0 and “/” as ~1). Nothing was changed. Example: {example}',
    badValue:
      '“{json}” is not a value in JSON. Nothing was changed. Put text in ", and the whole in \' for the shell. Example: {example} (in the Windows command prompt {windows})',
    place: 'Files in this place cannot be changed.',
    notUtf8: 'The file is not UTF-8 text. Open it in the app to convert it.',
    noFiles: 'There are no guides in “{path}”.',
    changed: 'changed',
    unchanged: 'unchanged',
    refused: 'refused',
    summary: 'Changed {changed}, unchanged {unchanged}, refused {refused}',
  },
});
