import { create } from 'zustand';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Failure, RecentFolder, WorkspaceInfo } from '#core/ipc/contract';
import type { EventValues } from '#core/ipc/event-values';
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
  /** What is typed reaches no disk until it is saved. */
  readonly unprotected: boolean;
  /** Versions cannot be kept in the history; saving goes on. */
  readonly historyFailing: boolean;
  /** Nothing tells of changes in the folder; they are looked for now and then. */
  readonly unwatched: boolean;
  /** The volume of the folder was taken away. */
  readonly away: boolean;
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
  unprotected: false,
  historyFailing: false,
  unwatched: false,
  away: false,
}));

type Entries = ReadonlyMap<string, GuideEntry>;

/** Guides by the value of one field, for each list of guides; a list is never changed, only replaced. */
const indexes = new WeakMap<Entries, Map<string, ReadonlyMap<string, GuideEntry>>>();

/** What a guide is called by in relations that name `field`; empty where it cannot be named so. */
export function keyOf(entry: GuideEntry, field: string): string {
  if (field === 'slug') return entry.slug;
  return entry.keys && Object.hasOwn(entry.keys, field) ? (entry.keys[field] ?? '') : '';
}

/** The guide whose `field` has a value, or `undefined`; the first where several share it. */
export function entryByKey(entries: Entries, field: string, value: string): GuideEntry | undefined {
  const byField = indexes.get(entries) ?? new Map<string, ReadonlyMap<string, GuideEntry>>();
  indexes.set(entries, byField);
  let index = byField.get(field);
  if (!index) {
    const made = new Map<string, GuideEntry>();
    for (const entry of entries.values()) {
      const key = keyOf(entry, field);
      if (key !== '' && !made.has(key)) made.set(key, entry);
    }
    byField.set(field, (index = made));
  }
  return index.get(value);
}
