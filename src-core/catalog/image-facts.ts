import type { ImageType } from '../export/image-type.ts';

/** What is known of an image of the static folder without showing it. */
export interface ImageFacts {
  /** Under which the site serves it. */
  readonly sitePath: string;
  /** Size of the file. */
  readonly bytes: number;
  /** What it is by its first bytes, `other` for none of the kinds a site may carry; `undefined` until it has been read. */
  readonly type?: ImageType | 'other' | undefined;
  /** In pixels; `undefined` where the header does not say. */
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** Whether two images of one path are the same as far as is known. */
export function isSameImage(a: ImageFacts | undefined, b: ImageFacts | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  const isSameSize = a.bytes === b.bytes && a.width === b.width && a.height === b.height;
  return isSameSize && a.type === b.type;
}
