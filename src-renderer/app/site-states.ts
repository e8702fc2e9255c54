import type { GuideEntry, SiteState } from '#core/catalog/guide-entry';
import type { PlanItem } from '#core/export/plan';
import { request } from '../platform/bridge.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';

/** What the site holds of a guide: the hash of its file there, if any, and whether others changed it. */
interface AtTarget {
  readonly hash: string | undefined;
  readonly conflict: boolean;
}

const atTarget = new Map<string, AtTarget>();
const states = new Map<string, SiteState>();

function compare({ hash, conflict }: AtTarget, own: string | undefined): SiteState {
  if (conflict) return 'conflict';
  if (hash === undefined) return 'new';
  return hash === own ? 'same' : 'changed';
}

/** An entry with how its guide stands against the site, as far as that is known. */
export function withSiteState(entry: GuideEntry): GuideEntry {
  const siteState = states.get(entry.path) ?? 'unknown';
  return entry.siteState === siteState ? entry : { ...entry, siteState };
}

function publish(paths: Iterable<string>): void {
  useWorkspaceStore.setState(({ entries }) => {
    const next = new Map(entries);
    for (const path of paths) {
      const entry = next.get(path);
      if (entry) next.set(path, withSiteState(entry));
    }
    return { entries: next };
  });
}

function take(items: readonly PlanItem[]): void {
  const before = [...states.keys()];
  atTarget.clear();
  states.clear();
  for (const { kind, action, source, pre, post } of items) {
    if (kind !== 'guide' || action === 'removed') continue;
    const there = { hash: pre, conflict: action === 'conflict' };
    atTarget.set(source, there);
    states.set(source, compare(there, post));
  }
  publish([...before, ...states.keys()]);
}

/**
 * Compares the folder with the site of its first export target, where one was chosen on this machine.
 * A review that opens meanwhile makes its own plan and ends this one.
 */
export async function refreshSiteStates(): Promise<void> {
  const { workspace } = useWorkspaceStore.getState();
  if (!workspace || useDocumentsStore.getState().place === 'export') return;
  const target = workspace.config.targets.find(({ id }) => workspace.targetRoots[id] !== undefined);
  const root = target && workspace.targetRoots[target.id];
  if (root === undefined) {
    take([]);
    return;
  }
  const result = await request('export.plan', { target: target?.id ?? '', root });
  if (result.ok && useWorkspaceStore.getState().workspace?.id === workspace.id) {
    take(result.value.items);
  }
}

/** Brings the state of a guide up to date after it was saved with these bytes. */
export function noteSaved(path: string, hash: string): void {
  const there = atTarget.get(path);
  if (!there) return;
  states.set(path, compare(there, hash));
  publish([path]);
}
