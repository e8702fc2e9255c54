import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { Failure, SiteImage } from '#core/ipc/contract';
import { isTwinImage, nearestImage } from '#core/lint/nearest-image';
import { fold } from '#core/text/fold';

/** Bytes above which an image is told to be heavy for a page. */
export const heavyBytes = 2 * 1024 * 1024;
/** Bytes up to which an image is taken in; the main process holds to the same. */
export const mostBytes = 20 * 1024 * 1024;

/** A file's name without its folders. */
export function fileName(sitePath: string): string {
  return sitePath.slice(sitePath.lastIndexOf('/') + 1);
}

/** Where an image lies, relative to the workspace; `undefined` for a path outside of the static folder. */
export function diskPath(
  sitePath: string,
  { folder, path }: WorkspaceConfig['static'],
): string | undefined {
  if (!sitePath.startsWith(`${path}/`)) return undefined;
  const below = sitePath.slice(path.length + 1);
  return folder === '' ? below : `${folder}/${below}`;
}

/** The image that a site path which leads to none was probably meant to name. */
export function imageMeant(sitePath: string, images: readonly SiteImage[]): string | undefined {
  const paths = images.map((image) => image.sitePath);
  return paths.find((path) => isTwinImage(path, sitePath)) ?? nearestImage(sitePath, paths);
}

/** Images ready for searching: folded once, by the identity of their list. */
const searchable = new WeakMap<
  readonly SiteImage[],
  readonly { readonly image: SiteImage; readonly text: string }[]
>();
const byPath = new Intl.Collator('ja', { numeric: true });

/** Images whose site path holds every word of a query; those in the folder of the present one first. */
export function matchImages(
  images: readonly SiteImage[],
  query: string,
  present: string,
): readonly SiteImage[] {
  let all = searchable.get(images);
  if (!all) {
    all = images
      .map((image) => ({ image, text: fold(image.sitePath) }))
      .sort((a, b) => byPath.compare(a.image.sitePath, b.image.sitePath));
    searchable.set(images, all);
  }
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const folder = present.slice(0, present.lastIndexOf('/') + 1);
  const near: SiteImage[] = [];
  const far: SiteImage[] = [];
  for (const { image, text } of all) {
    if (!words.every((word) => text.includes(word))) continue;
    if (folder !== '' && image.sitePath.startsWith(folder)) near.push(image);
    else far.push(image);
  }
  return [...near, ...far];
}

/** Which words say why an image was not taken in. */
export type ImageProblem =
  | 'denied'
  | 'diskFull'
  | 'gone'
  | 'isCut'
  | 'isSvg'
  | 'notAdded'
  | 'notImage'
  | 'notInside'
  | 'tooLarge';

/** The words for a failure of choosing or adding an image. */
export function imageProblem({ code, detail }: Failure): ImageProblem {
  switch (code) {
    case 'bad-request':
      return detail === 'svg' ? 'isSvg' : detail === 'cut' ? 'isCut' : 'notImage';
    case 'too-large':
      return 'tooLarge';
    case 'not-found':
      return 'gone';
    case 'outside-workspace':
      return 'notInside';
    case 'disk-full':
      return 'diskFull';
    case 'not-allowed':
      return 'denied';
    case 'internal':
    case 'no-workspace':
    case 'folder-away':
    case 'changed-on-disk':
    case 'name-refused':
    case 'linked':
    case 'several-names':
    case 'already-exists':
    case 'not-utf8':
    case 'half-character':
    case 'not-printed':
    case 'io':
    case 'plan-outdated':
    case 'target-refused':
    case 'cancelled':
      return 'notAdded';
  }
}

/** A name for an image from the clipboard, which has none of its own: that of the guide and the field. */
export function pastedName(guidePath: string, field: string, given: string): string {
  if (!/^(?:image|imagem|bild|clipboard)?\.?(?:png|jpe?g|gif|webp)?$/i.test(given)) return given;
  const stem = fileName(guidePath).replace(/\.[^.]*$/, '');
  return `${stem}_${field}.png`;
}
