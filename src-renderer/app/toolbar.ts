import type { Command } from '#core/commands/command';
import { type CommandId, commands } from '#core/commands/commands';
import type { IconName } from '../ui/icons.tsx';

/** A command in the bar over the manuscript. */
export interface ToolbarItem {
  readonly id: CommandId;
  readonly icon: IconName;
}

/** Buttons of the bar after that of the headings; the last ones are the first to give way to the menu. */
export const toolbarButtons: readonly ToolbarItem[] = [
  { id: 'format.bold', icon: 'bold' },
  { id: 'format.bulletList', icon: 'list' },
  { id: 'table.insert', icon: 'table' },
  { id: 'format.link', icon: 'link' },
];

/** What the menu at the end of the buttons holds; each list is a group of its own. */
export const toolbarMenu: readonly (readonly ToolbarItem[])[] = [
  [
    { id: 'format.italic', icon: 'italic' },
    { id: 'format.strike', icon: 'strike' },
    { id: 'format.code', icon: 'code' },
  ],
  [
    { id: 'format.numberedList', icon: 'numbers' },
    { id: 'format.taskList', icon: 'tasks' },
    { id: 'format.quote', icon: 'quote' },
  ],
  [
    { id: 'format.image', icon: 'image' },
    { id: 'format.codeBlock', icon: 'codeblock' },
    { id: 'format.rule', icon: 'minus' },
  ],
];

/** The menu of the headings. */
export const headingMenu: readonly ToolbarItem[] = [
  { id: 'format.heading1', icon: 'heading' },
  { id: 'format.heading2', icon: 'heading' },
  { id: 'format.heading3', icon: 'heading' },
  { id: 'format.heading4', icon: 'heading' },
  { id: 'format.paragraph', icon: 'text' },
];

/** The record of a command. */
export function commandById(id: CommandId): Command {
  return commands.find((one) => one.id === id)!;
}
