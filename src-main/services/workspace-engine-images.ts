import { imageSize } from 'image-size';
import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { WorkspaceFiles } from '#core/catalog/workspace-files';
import type { SiteImage } from '#core/ipc/contract';
import { listImages } from './workspace-engine-scan.ts';

/** How much of an image is read to find its size; the largest headers (with a colour profile) are shorter. */
const headerBytes = 256 * 1024;

/** Lists the images of the static folder; the size of one that has not changed is not read again. */
export function createImageList(
  files: WorkspaceFiles,
  config: () => WorkspaceConfig,
): () => Promise<readonly SiteImage[]> {
  const known = new Map<string, SiteImage>();
  return async () => {
    const listed = await listImages(files, config());
    const seen = new Set<string>();
    const images = await Promise.all(
      listed.map(async ({ path, sitePath, bytes, modifiedMs }) => {
        const key = [sitePath, bytes, modifiedMs].join('\0');
        seen.add(key);
        let image = known.get(key);
        if (!image) {
          const header = await files.read(path, headerBytes);
          known.set(key, (image = { sitePath, bytes, ...sizeOf(header) }));
        }
        return image;
      }),
    );
    for (const key of known.keys()) if (!seen.has(key)) known.delete(key);
    return images;
  };
}

/** Width and height in pixels from an image's header; nothing where it cannot be read. */
function sizeOf(header: Uint8Array | undefined): { width?: number; height?: number } {
  if (!header || header.length === 0) return {};
  try {
    const { width, height } = imageSize(header);
    return { width, height };
  } catch {
    // Not an image, whatever its name says.
    return {};
  }
}
