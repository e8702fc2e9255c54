import type { Command } from './command.ts';

/** Opening, saving and closing guides and folders. */
export const fileCommands = [
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
] as const satisfies readonly Command[];
