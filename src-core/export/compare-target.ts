import { exportMessages } from '../messages/export.ts';
import { type Localized, localize } from '../messages/messages.ts';
import type { PlanAction, PlanItem } from './plan.ts';
import type { ImageSnapshot, PlanInput } from './plan-input.ts';
import { foldPath, parentFolders } from './target-path.ts';

/** What would happen at one path of the target, and why not; `hash` is that of the bytes to write. */
export function compareWithTarget(
  { listing, manifest }: PlanInput,
  folded: ReadonlyMap<string, string>,
  path: string,
  hash: string,
): { readonly action: PlanAction; readonly reason?: Localized } {
  const conflict = (key: keyof typeof exportMessages.ja, values = {}) =>
    ({ action: 'conflict', reason: localize(exportMessages, key, values) }) as const;
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

/** The items of the images, by path under the target. */
export function compareImages(
  input: PlanInput,
  sources: ReadonlyMap<string, ImageSnapshot>,
  folded: ReadonlyMap<string, string>,
): Map<string, PlanItem> {
  const items = new Map<string, PlanItem>();
  for (const [path, image] of sources) {
    const { action, reason: why } = compareWithTarget(input, folded, path, image.hash);
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
