import { exportMessages } from '../messages/export.ts';
import { localize } from '../messages/messages.ts';
import type { ManifestEntry } from './manifest.ts';
import type { PlanItem } from './plan.ts';
import type { PlanInput } from './plan-input.ts';
import { imageTarget, parentFolders } from './target-path.ts';

interface Candidate {
  readonly path: string;
  readonly entry: ManifestEntry;
  readonly hash: string;
}

/**
 * The items for what earlier exports wrote and the workspace no longer has: removed only if the bytes
 * are ours, and only if nothing that stays at the target refers to it.
 */
export function planRemovals(
  { manifest, listing, target, staticFolder, guides }: PlanInput,
  items: readonly PlanItem[],
): readonly PlanItem[] {
  if (!manifest) return [];
  const planned = new Set(items.map((item) => item.target));
  const removals: PlanItem[] = [];
  const candidates: Candidate[] = [];
  for (const [path, entry] of manifest.files) {
    const hash = listing.files.get(path);
    const linked = parentFolders(path).some((folder) => listing.unusableFolders.has(folder));
    if (planned.has(path) || hash === undefined || linked) continue;
    if (hash === entry.sha256) candidates.push({ path, entry, hash });
    else removals.push(item('conflict', { path, entry, hash }, 'reasonRemovedChanged'));
  }

  // What stays as it is at the target keeps what it refers to; a removal held back stays as well.
  const staying = items
    .filter(({ kind, action }) => kind === 'guide' && isHeldBack(action))
    .map(({ target: path }) => path);
  const held = new Map<string, string>();
  for (const path of staying) {
    for (const candidate of candidates) {
      if (held.has(candidate.path) || !refersTo(path, candidate)) continue;
      held.set(candidate.path, path);
      if (candidate.entry.kind === 'guide') staying.push(candidate.path);
    }
  }

  const stillShown = new Set(
    guides.flatMap((guide) => guide.images.map((path) => imageTarget(path, target, staticFolder))),
  );
  const moving = [
    ...items.filter(({ kind, action }) => kind === 'guide' && action === 'changed'),
    ...candidates.filter(({ path, entry }) => entry.kind === 'guide' && !held.has(path)),
  ].map((one) => ('path' in one ? one.path : one.target));
  for (const candidate of candidates) {
    const holder = held.get(candidate.path);
    if (holder === undefined) {
      const needs = moving.filter((path) => path !== candidate.path && refersTo(path, candidate));
      removals.push(item('removed', candidate, undefined, needs));
    } else if (!stillShown.has(candidate.path)) {
      removals.push(item('blocked', candidate, 'reasonStillUsed', [], holder));
    }
  }
  return removals;

  function refersTo(from: string, { path, entry }: Candidate): boolean {
    const guide = listing.guides.get(from);
    if (!guide) return false;
    if (entry.kind === 'image') return guide.images.includes(path);
    const slug = listing.guides.get(path)?.slug;
    return slug !== undefined && guide.relations.includes(slug);
  }
}

const isHeldBack = (action: PlanItem['action']): boolean =>
  action === 'blocked' || action === 'conflict';

function item(
  action: 'removed' | 'blocked' | 'conflict',
  { path, entry, hash }: Candidate,
  why?: 'reasonRemovedChanged' | 'reasonStillUsed',
  needs: readonly string[] = [],
  user = '',
): PlanItem {
  return {
    action,
    kind: entry.kind,
    source: entry.source,
    target: path,
    label: entry.source.slice(entry.source.lastIndexOf('/') + 1),
    title: '',
    pre: hash,
    bytes: 0,
    reasons: why ? [localize(exportMessages, why, { path: user })] : [],
    images: [],
    needs,
  };
}
