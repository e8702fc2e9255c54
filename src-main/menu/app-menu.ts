import { Menu } from 'electron';
import { createMenuTemplate, type MenuContent } from './menu-template.ts';

/** Shows the native menu; call again when language or recent folders change. */
export function showMenu(content: MenuContent): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate(content)));
}
