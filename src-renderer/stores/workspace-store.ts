import { create } from 'zustand';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { EventValues, Failure, RecentFolder, WorkspaceInfo } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';

interface WorkspaceState {
  /** `undefined` shows the first-run page. */
  readonly workspace: WorkspaceInfo | undefined;
  readonly opening: boolean;
  /** Why the last folder did not open, until the next try. */
  readonly openFailure: Failure | undefined;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  /** `undefined` when nothing is being read or checked. */
  readonly progress: EventValues['workspace.progress'] | undefined;
  /** Findings by path of the guide; open guides have those of their unsaved text. */
  readonly findings: ReadonlyMap<string, readonly Diagnostic[]>;
  readonly recent: readonly RecentFolder[];
}

/** The open folder: its guides, their findings, and how far reading it has come. */
export const useWorkspaceStore = create<WorkspaceState>(() => ({
  workspace: undefined,
  opening: false,
  openFailure: undefined,
  entries: new Map(),
  progress: undefined,
  findings: new Map(),
  recent: [],
}));

/** The guide with a slug, or `undefined`; the first where several share it. */
export function entryBySlug(
  entries: ReadonlyMap<string, GuideEntry>,
  slug: string,
): GuideEntry | undefined {
  for (const entry of entries.values()) if (entry.slug === slug) return entry;
  return undefined;
}
