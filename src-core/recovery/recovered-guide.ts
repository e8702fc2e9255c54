import type { JournalBase, JournalChange } from './journal-record.ts';

/** A guide as a journal has it: a text, and everything that became of it. */
export interface RecoveredGuide {
  readonly path: string;
  readonly base: JournalBase;
  readonly changes: readonly JournalChange[];
  /** Saves among the changes: how many changes the saved text holds, and the hash of its bytes. */
  readonly saves: readonly { readonly after: number; readonly hash: string }[];
}

/** Whether a guide holds text that no file has, as far as its journal can tell. */
export function isUnsaved({ base, changes, saves }: RecoveredGuide): boolean {
  const last = saves.at(-1);
  const taken = changes.findLastIndex(({ hash }) => hash !== undefined) + 1;
  const clean = Math.max(last?.after ?? 0, taken);
  return clean === 0 && last === undefined && taken === 0
    ? base.unsaved || changes.length > 0
    : changes.length > clean;
}

/** Hash of the bytes on disk that the newest saved text of a journal has. */
export function lastHash({ base, changes, saves }: RecoveredGuide): string {
  const save = saves.at(-1);
  const taken = changes.findLastIndex(({ hash }) => hash !== undefined);
  if (save === undefined || taken + 1 > save.after) return changes[taken]?.hash ?? base.hash;
  return save.hash;
}
