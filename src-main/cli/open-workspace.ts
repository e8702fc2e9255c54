import type { GuideEntry } from '#core/catalog/guide-entry';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import { createNodeWorkspaceFiles } from '../files/node-workspace-files.ts';
import { createWorkspaceEngine, type WorkspaceEngine } from '../services/workspace-engine.ts';
import type { CliContext } from './cli-context.ts';

/** A workspace opened for one command. */
export interface CliWorkspace {
  readonly engine: WorkspaceEngine;
  readonly files: WorkspaceFiles;
  /** What the guides say of themselves, by path. */
  readonly entries: ReadonlyMap<string, GuideEntry>;
}

const ignore = (): void => undefined;

/** Opens a workspace and reads what its guides say of each other; no guide is checked before it is asked for. */
export async function openWorkspace(root: string, context: CliContext): Promise<CliWorkspace> {
  const entries = new Map<string, GuideEntry>();
  const files = createNodeWorkspaceFiles(root);
  const take = (sent: { readonly upserts: readonly GuideEntry[] }): void => {
    for (const entry of sent.upserts) entries.set(entry.path, entry);
  };
  const engine = createWorkspaceEngine({
    root,
    files,
    checkAll: false,
    pause: () => Promise.resolve(),
    events: { entries: take, findings: ignore, progress: ignore, workspaceChanged: ignore },
    onError(where, error) {
      const name = error instanceof Error ? error.name : typeof error;
      context.err(`internal-error: ${where}: ${name}`);
    },
  });
  await engine.open();
  await engine.settled();
  return { engine, files, entries };
}
