import type { ExportTarget } from '../catalog/workspace-config.ts';
import { exportMessages } from '../messages/export.ts';
import { type Localized, localize } from '../messages/messages.ts';
import type { ExportManifest } from './manifest.ts';
import type { PlanAction, PlanItem } from './plan.ts';
import { planRemovals, type TargetGuide } from './removals.ts';
import {
  foldPath,
  guideTarget,
  imageTarget,
  parentFolders,
  targetPathProblem,
} from './target-path.ts';

/** One guide as it was read and checked for an export. */
export interface GuideSnapshot {
  readonly path: string;
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  /** SHA-256 (hex) of the bytes that were checked. */
  readonly hash: string;
  readonly bytes: number;
  /** What keeps it from being exported: its findings at error level, and what the reader refused. */
  readonly problems: readonly {
    readonly message: Localized;
    readonly place?: { readonly pointer?: string; readonly from: number };
  }[];
  /** Slugs of its related guides. */
  readonly relations: readonly string[];
  /** Paths in the workspace of the images it shows. */
  readonly images: readonly string[];
}

/** One image of the workspace as it was read for an export. */
export interface ImageSnapshot {
  readonly path: string;
  readonly sitePath: string;
  readonly hash: string;
  readonly bytes: number;
  /** Why it may not be exported; the guides that show it are blocked by it. */
  readonly problem?: Localized;
}

/** What the target holds. */
export interface TargetListing {
  /** SHA-256 (hex) by path of every file that the plan or the manifest may touch; `undefined`: not a plain file. */
  readonly files: ReadonlyMap<string, string | undefined>;
  /** Paths of everything in the folders concerned, for names that differ only in case. */
  readonly names: readonly string[];
  /** Folders on the way that are links or files. */
  readonly unusableFolders: ReadonlySet<string>;
  /** What the earlier exports at the target refer to, by path under the target. */
  readonly guides: ReadonlyMap<string, TargetGuide>;
}

/** Everything a plan is made of. */
export interface PlanInput {
  readonly guides: readonly GuideSnapshot[];
  /** By path in the workspace; an image that is not there is missing. */
  readonly images: ReadonlyMap<string, ImageSnapshot>;
  readonly target: ExportTarget;
  /** Globs of the guides, which say how their paths shorten under the target's guides folder. */
  readonly globs: readonly string[];
  readonly staticFolder: string;
  /** `undefined` where there is none or it is not to be trusted: then nothing at the target is ours. */
  readonly manifest: ExportManifest | undefined;
  readonly listing: TargetListing;
}

interface Draft {
  readonly snapshot: GuideSnapshot;
  readonly target: string;
  readonly imageTargets: readonly string[];
  action: PlanAction;
  readonly reasons: Localized[];
}

/** What would happen at one path of the target, and why not; `hash` is that of the bytes to write. */
function compare(
  { listing, manifest }: PlanInput,
  folded: ReadonlyMap<string, string>,
  path: string,
  hash: string,
): { readonly action: PlanAction; readonly reason?: Localized } {
  const conflict = (key: Parameters<typeof reason>[0], values = {}) =>
    ({ action: 'conflict', reason: reason(key, values) }) as const;
  const link = parentFolders(path).find((folder) => listing.unusableFolders.has(folder));
  if (link !== undefined) return conflict('reasonFolderLink', { path: link });
  const twin = folded.get(foldPath(path));
  if (!listing.files.has(path)) {
    return twin === undefined || twin === path
      ? { action: 'added' }
      : conflict('reasonOtherCase', { other: twin });
  }
  const found = listing.files.get(path);
  if (found === undefined) return conflict('reasonNotAFile');
  if (found === hash) return { action: 'unchanged' };
  const ours = manifest?.files.get(path)?.sha256;
  if (ours === found) return { action: 'changed' };
  return conflict(ours === undefined ? 'reasonForeign' : 'reasonChangedAtTarget');
}

const reason = (key: keyof typeof exportMessages.ja, values: Record<string, string> = {}) =>
  localize(exportMessages, key, values);

/** First of the paths that fold alike, by folded path; the second of two different ones is reported. */
function collisionsOf(paths: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byFold = new Map<string, string[]>();
  for (const path of paths) {
    const key = foldPath(path);
    const same = byFold.get(key);
    if (!same) byFold.set(key, [path]);
    else same.push(path);
  }
  return byFold;
}

/**
 * Plans an export: what would be added, changed, left alone or removed, and what cannot be, with the
 * reasons. Pure: the same snapshots always give the same items, ordered by path under the target.
 */
export function makePlan(input: PlanInput): readonly PlanItem[] {
  const { guides, images, target, globs, staticFolder, listing } = input;
  const drafts = guides.map((snapshot): Draft => {
    const path = guideTarget(snapshot.path, target, globs);
    const unsafe = targetPathProblem(path, 'guide');
    const reasons = snapshot.problems.map((problem) => problem.message);
    if (unsafe) reasons.push(unsafe);
    const imageTargets: string[] = [];
    for (const image of new Set(snapshot.images)) {
      const found = images.get(image);
      const place = imageTarget(image, target, staticFolder);
      // Findings name a missing image already, with its place.
      if (!found && reasons.length > 0) continue;
      const problem =
        (!found && reason('reasonImageMissing', { path: image })) ||
        found?.problem ||
        (place !== undefined && targetPathProblem(place, 'image'));
      if (problem) reasons.push(problem);
      else if (place !== undefined) imageTargets.push(place);
    }
    const action = reasons.length > 0 ? 'blocked' : 'added';
    return { snapshot, target: path, imageTargets, action, reasons };
  });

  const sources = imageSources(input, drafts);
  blockCollisions(drafts, sources);
  const folded = new Map(listing.names.map((name) => [foldPath(name), name]));
  const imageItems = compareImages(input, sources, folded);
  for (const draft of drafts) compareGuide(draft, input, folded, imageItems);
  blockByRelations(drafts, listing);

  const added = new Map(
    drafts.flatMap((draft) =>
      draft.action === 'added' ? [[draft.snapshot.slug, draft.target] as const] : [],
    ),
  );
  const guideItems = drafts.map((draft) => guideItem(draft, input, added, imageItems));
  const used = new Set(
    guideItems.flatMap((item) => (isHeldBack(item.action) ? [] : [...item.images])),
  );
  const items = [
    ...guideItems,
    ...[...imageItems.values()].filter((item) => used.has(item.target)),
  ];
  return [...items, ...planRemovals(input, items)].sort((a, b) =>
    a.target < b.target ? -1 : a.target > b.target ? 1 : 0,
  );
}

