import { imageSize } from 'image-size';
import type { ImageFacts } from '#core/catalog/image-facts';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import { imageTypeOf } from '#core/export/image-type';
import { listImages } from './workspace-engine-scan.ts';

/** How much of an image is read first: enough for most to say what they are and how large. */
const startBytes = 4 * 1024;
/** How much is read where that is not enough; the largest headers (with a colour profile) are shorter. */
const headerBytes = 256 * 1024;
/** How many images are read at a time. */
const chunk = 32;

/** What the folder of images is asked. */
export interface ImageReader {
  /** All images, with what is known of each from earlier. */
  listed(): Promise<readonly ImageFacts[]>;
  /** All images with type and size; only those that are new or changed are read. Ends early once stopped. */
  read(): Promise<readonly ImageFacts[]>;
}

/** Makes the reader of a workspace's static folder. */
export function createImageReader(
  files: WorkspaceFiles,
  config: () => WorkspaceConfig,
  isStopped: () => boolean = () => false,
): ImageReader {
  let known: ReadonlyMap<string, ImageFacts> = new Map();
  const keyOf = ({ sitePath, bytes, modifiedMs }: ListedFile & { readonly sitePath: string }) =>
    [sitePath, bytes, modifiedMs].join('\0');

  async function factsOf({ path, sitePath, bytes }: ListedFile & { readonly sitePath: string }) {
    const facts = readFacts(await files.read(path, startBytes));
    const isEnough = facts.width !== undefined || bytes <= startBytes;
    return {
      ...(isEnough ? facts : readFacts(await files.read(path, headerBytes))),
      sitePath,
      bytes,
    };
  }

  return {
    async listed() {
      const images = await listImages(files, config());
      return images.map((image) => {
        return known.get(keyOf(image)) ?? { sitePath: image.sitePath, bytes: image.bytes };
      });
    },
    async read() {
      const images = await listImages(files, config());
      const now = new Map<string, ImageFacts>();
      for (let from = 0; from < images.length && !isStopped(); from += chunk) {
        await Promise.all(
          images.slice(from, from + chunk).map(async (image) => {
            const key = keyOf(image);
            now.set(key, known.get(key) ?? (await factsOf(image)));
          }),
        );
      }
      known = now;
      return images.flatMap((image) => now.get(keyOf(image)) ?? []);
    },
  };
}

/** What the first bytes of an image say; no size where they do not. */
function readFacts(header: Uint8Array | undefined): Omit<ImageFacts, 'sitePath' | 'bytes'> {
  if (!header || header.length === 0) return { type: 'other' };
  const type = imageTypeOf(header) ?? 'other';
  try {
    const { width, height } = imageSize(header);
    return { type, width, height };
  } catch {
    // Not an image, whatever its name says.
    return { type };
  }
}
