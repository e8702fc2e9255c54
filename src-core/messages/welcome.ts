import { defineMessages } from './messages.ts';

/** Texts of the first-run page. */
export const welcomeMessages = defineMessages({
  ja: {
    heading: 'はじめましょう',
    lead: 'ガイドの入ったフォルダーを開くと、すぐに書き始められます。設定はいりません。',
    open: 'フォルダーを開く…',
    openText: 'ガイドが入っているフォルダーを選びます',
    sample: '見本で試す',
    sampleText: '見本ガイドを複製して開きます。何を変えても構いません',
    drop: 'フォルダーをここにドロップしても開けます',
    recent: '最近開いたフォルダー',
    today: '今日',
    yesterday: '昨日',
    can: 'できること',
    write: '書く',
    writeText:
      '原稿と、サイトと同じ見た目のプレビューを並べて書けます。元に戻す操作は、どの画面でも一つながりです。',
    check: '確かめる',
    checkText:
      'つながりの切れたガイド、足りない項目、太字にならない記号などを、その場で知らせます。直し方も選べます。',
    export: '書き出す',
    exportText: '変わる所をすべて見てから、問題のないガイドだけをサイトへ渡します。',
    safe: '開いただけでファイルが変わることはありません。変わるのは、あなたが直した所だけです。',
    settings: '設定',
    language: '表示の言語',
    private: 'すべてこのパソコンの中で動きます。原稿を外に送りません。',
  },
  en: {
    heading: 'Let’s begin',
    lead: 'Open a folder of guides and start writing. There is nothing to set up.',
    open: 'Open folder…',
    openText: 'Choose the folder that holds your guides',
    sample: 'Try the sample',
    sampleText: 'Opens a copy of the sample guides. Change whatever you like',
    drop: 'You can also drop a folder here',
    recent: 'Recent folders',
    today: 'Today',
    yesterday: 'Yesterday',
    can: 'What you can do',
    write: 'Write',
    writeText:
      'Write beside a preview that looks like the site. Undo is one history across all views.',
    check: 'Check',
    checkText:
      'Broken links between guides, missing fields, marks that will not turn bold: you hear about them on the spot, with ways to fix them.',
    export: 'Export',
    exportText: 'See everything that will change, then hand only the sound guides to the site.',
    safe: 'Opening a folder never changes a file. Only what you edit changes.',
    settings: 'Settings',
    language: 'Language',
    private: 'Everything runs on this computer. Your manuscripts are not sent anywhere.',
  },
});
