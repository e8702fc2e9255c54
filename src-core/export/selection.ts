import type { ManifestEntry } from './manifest.ts';
import type { PlanItem } from './plan.ts';

/** What of a plan is really done. */
export interface Selection {
  /** Images first, then guides, each in the order of the plan. */
  readonly write: readonly PlanItem[];
  readonly remove: readonly PlanItem[];
  /** What the author left out, and what cannot be done without it, by path under the target. */
  readonly leftOut: ReadonlySet<string>;
}

const isWrite = ({ action }: PlanItem): boolean => action === 'added' || action === 'changed';

/**
 * What an export does after the author left some paths (under the target) out. Whatever needs one of
 * them is left out too, and an image goes only with a guide that shows it.
 */
export function selectItems(
  items: readonly PlanItem[],
  leaveOut: readonly string[] = [],
): Selection {
  const leftOut = new Set(leaveOut);
  for (let before = -1; before !== leftOut.size;) {
    before = leftOut.size;
    for (const item of items) {
      if (item.needs.some((path) => leftOut.has(path))) leftOut.add(item.target);
    }
  }
  const shown = new Set<string>();
  for (const item of items) {
    if (item.kind !== 'guide' || (isWrite(item) && leftOut.has(item.target))) continue;
    if (isWrite(item) || item.action === 'unchanged')
      for (const path of item.images) shown.add(path);
  }
  for (const item of items) {
    if (item.kind === 'image' && isWrite(item) && !shown.has(item.target)) leftOut.add(item.target);
  }
  const done = items.filter((item) => !leftOut.has(item.target));
  const writes = done.filter(isWrite);
  return {
    write: [
      ...writes.filter((item) => item.kind === 'image'),
      ...writes.filter((item) => item.kind === 'guide'),
    ],
    remove: done.filter((item) => item.action === 'removed'),
    leftOut,
  };
}

/**
 * The files that the manifest lists after an export: what is there with the bytes of the plan, and,
 * of what was left alone, what it listed before and the target (`isThere`) still has.
 */
export function manifestAfter(
  previous: ReadonlyMap<string, ManifestEntry>,
  items: readonly PlanItem[],
  { write, remove }: Selection,
  isThere: (path: string) => boolean,
): ReadonlyMap<string, ManifestEntry> {
  const files = new Map([...previous].filter(([path]) => isThere(path)));
  const written = new Set(write);
  for (const item of items) {
    if (item.post === undefined || (item.action !== 'unchanged' && !written.has(item))) continue;
    files.set(item.target, { sha256: item.post, source: item.source, kind: item.kind });
  }
  for (const item of remove) files.delete(item.target);
  return files;
}
