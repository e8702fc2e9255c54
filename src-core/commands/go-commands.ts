import type { Command } from './command.ts';

/** Ways to other places. */
export const goCommands = [
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
] as const satisfies readonly Command[];
