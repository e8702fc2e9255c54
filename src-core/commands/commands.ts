import { editCommands } from './edit-commands.ts';
import { fileCommands } from './file-commands.ts';
import { findCommands } from './find-commands.ts';
import { formatCommands } from './format-commands.ts';
import { goCommands } from './go-commands.ts';
import { placeCommands } from './place-commands.ts';
import { sectionCommands } from './section-commands.ts';
import { tableCommands } from './table-commands.ts';
import { toolCommands } from './tool-commands.ts';
import { viewCommands } from './view-commands.ts';

/** All commands in menu order. */
export const commands = [
  ...fileCommands,
  ...editCommands,
  ...findCommands,
  ...formatCommands,
  ...tableCommands,
  ...sectionCommands,
  ...viewCommands,
  ...goCommands,
  ...placeCommands,
  ...toolCommands,
] as const;

/** Id of a command. */
export type CommandId = (typeof commands)[number]['id'];
