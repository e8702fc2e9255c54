import { exportMessages } from '../messages/export.ts';
import { type Localized, localize } from '../messages/messages.ts';
import { compareImages, compareWithTarget } from './compare-target.ts';
import type { PlanAction, PlanItem } from './plan.ts';
import type { GuideSnapshot, ImageSnapshot, PlanInput, TargetListing } from './plan-input.ts';
import { planRemovals } from './removals.ts';
import { foldPath, guideTarget, imageTarget, targetPathProblem } from './target-path.ts';

interface Draft {
  readonly snapshot: GuideSnapshot;
  readonly target: string;
  readonly imageTargets: readonly string[];
  action: PlanAction;
  readonly reasons: Localized[];
  /** The guide to repair before this one can go, where its own bytes are in order. */
  cause?: Draft;
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

function compareGuide(
  draft: Draft,
  input: PlanInput,
  folded: ReadonlyMap<string, string>,
  images: ReadonlyMap<string, PlanItem>,
): void {
  if (draft.action === 'blocked') return;
  const { action, reason: why } = compareWithTarget(
    input,
    folded,
    draft.target,
    draft.snapshot.hash,
  );
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
        const root = (draft.cause = related.cause ?? related);
        const name = related.snapshot.name || slug;
        draft.reasons.push(
          root === related
            ? reason('reasonRelatedBlocked', { name })
            : reason('reasonRelatedWaits', { name, root: root.snapshot.name }),
        );
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
