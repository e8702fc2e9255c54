import type { Command } from './command.ts';

/** Ways along the names of guides: to what one names, to who names one, and back. */
export const placeCommands = [
  {
    id: 'go.definition',
    title: { ja: '名前の先へ移動', en: 'Go to what is named here' },
    key: 'F12',
    menu: 'go',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'go.references',
    title: { ja: '参照元を表示', en: 'Show what uses this guide' },
    key: 'Shift+F12',
    menu: 'go',
    needs: 'guide',
  },
  {
    id: 'go.linkCard',
    title: { ja: 'ここのリンク先を見る', en: 'Show where the link here leads' },
    menu: 'go',
    needs: 'guide',
  },
  {
    id: 'go.back',
    title: { ja: '前の場所に戻る', en: 'Back' },
    key: 'Alt+Left',
    macKey: 'Ctrl+-',
    menu: 'go',
    needs: 'guide',
    separator: true,
  },
  {
    id: 'go.forward',
    title: { ja: '次の場所に進む', en: 'Forward' },
    key: 'Alt+Right',
    macKey: 'Ctrl+Shift+-',
    menu: 'go',
    needs: 'guide',
  },
] as const satisfies readonly Command[];
