import { constants } from 'node:fs';
import type { Disk } from './disk.ts';

/**
 * Writes bytes at a place of a file that is there, in full, and syncs them; what lay behind the place is
 * cut off. Follows no link. Throws, and what it wrote until then may stay.
 */
export async function appendFile(
  disk: Pick<Disk, 'open'>,
  path: string,
  bytes: Uint8Array,
  at: number,
): Promise<void> {
  const file = await disk.open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0));
  try {
    await file.truncate(at);
    for (let done = 0; done < bytes.byteLength;) {
      const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, at + done);
      if (bytesWritten === 0) throw Object.assign(new Error('nothing written'), { code: 'ENOSPC' });
      done += bytesWritten;
    }
    await file.datasync();
  } finally {
    await file.close();
  }
}
