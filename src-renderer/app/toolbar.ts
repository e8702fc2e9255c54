import type { Command } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';

/** Buttons of the bar over the manuscript after that of the headings; from the right, they give way to the menu. */
export const toolbarButtons: readonly CommandId[] = [
  'format.bold',
  'format.bulletList',
  'format.link',
];

/** What the menu at the end of the buttons holds; each list is a group of its own. */
export const toolbarMenu: readonly (readonly CommandId[])[] = [
  ['format.italic', 'format.strike', 'format.code'],
  ['format.numberedList', 'format.taskList', 'format.quote'],
  ['format.codeBlock', 'format.rule'],
];

/** The menu of the headings. */
export const headingMenu: readonly CommandId[] = [
  'format.heading1',
  'format.heading2',
  'format.heading3',
  'format.heading4',
  'format.paragraph',
];

/** The record of a command. */
export function commandById(id: CommandId): Command {
  return commands.find((one) => one.id === id)!;
}