const isHeldBack = (action: PlanAction): boolean => action === 'blocked' || action === 'conflict';

/** The image that each path under the target would hold. */
function imageSources(input: PlanInput, drafts: readonly Draft[]): Map<string, ImageSnapshot> {
  const sources = new Map<string, ImageSnapshot>();
  for (const path of new Set(drafts.flatMap((draft) => draft.snapshot.images))) {
    const place = imageTarget(path, input.target, input.staticFolder);
    const snapshot = input.images.get(path);
    if (place !== undefined && snapshot) sources.set(place, snapshot);
  }
  return sources;
}

/** Blocks every guide whose path, or an image's, is another file's on a disk that folds names. */
function blockCollisions(
  drafts: readonly Draft[],
  sources: ReadonlyMap<string, ImageSnapshot>,
): void {
  const byFold = collisionsOf([...drafts.map((draft) => draft.target), ...sources.keys()]);
  for (const draft of drafts) {
    for (const path of [draft.target, ...draft.imageTargets]) {
      const same = byFold.get(foldPath(path)) ?? [];
      if (same.length < 2) continue;
      const twin = drafts.find((other) => other !== draft && same.includes(other.target));
      const other = twin?.snapshot.path ?? same.find((name) => name !== path) ?? path;
      draft.action = 'blocked';
      draft.reasons.push(reason('reasonSameTarget', { other }));
    }
  }
}

function compareImages(
  input: PlanInput,
  sources: ReadonlyMap<string, ImageSnapshot>,
  folded: ReadonlyMap<string, string>,
): Map<string, PlanItem> {
  const items = new Map<string, PlanItem>();
  for (const [path, image] of sources) {
    const { action, reason: why } = compare(input, folded, path, image.hash);
    const pre = input.listing.files.get(path);
    items.set(path, {
      action,
      kind: 'image',
      source: image.path,
      target: path,
      label: image.sitePath,
      title: '',
      post: image.hash,
      ...(pre !== undefined && { pre }),
      bytes: image.bytes,
      reasons: why ? [why] : [],
      images: [],
      needs: [],
    });
  }
  return items;
}

function compareGuide(
  draft: Draft,
  input: PlanInput,
  folded: ReadonlyMap<string, string>,
  images: ReadonlyMap<string, PlanItem>,
): void {
  if (draft.action === 'blocked') return;
  const { action, reason: why } = compare(input, folded, draft.target, draft.snapshot.hash);
  draft.action = action;
  if (why) draft.reasons.push(why);
  if (action !== 'added' && action !== 'changed') return;
  for (const path of draft.imageTargets) {
    const image = images.get(path);
    if (image?.action !== 'conflict') continue;
    draft.action = 'conflict';
    draft.reasons.push(reason('reasonImageConflict', { path: image.label }));
  }
}

/** Blocks what relates to a guide that the site neither has nor gets, until nothing more is. */
function blockByRelations(drafts: readonly Draft[], listing: TargetListing): void {
  const bySlug = new Map(drafts.map((draft) => [draft.snapshot.slug, draft]));
  const isUnavailable = (draft: Draft): boolean =>
    isHeldBack(draft.action) && listing.files.get(draft.target) === undefined;
  for (let settled = false; !settled;) {
    settled = true;
    for (const draft of drafts) {
      if (draft.action !== 'added' && draft.action !== 'changed') continue;
      for (const slug of new Set(draft.snapshot.relations)) {
        const related = bySlug.get(slug);
        if (!related || related === draft || !isUnavailable(related)) continue;
        draft.action = 'blocked';
        draft.reasons.push(reason('reasonRelatedBlocked', { slug }));
        settled = false;
      }
    }
  }
}

function guideItem(
  draft: Draft,
  { listing }: PlanInput,
  added: ReadonlyMap<string, string>,
  images: ReadonlyMap<string, PlanItem>,
): PlanItem {
  const { snapshot, action, reasons } = draft;
  const pre = listing.files.get(draft.target);
  const place = snapshot.problems[0]?.place;
  const writes = action === 'added' || action === 'changed';
  const related = snapshot.relations.flatMap((slug) => added.get(slug) ?? []);
  const newImages = draft.imageTargets.filter((path) => images.get(path)?.action === 'added');
  const needs = new Set([...related.filter((path) => path !== draft.target), ...newImages]);
  return {
    action,
    kind: 'guide',
    source: snapshot.path,
    target: draft.target,
    label: snapshot.name,
    title: snapshot.title,
    post: snapshot.hash,
    ...(pre !== undefined && { pre }),
    bytes: snapshot.bytes,
    reasons,
    ...(place && { place }),
    images: draft.imageTargets,
    needs: writes ? [...needs] : [],
  };
}
