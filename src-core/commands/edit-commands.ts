import type { Command } from './command.ts';

/** Undo and search in the guide in front. */
export const editCommands = [
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
    // No key: it takes back what was done to a file, which nobody should do by habit.
    id: 'edit.undoFile',
    title: { ja: 'ファイルの操作を元に戻す', en: 'Undo file action' },
    menu: 'edit',
    needs: 'workspace',
  },
  {
    id: 'edit.pastePlain',
    title: { ja: '文字だけ貼り付け', en: 'Paste as plain text' },
    key: 'CmdOrCtrl+Shift+V',
    menu: 'edit',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'edit.copyAsHtml',
    title: { ja: 'HTMLとしてコピー', en: 'Copy as HTML' },
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
    id: 'edit.complete',
    title: { ja: '入力の候補', en: 'Suggestions' },
    key: 'Ctrl+Space',
    menu: 'edit',
    needs: 'guide',
  },
] as const satisfies readonly Command[];
