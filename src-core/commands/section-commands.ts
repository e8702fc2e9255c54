import type { Command } from './command.ts';

/** The sections of a guide by their headings: outline, moving, renumbering, folding, and the text alone. */
export const sectionCommands = [
  {
    id: 'edit.moveSectionUp',
    title: { ja: '節を上へ動かす', en: 'Move section up' },
    key: 'CmdOrCtrl+Alt+Shift+Up',
    menu: 'edit',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'edit.moveSectionDown',
    title: { ja: '節を下へ動かす', en: 'Move section down' },
    key: 'CmdOrCtrl+Alt+Shift+Down',
    menu: 'edit',
    needs: 'guide',
  },
  {
    id: 'edit.renumberSections',
    title: { ja: '見出しの番号を振り直す', en: 'Renumber headings' },
    menu: 'edit',
    needs: 'guide',
  },
  {
    id: 'view.outline',
    title: { ja: '目次', en: 'Outline' },
    key: 'CmdOrCtrl+Shift+O',
    menu: 'view',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'view.focusMode',
    title: { ja: '集中して書く', en: 'Focus mode' },
    key: 'F9',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.fold',
    title: { ja: 'ここをたたむ', en: 'Fold here' },
    key: 'CmdOrCtrl+Alt+[',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.unfold',
    title: { ja: 'ここを開く', en: 'Unfold here' },
    key: 'CmdOrCtrl+Alt+]',
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.foldAll',
    title: { ja: '節をすべてたたむ', en: 'Fold all sections' },
    menu: 'view',
    needs: 'guide',
  },
  {
    id: 'view.unfoldAll',
    title: { ja: 'すべて開く', en: 'Unfold all' },
    menu: 'view',
    needs: 'guide',
  },
] as const satisfies readonly Command[];
