import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, open, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parentFolders } from '#core/export/target-path';
import { hashOf } from '../files/hash.ts';

// Windows has neither; there a link is found by lstat alone.
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

// Up to here one read is faster than pieces.
const readWhole = 1 << 20;

/** The bytes of a plain file; `undefined` where nothing is. Throws for links, folders and what cannot be read. */
export async function readPlain(path: string): Promise<Buffer | undefined> {
  const file = await openPlain(path);
  try {
    return await file?.readFile();
  } finally {
    await file?.close();
  }
}

/** SHA-256 (hex) of a plain file, read in pieces; `undefined` where nothing is. Throws as `readPlain` does. */
export async function hashPlain(path: string): Promise<string | undefined> {
  const file = await openPlain(path);
  if (!file) return undefined;
  try {
    const { size } = await file.stat();
    if (size <= readWhole) return hashOf(await file.readFile());
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(1 << 16);
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) return hash.digest('hex');
      hash.update(buffer.subarray(0, bytesRead));
    }
  } finally {
    await file.close();
  }
}

async function openPlain(path: string) {
  let file;
  try {
    if (constants.O_NOFOLLOW === undefined && (await lstat(path)).isSymbolicLink())
      throw notAFile();
    file = await open(path, readFlags);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw code === 'ELOOP' ? notAFile() : error;
  }
  const found = await file.stat();
  if (found.isFile()) return file;
  await file.close();
  throw notAFile();
}

function notAFile(): Error {
  return Object.assign(new Error('not a plain file'), { code: 'ENOTFILE', syscall: 'open' });
}

/** Whether every folder between a root and a path (relative, `/`) is there and no link. */
export async function hasRealFolders(root: string, path: string): Promise<boolean> {
  for (const folder of parentFolders(path)) {
    const found = await lstat(join(root, folder)).catch(() => undefined);
    if (!found?.isDirectory()) return false;
  }
  return true;
}

/** Makes the names in a folder durable; systems that cannot do it are left as they are. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Writes a new private file and waits until its bytes are on the medium; its name needs `syncFolder`. */
export async function writeSynced(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Makes one folder in an existing one, durably; one that is there already is kept. */
export async function makeFolder(path: string, mode = 0o755): Promise<void> {
  try {
    await mkdir(path, { mode });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return;
  }
  await syncFolder(dirname(path));
}

/** Removes a file, durably. */
export async function removeFile(path: string): Promise<void> {
  await unlink(path);
  await syncFolder(dirname(path));
}

/** Runs `work` on each item, at most `limit` at a time; the first failure stops the rest and is thrown. */
export async function eachOf<Item>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  let next = 0;
  let failed = false;
  const run = async (): Promise<void> => {
    while (!failed && next < items.length) {
      const item = items[next] as Item;
      next += 1;
      try {
        await work(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const lanes = Array.from({ length: Math.min(limit, items.length) }, run);
  // All lanes come to rest before the failure goes on, so that nothing is written behind its back.
  const results = await Promise.allSettled(lanes);
  for (const result of results) if (result.status === 'rejected') throw result.reason;
}
