import type { Command } from './command.ts';

/** Searches beyond finding in the guide in front. */
export const findCommands = [
  {
    id: 'edit.replace',
    title: { ja: 'このガイドの中で置き換える', en: 'Replace in this guide' },
    key: 'CmdOrCtrl+H',
    macKey: 'CmdOrCtrl+Alt+F',
    menu: 'edit',
    needs: 'guide',
  },
  {
    id: 'edit.findInFolder',
    title: { ja: 'すべてのガイドから探す', en: 'Search all guides' },
    key: 'CmdOrCtrl+Shift+F',
    menu: 'edit',
    needs: 'workspace',
  },
] as const satisfies readonly Command[];
