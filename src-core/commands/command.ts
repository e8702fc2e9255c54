import type { Localized } from '../messages/messages.ts';

/** Where a command stands in the native menu; `table` is a menu inside `format`, `none` is palette and keys only. */
export type MenuPlace =
  'file' | 'edit' | 'format' | 'table' | 'view' | 'go' | 'tools' | 'help' | 'none';

/** One operation of the application; menu, palette, keys and help read this list, the window runs it. */
export interface Command {
  readonly id: string;
  readonly title: Localized;
  /** Electron accelerator, such as `CmdOrCtrl+Shift+P`; absent where there is no key. */
  readonly key?: string;
  /** The same on macOS, where `key` belongs to the text or the system; `key` counts there too where absent. */
  readonly macKey?: string;
  readonly menu: MenuPlace;
  /** Needs an open folder (`workspace`) or an open guide (`guide`) to make sense. */
  readonly needs: 'nothing' | 'workspace' | 'guide';
  /** Draws a line above it in the menu. */
  readonly separator?: true;
}

/** The key of a command on one system; `undefined` where it has none. */
export function keyOf({ key, macKey }: Command, isMac: boolean): string | undefined {
  return isMac ? (macKey ?? key) : key;
}
