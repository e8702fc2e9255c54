import type { Command } from './command.ts';

/** Rows and columns of the table at the caret. */
export const tableCommands = [] as const satisfies readonly Command[];
