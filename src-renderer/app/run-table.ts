import type { tableCommands } from '#core/commands/table-commands';

/** What the commands of the menu 表 do. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type
export const tableRuns: Record<(typeof tableCommands)[number]['id'], () => unknown> = {};
