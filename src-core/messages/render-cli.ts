import { defineMessages } from './messages.ts';

/** What `render` of the command line says. */
export const renderCliMessages = defineMessages({
  ja: {
    render: 'ガイドの本文を、プレビューと同じHTMLにする',
    paths: 'ガイドかフォルダー（いくつでも）',
    profile:
      'サイトの設定。commonmark（仕様書のHTMLそのまま）、gfm、gfm-cjk、または profile と同じ形のJSONファイル（指定がなければ config.json の profile）',
    template: 'サイトのページのテンプレートに本文を入れる',
    format: '出力の形（html または json。json はパスとHTMLの組）',
    json: '--format json と同じ',
    badFormat: '形「{value}」では出力できません。html か json を指定してください。',
    oneFile: 'html で出力できるファイルは1つです。{count}件あるので、--json を付けてください。',
    noProfile:
      'サイトの設定「{path}」がありません。commonmark、gfm、gfm-cjk か、JSONファイルを指定してください。',
    badProfile: 'サイトの設定「{path}」を読めません: {detail}',
    noTemplate: 'サイトの設定にテンプレート（template）がありません。',
    unreadable: '読めません',
    notUtf8: '文字の形式がUTF-8ではありません。アプリで開くとUTF-8に変えられます。',
    tooLarge: 'ファイルが大きすぎます。',
    tooDeep: '箇条書き、引用、HTMLの要素などの重なりが深すぎます。',
    tooLong: '本文が長すぎます。',
  },
  en: {
    render: 'turn the bodies of guides into the HTML of the preview',
    paths: 'guides or folders (any number)',
    profile:
      'what the site does: commonmark (the HTML of the specification and nothing more), gfm, gfm-cjk, or a JSON file shaped like profile (the profile of config.json unless given)',
    template: 'put the body into the site’s page template',
    format: 'form of the output: html or json (HTML by path)',
    json: 'the same as --format json',
    badFormat: 'There is no format “{value}”. Use html or json.',
    oneFile: 'html takes one file, and there are {count}. Add --json.',
    noProfile: 'There is no profile “{path}”. Use commonmark, gfm, gfm-cjk or a JSON file.',
    badProfile: 'The profile “{path}” cannot be read: {detail}',
    noTemplate: 'The profile names no template.',
    unreadable: 'This cannot be read.',
    notUtf8: 'The file is not UTF-8 text. Open it in the app to convert it.',
    tooLarge: 'The file is too large.',
    tooDeep: 'Lists, quotes or HTML elements are nested too deep.',
    tooLong: 'The body is too long.',
  },
});
