import { join } from 'node:path';
import { z } from 'zod';
import { settingsSchema } from '#core/ipc/settings';
import { layoutSchema } from '#core/ipc/layout';
import { createJsonStore, type JsonStore } from '../files/json-store.ts';
import type { Saver } from '../files/saver.ts';
import type { Log } from './log.ts';

const recentSchema = z.object({
  /** Newest first. */
  folders: z
    .array(z.object({ root: z.string(), name: z.string(), openedAt: z.number() }))
    .default([]),
});

const targetsSchema = z.object({
  /** Folder chosen for each target, by workspace root and target id. */
  roots: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});

const windowSchema = z.object({
  bounds: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .optional(),
  maximized: z.boolean().default(false),
});
/** Place and size of the window used last, in pixels of the desktop. */
export type WindowPlace = z.output<typeof windowSchema>;

/** What this machine remembers, each in a file of its own below the application's data folder. */
export interface Stores {
  readonly settings: JsonStore<z.output<typeof settingsSchema>>;
  readonly recent: JsonStore<z.output<typeof recentSchema>>;
  readonly targets: JsonStore<z.output<typeof targetsSchema>>;
  readonly window: JsonStore<WindowPlace>;
  /** Layout of one workspace, by its id. */
  layout(workspaceId: string): JsonStore<z.output<typeof layoutSchema>>;
  /** Settles when everything is on disk. */
  settled(): Promise<void>;
}

/** Opens the stores in `folder`, which must exist. */
export function createStores(folder: string, saver: Saver, log: Log): Stores {
  const all: Pick<JsonStore<unknown>, 'settled'>[] = [];
  function store<Schema extends z.ZodType>(name: string, schema: Schema) {
    const made = createJsonStore({
      path: join(folder, `${name}.json`),
      schema,
      saver,
      onProblem: (what, code) => log.error(`store ${what}`, { store: name, code }),
    });
    all.push(made);
    return made;
  }
  const layouts = new Map<string, JsonStore<z.output<typeof layoutSchema>>>();
  return {
    settings: store('settings', settingsSchema),
    recent: store('recent', recentSchema),
    targets: store('targets', targetsSchema),
    window: store('window', windowSchema),
    layout(workspaceId) {
      const known = layouts.get(workspaceId) ?? store(`layout-${workspaceId}`, layoutSchema);
      layouts.set(workspaceId, known);
      return known;
    },
    async settled() {
      await Promise.all(all.map((made) => made.settled()));
    },
  };
}
