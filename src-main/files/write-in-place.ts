import { constants, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { Disk } from './disk.ts';
import { retry, whileTooManyOpen } from './retry.ts';

/**
 * Writes into a file itself, so that it stays one file under all its names. The only way of writing that a
 * killed process or a power cut can leave half done: its caller has a copy of `former` on disk, and where
 * the write fails while the process lives, the former bytes are written back. Throws.
 */
export async function writeInPlace(
  disk: Pick<Disk, 'open'>,
  path: string,
  bytes: Uint8Array,
  former: { readonly bytes: Uint8Array; readonly found: Stats },
): Promise<void> {
  const flags = constants.O_RDWR | (constants.O_NOFOLLOW ?? 0);
  const file = await retry(whileTooManyOpen, () => disk.open(path, flags));
  try {
    const { ino, dev } = await file.stat();
    if (ino !== former.found.ino || dev !== former.found.dev) {
      throw Object.assign(new Error('another file'), { code: 'EIO', syscall: 'open' });
    }
    try {
      await fill(file, bytes, bytes.byteLength < former.bytes.byteLength);
    } catch (error) {
      await fill(file, former.bytes, true).catch(() => undefined);
      throw error;
    }
  } finally {
    // Everything is synced by now, or the failure is thrown already: closing has nothing left to say.
    await file.close().catch(() => undefined);
  }
}

async function fill(file: FileHandle, bytes: Uint8Array, isShorter: boolean): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done, done);
    if (bytesWritten === 0) {
      throw Object.assign(new Error('nothing written'), { code: 'ENOSPC', syscall: 'write' });
    }
    done += bytesWritten;
  }
  if (isShorter) await file.truncate(bytes.byteLength);
  await file.sync();
}
