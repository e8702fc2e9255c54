import type { SiteImage } from '#core/ipc/contract';
import { fold } from '#core/text/fold';

/** A file's name without its folders. */
export function fileName(sitePath: string): string {
  return sitePath.slice(sitePath.lastIndexOf('/') + 1);
}

/** A name shortened in its middle, so that what tells files apart (`_hero.png`) stays. */
export function shortenMiddle(name: string, most = 24): string {
  if (name.length <= most) return name;
  const tail = Math.ceil((most - 1) * 0.5);
  return `${name.slice(0, most - 1 - tail)}…${name.slice(-tail)}`;
}

/** Images whose site path holds every word of a query; those in the folder of the present one first. */
export function matchImages(
  images: readonly SiteImage[],
  query: string,
  present: string,
): readonly SiteImage[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  const folder = present.slice(0, present.lastIndexOf('/') + 1);
  const near = (image: SiteImage): number =>
    folder !== '' && image.sitePath.startsWith(folder) ? 0 : 1;
  return images
    .filter(({ sitePath }) => {
      const text = fold(sitePath);
      return words.every((word) => text.includes(word));
    })
    .sort((a, b) => near(a) - near(b) || a.sitePath.localeCompare(b.sitePath));
}
