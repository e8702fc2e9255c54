import { imageSize } from 'image-size';
import { type ImageType, imageTypeOf } from '#core/export/image-type';

/** Bytes up to which an image is taken into the folder. */
export const imageBytes = 20 * 1024 * 1024;

/** What an image that was dropped, pasted or chosen is, or why it is not taken. */
export type CheckedImage =
  | { readonly ok: true; readonly type: Exclude<ImageType, 'svg'> }
  | { readonly ok: false; readonly reason: 'size' | 'svg' | 'type' | 'cut' };

/**
 * Looks at the bytes alone, never at a name (T11): a kind that every site shows, a header that tells its
 * pixels, and an end, since a file that goes away while it is read leaves half a picture. SVG is a
 * program as much as a picture, so it is not taken.
 */
export function checkImage(bytes: Uint8Array): CheckedImage {
  if (bytes.byteLength > imageBytes) return { ok: false, reason: 'size' };
  const type = imageTypeOf(bytes);
  if (type === undefined) return { ok: false, reason: 'type' };
  if (type === 'svg') return { ok: false, reason: 'svg' };
  if (!isWhole(type, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))) {
    return { ok: false, reason: 'cut' };
  }
  try {
    const { width, height } = imageSize(bytes);
    return width > 0 && height > 0 ? { ok: true, type } : { ok: false, reason: 'type' };
  } catch {
    return { ok: false, reason: 'type' };
  }
}

/** Whether the end is there; cameras and programs add bytes of their own after it. */
function isWhole(type: Exclude<ImageType, 'svg'>, bytes: Buffer): boolean {
  switch (type) {
    case 'png':
      return bytes.lastIndexOf('IEND') > 0;
    case 'jpeg':
      return bytes.lastIndexOf(Buffer.of(0xff, 0xd9)) > bytes.lastIndexOf(Buffer.of(0xff, 0xda));
    case 'gif':
      return bytes.lastIndexOf(0x3b) > 0;
    case 'webp':
      return bytes.length >= 12 && bytes.readUInt32LE(4) + 8 <= bytes.length;
    case 'avif':
      return true;
  }
}
