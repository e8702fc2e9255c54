import { PNG } from 'pngjs';

/** A real PNG of one colour; another colour gives other bytes. */
export function pngImage(width = 4, height = 3, grey = 128): Uint8Array<ArrayBuffer> {
  const image = new PNG({ width, height });
  image.data.fill(grey);
  return new Uint8Array(PNG.sync.write(image));
}

/** The smallest JPEG that names its size (1 × 1): start, quantisation left out, frame, scan, end. */
export function jpegImage(): Uint8Array<ArrayBuffer> {
  return Uint8Array.of(
    ...[0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0],
    ...[0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
    ...[0xff, 0xda, 0, 8, 1, 1, 0, 0, 0x3f, 0, 0x55, 0xff, 0xd9],
  );
}
