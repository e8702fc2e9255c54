import { guideFilesMessages } from '#core/messages/guide-files';
import { translate } from '#core/messages/messages';
import { demand } from '../platform/bridge.ts';
import { type Dialog, useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import type { MenuEntry } from '../ui/MenuPopover.tsx';
import { currentEditorContext } from './editor-context-of.ts';
import { showHistory } from './history-actions.ts';
import { closeGuide, openGuide } from './guide-actions.ts';
import { askToTrash, nameOfGuide } from './guide-file-actions.ts';

/** Opens a dialog about a guide, which need not be the one in front. */
export function openDialogOf(dialog: Dialog): (path: string) => void {
  return (path) => useLayoutStore.setState({ dialog, dialogPath: path });
}

/** What the menu of a guide offers, in the list or on its tab. */
export function guideMenu(
  path: string,
  where: 'list' | 'tab',
): { readonly label: string; readonly entries: readonly MenuEntry[] } {
  const { locale } = useSettingsStore.getState();
  const say = (key: keyof typeof guideFilesMessages.ja): string =>
    translate(guideFilesMessages, locale, key);
  return {
    label: translate(guideFilesMessages, locale, 'menu', { name: nameOfGuide(path) }),
    entries: [
      where === 'list'
        ? { id: 'open', label: say('open'), icon: 'book', keys: 'Enter' }
        : { id: 'close', label: say('closeTab'), icon: 'x', keys: 'CmdOrCtrl+W' },
      'separator',
      { id: 'duplicate', label: say('duplicate'), icon: 'copy' },
      { id: 'rename', label: say('rename'), icon: 'file', keys: 'F2' },
      { id: 'move', label: say('move'), icon: 'arrow' },
      { id: 'history', label: say('history'), icon: 'clock' },
      { id: 'reveal', label: say('reveal'), icon: 'folder' },
      'separator',
      {
        id: 'trash',
        label: say('trash'),
        icon: 'trash',
        danger: true,
        ...(where === 'list' ? { keys: 'Delete' } : {}),
      },
    ],
  };
}

/** Does what was chosen in the menu of a guide, or by a key on its row. */
export function runGuideMenu(id: string, path: string): void {
  switch (id) {
    case 'open':
      void openGuide(path, currentEditorContext());
      break;
    case 'close':
      closeGuide(path);
      break;
    case 'duplicate':
      openDialogOf('duplicate')(path);
      break;
    case 'rename':
      openDialogOf('rename')(path);
      break;
    case 'move':
      openDialogOf('move')(path);
      break;
    case 'history':
      void showHistory(path);
      break;
    case 'reveal':
      void demand('shell.reveal', { path });
      break;
    case 'trash':
      void askToTrash(path);
      break;
  }
}
