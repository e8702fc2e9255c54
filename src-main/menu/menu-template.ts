import type { MenuItemConstructorOptions } from 'electron';
import { type Command, type MenuPlace, keyOf } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';
import type { RecentFolder } from '#core/ipc/contract';
import { menuMessages } from '#core/messages/menu';
import { type Locale, translate } from '#core/messages/messages';

/** What the native menu shows and does. */
export interface MenuContent {
  readonly locale: Locale;
  readonly platform: NodeJS.Platform;
  /** Newest first. */
  readonly recent: readonly RecentFolder[];
  /** Runs a command in the window in front. */
  readonly onCommand: (id: CommandId) => void;
  readonly onFolder: (root: string) => void;
}

type Item = MenuItemConstructorOptions;
type Text = Parameters<typeof translate<keyof typeof menuMessages.ja>>[2];

const separator: Item = { type: 'separator' };

/** The whole native menu from the list of commands, in one language. */
export function createMenuTemplate(content: MenuContent): Item[] {
  const { locale, platform } = content;
  const isMac = platform === 'darwin';
  const text = (key: Text): string => translate(menuMessages, locale, key);
  const role = (name: NonNullable<Item['role']>, label: Text): Item => ({
    role: name,
    label: text(label),
  });
  // On a Mac, these two stand in the menu named after the application.
  const moved: readonly CommandId[] = isMac ? ['app.about', 'app.settings'] : [];
  const command = (id: CommandId): Item[] =>
    commands.filter((known) => known.id === id).map((known) => commandItem(known, content));

  function menu(place: MenuPlace & Text, ...more: Item[]): Item {
    const items = (commands as readonly (Command & { id: CommandId })[])
      .filter((known) => known.menu === place && !moved.includes(known.id))
      .flatMap((known) => {
        const item =
          known.id === 'workspace.welcome'
            ? recentMenu(known, content)
            : commandItem(known, content);
        return known.separator === true ? [separator, item] : [item];
      });
    return { label: text(place), submenu: [...items, ...more] };
  }

  const edit = menu(
    'edit',
    separator,
    role('cut', 'cut'),
    role('copy', 'copy'),
    role('paste', 'paste'),
    role('selectAll', 'selectAll'),
  );
  const view = menu(
    'view',
    separator,
    role('zoomIn', 'zoomIn'),
    role('zoomOut', 'zoomOut'),
    role('resetZoom', 'resetZoom'),
    role('togglefullscreen', 'fullScreen'),
  );
  const table = menu('table');
  const rest = [edit, menu('format', table), view, menu('go'), menu('tools')];
  if (!isMac) {
    return [menu('file', separator, role('quit', 'quit')), ...rest, menu('help')];
  }
  const application: Item = {
    label: 'Shirube',
    submenu: [
      ...command('app.about'),
      separator,
      ...command('app.settings'),
      separator,
      role('services', 'services'),
      separator,
      role('hide', 'hide'),
      role('hideOthers', 'hideOthers'),
      role('unhide', 'showAll'),
      separator,
      role('quit', 'quit'),
    ],
  };
  const window: Item = {
    label: text('window'),
    role: 'window',
    submenu: [role('minimize', 'minimize'), role('front', 'front')],
  };
  return [application, menu('file'), ...rest, window];
}

function commandItem(command: Command & { id: CommandId }, content: MenuContent): Item {
  const item: Item = {
    id: command.id,
    label: command.title[content.locale],
    click: () => content.onCommand(command.id),
  };
  const key = keyOf(command, content.platform === 'darwin');
  if (key === undefined) return item;
  return { ...item, accelerator: key, registerAccelerator: !isKeyOfPage(command) };
}

/**
 * Keys that the page must get first: the editor's own and arrows, which depend on the focus, and
 * function keys and full stops, which input methods use while they compose.
 */
function isKeyOfPage({ menu, key = '' }: Command): boolean {
  const isOfEditor = menu === 'edit' || menu === 'format' || menu === 'table';
  return isOfEditor || /(?:^|\+)(?:F\d+|\.|Left|Right|Up|Down)$/.test(key);
}

function recentMenu(command: Command & { id: CommandId }, content: MenuContent): Item {
  const folders = content.recent.map(({ root, name }) => ({
    // A single & would underline the next letter.
    label: name.replaceAll('&', '&&'),
    toolTip: root,
    click: () => content.onFolder(root),
  }));
  return {
    label: translate(menuMessages, content.locale, 'recent'),
    submenu: [
      ...folders,
      ...(folders.length > 0 ? [separator] : []),
      commandItem(command, content),
    ],
  };
}
