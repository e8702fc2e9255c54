import { nearest } from '../text/nearest.ts';

/** Whether two site paths are the same but for case, or for how accents and kana marks are encoded. */
export function isTwinImage(a: string, b: string): boolean {
  return a.normalize('NFC').toLowerCase() === b.normalize('NFC').toLowerCase();
}

/** The image of the same folder whose file name is a slip of the pen away; `undefined` where none is. */
export function nearestImage(sitePath: string, images: Iterable<string>): string | undefined {
  const folder = sitePath.slice(0, sitePath.lastIndexOf('/') + 1);
  const names = [...images].flatMap((image) =>
    image.startsWith(folder) ? [image.slice(folder.length)] : [],
  );
  const near = nearest(sitePath.slice(folder.length), names);
  return near === undefined ? undefined : folder + near;
}
