import type { Command } from './command.ts';

/** What is shown of a guide, and how. */
export const viewCommands = [
  {
    id: 'view.source',
    title: { ja: '原稿', en: 'Manuscript' },
    key: 'CmdOrCtrl+1',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.form',
    title: { ja: '記事情報', en: 'Guide details' },
    key: 'CmdOrCtrl+2',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.preview',
    title: { ja: 'プレビュー', en: 'Preview' },
    key: 'CmdOrCtrl+3',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.otherView',
    title: { ja: '同じ場所を別の表示で', en: 'Same place in the other view' },
    key: 'CmdOrCtrl+E',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.previewWidth',
    title: { ja: '次の表示幅', en: 'Next preview width' },
    key: 'CmdOrCtrl+Shift+M',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.sidebar',
    title: { ja: 'ガイド一覧を表示', en: 'Show guide list' },
    key: 'CmdOrCtrl+\\',
    menu: 'view',
    needs: 'workspace',
    separator: true,
  },
  {
    id: 'view.panel',
    title: { ja: '指摘を表示', en: 'Show findings' },
    key: 'CmdOrCtrl+J',
    menu: 'view',
    needs: 'workspace',
  },
  {
    id: 'view.foldDetails',
    title: { ja: '原稿の記事情報をたたむ', en: 'Fold guide details in the manuscript' },
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.theme',
    title: { ja: '明るさを切り替える', en: 'Switch light and dark' },
    menu: 'view',
    needs: 'nothing',
    separator: true,
  },
  {
    id: 'view.language',
    title: { ja: '言語を切り替える (English)', en: 'Switch language (日本語)' },
    menu: 'view',
    needs: 'nothing',
  },
] as const satisfies readonly Command[];
