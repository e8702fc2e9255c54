import type { Localized } from '../messages/messages.ts';

/** Where a command stands in the native menu; `none` is palette and keys only. */
export type MenuPlace = 'file' | 'edit' | 'view' | 'go' | 'tools' | 'help' | 'none';

/** One operation of the application; menu, palette, keys and help read this list, the window runs it. */
export interface Command {
  readonly id: string;
  readonly title: Localized;
  /** Electron accelerator, such as `CmdOrCtrl+Shift+P`; absent where there is no key. */
  readonly key?: string;
  readonly menu: MenuPlace;
  /** Needs an open folder (`workspace`) or an open guide (`guide`) to make sense. */
  readonly needs: 'nothing' | 'workspace' | 'guide';
  /** Draws a line above it in the menu. */
  readonly separator?: true;
}

/** All commands in menu order. */
export const commands = [
  {
    id: 'guide.new',
    title: { ja: '新しいガイド…', en: 'New guide…' },
    key: 'CmdOrCtrl+N',
    menu: 'file',
    needs: 'workspace',
  },
  {
    id: 'workspace.open',
    title: { ja: 'フォルダーを開く…', en: 'Open folder…' },
    key: 'CmdOrCtrl+O',
    menu: 'file',
    needs: 'nothing',
  },
  {
    id: 'workspace.openSample',
    title: { ja: '見本を開く', en: 'Open the sample' },
    menu: 'file',
    needs: 'nothing',
  },
  {
    id: 'workspace.welcome',
    title: { ja: '最近開いたフォルダー…', en: 'Recent folders…' },
    menu: 'file',
    needs: 'nothing',
  },
  {
    id: 'guide.save',
    title: { ja: '保存', en: 'Save' },
    key: 'CmdOrCtrl+S',
    menu: 'file',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'guide.saveAll',
    title: { ja: 'すべて保存', en: 'Save all' },
    key: 'CmdOrCtrl+Alt+S',
    menu: 'file',
    needs: 'workspace',
  },
  {
    id: 'guide.saveCopy',
    title: { ja: '別の場所に保存…', en: 'Save a copy…' },
    menu: 'file',
    needs: 'guide',
  },
  {
    id: 'guide.reload',
    title: { ja: 'ディスクから読み直す', en: 'Reload from disk' },
    menu: 'file',
    needs: 'guide',
  },
  {
    id: 'guide.reveal',
    title: { ja: 'フォルダーで表示', en: 'Show in folder' },
    menu: 'file',
    needs: 'guide',
  },
  {
    id: 'guide.close',
    title: { ja: 'タブを閉じる', en: 'Close tab' },
    key: 'CmdOrCtrl+W',
    menu: 'file',
    needs: 'guide',
  },
  {
    id: 'guide.reopen',
    title: { ja: '閉じたタブを開く', en: 'Reopen closed tab' },
    key: 'CmdOrCtrl+Shift+T',
    menu: 'file',
    needs: 'workspace',
  },
  {
    id: 'export.review',
    title: { ja: '書き出しの確認…', en: 'Review export…' },
    key: 'CmdOrCtrl+Shift+E',
    menu: 'file',
    needs: 'workspace',
    separator: true,
  },
  {
    id: 'app.settings',
    title: { ja: '設定…', en: 'Settings…' },
    key: 'CmdOrCtrl+,',
    menu: 'file',
    needs: 'nothing',
    separator: true,
  },
  {
    id: 'edit.undo',
    title: { ja: '元に戻す', en: 'Undo' },
    key: 'CmdOrCtrl+Z',
    menu: 'edit',
    needs: 'guide',
  },
  {
    id: 'edit.redo',
    title: { ja: 'やり直す', en: 'Redo' },
    key: 'CmdOrCtrl+Shift+Z',
    menu: 'edit',
    needs: 'guide',
  },
  {
    id: 'edit.find',
    title: { ja: 'このガイドの中を探す', en: 'Find in this guide' },
    key: 'CmdOrCtrl+F',
    menu: 'edit',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'edit.bold',
    title: { ja: '太字', en: 'Bold' },
    key: 'CmdOrCtrl+B',
    menu: 'edit',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'edit.italic',
    title: { ja: '斜体', en: 'Italic' },
    key: 'CmdOrCtrl+I',
    menu: 'edit',
    needs: 'guide',
  },
  {
    id: 'edit.link',
    title: { ja: 'リンク', en: 'Link' },
    key: 'CmdOrCtrl+K',
    menu: 'edit',
    needs: 'guide',
  },
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
  {
    id: 'go.palette',
    title: { ja: 'ガイドや操作を探す', en: 'Find guides and actions' },
    key: 'CmdOrCtrl+P',
    menu: 'go',
    needs: 'nothing',
  },
  {
    id: 'go.actions',
    title: { ja: '操作を探す', en: 'Find actions' },
    key: 'CmdOrCtrl+Shift+P',
    menu: 'go',
    needs: 'nothing',
  },
  {
    id: 'go.filter',
    title: { ja: 'ガイドを絞り込む', en: 'Filter guides' },
    key: 'CmdOrCtrl+Shift+L',
    menu: 'go',
    needs: 'workspace',
  },
  {
    id: 'go.nextFinding',
    title: { ja: '次の指摘', en: 'Next finding' },
    key: 'F8',
    menu: 'go',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'go.previousFinding',
    title: { ja: '前の指摘', en: 'Previous finding' },
    key: 'Shift+F8',
    menu: 'go',
    needs: 'guide',
  },
  {
    id: 'go.findingCard',
    title: { ja: 'ここの指摘を見る', en: 'Show the finding here' },
    key: 'CmdOrCtrl+.',
    menu: 'go',
    needs: 'guide',
  },
  {
    id: 'go.nextRegion',
    title: { ja: '次の区画', en: 'Next region' },
    key: 'F6',
    menu: 'go',
    needs: 'nothing',
    separator: true,
  },
  {
    id: 'go.previousRegion',
    title: { ja: '前の区画', en: 'Previous region' },
    key: 'Shift+F6',
    menu: 'go',
    needs: 'nothing',
  },
  {
    id: 'go.nextTab',
    title: { ja: '次のタブ', en: 'Next tab' },
    key: 'Ctrl+Tab',
    menu: 'go',
    needs: 'guide',
  },
  {
    id: 'go.previousTab',
    title: { ja: '前のタブ', en: 'Previous tab' },
    key: 'Ctrl+Shift+Tab',
    menu: 'go',
    needs: 'guide',
  },
  {
    id: 'finding.fix',
    title: { ja: 'ここの指摘を直す', en: 'Fix the finding here' },
    key: 'CmdOrCtrl+Alt+.',
    menu: 'tools',
    needs: 'guide',
  },
  {
    id: 'finding.fixAll',
    title: { ja: '同じ種類の指摘をすべて直す…', en: 'Fix all of this kind…' },
    key: 'CmdOrCtrl+Shift+.',
    menu: 'tools',
    needs: 'guide',
  },
  {
    id: 'workspace.rescan',
    title: { ja: 'フォルダーを検査し直す', en: 'Check the folder again' },
    menu: 'tools',
    needs: 'workspace',
    separator: true,
  },
  {
    id: 'workspace.fieldDefinitions',
    title: { ja: '項目の定義…', en: 'Field definitions…' },
    menu: 'tools',
    needs: 'workspace',
  },
  {
    id: 'app.about',
    title: { ja: 'Shirubeについて', en: 'About Shirube' },
    menu: 'help',
    needs: 'nothing',
  },
] as const satisfies readonly Command[];

/** Id of a command. */
export type CommandId = (typeof commands)[number]['id'];
