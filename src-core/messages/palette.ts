import { defineMessages } from './messages.ts';

/** Texts of the palette that finds guides and actions. */
export const paletteMessages = defineMessages({
  ja: {
    title: 'ガイドや操作を探す',
    titleActions: '操作を探す',
    placeholder: 'ガイドや操作を探す',
    placeholderActions: '操作を探す',
    actions: '操作',
    guides: 'ガイド',
    settings: '設定',
    choose: '選ぶ',
    run: '実行',
    close: '閉じる',
    note: 'かな・カナ・全角・半角を区別しません',
    none: '「{query}」に合うものはありません',
    needsWorkspace: 'フォルダーを開くと使えます',
    needsGuide: 'ガイドを開くと使えます',
    results: '見つかったもの',
  },
  en: {
    title: 'Find guides and actions',
    titleActions: 'Find actions',
    placeholder: 'Find guides and actions',
    placeholderActions: 'Find actions',
    actions: 'Actions',
    guides: 'Guides',
    settings: 'Settings',
    choose: 'Choose',
    run: 'Run',
    close: 'Close',
    note: 'Kana and full or half width are the same',
    none: 'Nothing matches “{query}”',
    needsWorkspace: 'Open a folder to use this',
    needsGuide: 'Open a guide to use this',
    results: 'Results',
  },
});
