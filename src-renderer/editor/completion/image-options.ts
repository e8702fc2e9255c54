import type { SiteImage } from '#core/ipc/contract';
import { fold } from '#core/text/fold';
import { imageFacts } from '../image-facts.ts';
import { type Findable, findOptions, matchedRanges } from './match-options.ts';
import type { Option } from './option.ts';

interface FindableImage extends Findable {
  readonly image: SiteImage;
  readonly name: string;
}

const indexes = new WeakMap<readonly SiteImage[], readonly FindableImage[]>();

function findableImages(images: readonly SiteImage[]): readonly FindableImage[] {
  let index = indexes.get(images);
  if (!index) {
    index = images.map((image) => {
      const { sitePath } = image;
      const name = sitePath.slice(sitePath.lastIndexOf('/') + 1);
      return { image, name, texts: [fold(name), fold(sitePath)] };
    });
    indexes.set(images, index);
  }
  return index;
}

/** The images of the static folder whose path holds a query, those named after the guide first. */
export function imageOptions(
  images: readonly SiteImage[],
  query: string,
  guide: string,
  write: (sitePath: string) => string,
): readonly Option[] {
  const stem = fold(guide.slice(guide.lastIndexOf('/') + 1).replace(/\.[^.]*$/, ''));
  const found = findOptions(findableImages(images), query, undefined, Number.POSITIVE_INFINITY);
  const own = found.filter(({ texts }) => stem !== '' && texts[0]?.startsWith(stem) === true);
  const others = found.filter((image) => !own.includes(image));
  return [...own, ...others].slice(0, 50).map(({ image, name }) => ({
    kind: 'image',
    label: name,
    detail: image.sitePath.slice(0, -name.length),
    aside: imageFacts(image),
    insert: write(image.sitePath),
    match: matchedRanges(name, query),
  }));
}
