import type { Command } from './command.ts';

/** Checks, fixes, the folder's settings and help. */
export const toolCommands = [
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
