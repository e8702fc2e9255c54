import type { Command } from './command.ts';

/** Marks and blocks of Markdown at the caret; the keys work in the manuscript only. */
export const formatCommands = [
  {
    id: 'format.bold',
    title: { ja: '太字', en: 'Bold' },
    key: 'CmdOrCtrl+B',
    menu: 'format',
    needs: 'guide',
  },
  {
    id: 'format.italic',
    title: { ja: '斜体', en: 'Italic' },
    key: 'CmdOrCtrl+I',
    menu: 'format',
    needs: 'guide',
  },
  {
    id: 'format.link',
    title: { ja: 'リンク', en: 'Link' },
    key: 'CmdOrCtrl+K',
    menu: 'format',
    needs: 'guide',
  },
] as const satisfies readonly Command[];
