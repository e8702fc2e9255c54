import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Failure } from '#core/ipc/contract';
import type { Disk } from './disk.ts';
import { hashOf } from './hash.ts';
import { retry, whileHeld, whileTooManyOpen } from './retry.ts';

/** What is saved, and what must be there before: a hash (hex), nothing (`null`), or whatever is (`any`). */
export interface SaveRequest {
  /** Absolute path of the file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: string | null | 'any';
  /** Permission bits of a new file, 0644 unless given; an existing file keeps its own. */
  readonly mode?: number;
}

/** The file is whole and new (with its hash), or untouched. */
export type SaveOutcome =
  | { readonly ok: true; readonly hash: string; readonly warning?: SaveWarning }
  | { readonly ok: false; readonly failure: Failure };

/** Saved, but: not surely on the medium yet, or without its owner or its further names (hard links). */
type SaveWarning = 'durability-unknown' | 'metadata-lost';

/** Names of our temporary files; short, so that a name of 255 bytes can still be saved (F24). */
export const temporaryName = /^\.shirube-[0-9a-f]{16}\.tmp$/;

// Windows has no O_NOFOLLOW; O_EXCL alone refuses a planted link there.
const createFlags =
  constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0);

/** A save that is refused for what is there, not for an error of the disk. */
export class Refusal extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.code);
    this.failure = failure;
  }
}

/**
 * Replaces a file so that at every instant the old or the new bytes are there, whole: a temporary
 * file beside the real one (links are followed), written in full, synced, put in place by one
 * rename, and the folder synced, without which a power cut may bring the old text back. Throws.
 */
export async function writeFile(
  disk: Disk,
  request: SaveRequest,
): Promise<Extract<SaveOutcome, { ok: true }>> {
  const path = await realPathOf(disk, request.path);
  const before = await disk.stat(path).catch(absent);
  if (before !== undefined) {
    if (!before.isFile()) throw new Refusal({ code: 'not-allowed', detail: 'not a file' });
    // A rename would replace a read-only file where the folder allows it.
    await disk.access(path, constants.W_OK);
  }
  await checkExpected(disk, path, request.expected);

  const temporary = join(dirname(path), `.shirube-${randomBytes(8).toString('hex')}.tmp`);
  const file = await retry(whileTooManyOpen, () => disk.open(temporary, createFlags, 0o600));
  let metadataKept: boolean;
  try {
    // A close that fails (network drives report a full disk there) must not pass for a save.
    try {
      metadataKept = await fill(file, request, before);
    } finally {
      await file.close();
    }
    // What is there may have changed meanwhile.
    await checkExpected(disk, path, request.expected);
    if (request.expected === null) await putAnew(disk, temporary, path);
    else await retry(whileHeld, () => disk.rename(temporary, path));
  } catch (error) {
    await disk.unlink(temporary).catch(() => undefined);
    throw error;
  }
  const durable = await syncFolder(disk, dirname(path));
  const hash = hashOf(request.bytes);
  if (!durable) {
    // A disk that fails here may have lost the name, or what is under it: only what can be read counts.
    if (hashOf(await readSoon(disk, path)) !== hash) throw unreadable();
    return { ok: true, hash, warning: 'durability-unknown' };
  }
  return metadataKept ? { ok: true, hash } : { ok: true, hash, warning: 'metadata-lost' };
}

/** Where the bytes really go: the target of a link, or the path itself where nothing is. */
async function realPathOf(disk: Disk, path: string): Promise<string> {
  const real = await disk.realpath(path).catch(absent);
  if (real !== undefined) return real;
  const folder = await disk.realpath(dirname(path));
  // A link to nowhere would be replaced by a file, or create one in a place nobody has looked at.
  if ((await disk.lstat(path).catch(absent)) !== undefined) {
    throw new Refusal({ code: 'not-found', detail: 'a link to nowhere' });
  }
  return join(folder, basename(path));
}

async function checkExpected(
  disk: Disk,
  path: string,
  expected: SaveRequest['expected'],
): Promise<void> {
  if (expected === 'any') return;
  const bytes = await readSoon(disk, path).catch(absent);
  if (expected === null && bytes !== undefined) {
    throw new Refusal({ code: 'already-exists', detail: 'EEXIST' });
  }
  if (expected !== null && (bytes === undefined || hashOf(bytes) !== expected)) {
    const detail = bytes === undefined ? 'gone' : 'other bytes';
    throw new Refusal({ code: 'changed-on-disk', detail });
  }
}

const unreadable = (): Error =>
  Object.assign(new Error('not what was written'), { code: 'EIO', syscall: 'read' });

function readSoon(disk: Disk, path: string): Promise<Buffer> {
  return retry(whileTooManyOpen, () => disk.readFile(path));
}

/** Fills and syncs the temporary file; tells whether owner and further names come through. */
async function fill(
  file: FileHandle,
  request: SaveRequest,
  before: Stats | undefined,
): Promise<boolean> {
  await file.writeFile(request.bytes);
  const { size, uid, gid } = await file.stat();
  if (size !== request.bytes.byteLength) {
    throw Object.assign(new Error('short write'), { code: 'ENOSPC', syscall: 'write' });
  }
  let kept = (before?.nlink ?? 1) === 1;
  if (before !== undefined && (uid !== before.uid || gid !== before.gid)) {
    kept = await file.chown(before.uid, before.gid).then(
      () => kept,
      () => false,
    );
  }
  const mode = (before?.mode ?? request.mode ?? 0o644) & 0o7777;
  // After chown, which clears set-id bits. Some disks have no permissions and say so, or say nothing.
  await file.chmod(mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM' && error.code !== 'ENOTSUP') throw error;
  });
  await file.sync();
  return kept && ((await file.stat()).mode & 0o7777) === mode;
}

/** Puts a new file in place without ever replacing one that came first, not even in a race. */
async function putAnew(disk: Disk, temporary: string, path: string): Promise<void> {
  try {
    await disk.link(temporary, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error;
    // No hard links here (exFAT, some network drives): claim the name first, then replace the claim.
    await (await disk.open(path, 'wx', 0o600)).close();
    try {
      await retry(whileHeld, () => disk.rename(temporary, path));
    } catch (failed) {
      // Only a claim is without a byte: what came in its place meanwhile stays.
      const { size } = await disk.stat(path);
      if (size === 0) await disk.unlink(path);
      throw failed;
    }
    return;
  }
  await disk.unlink(temporary).catch(() => undefined);
}

/** Makes names in a folder last through a power cut; false where the system cannot tell. */
export async function syncFolder(disk: Disk, folder: string): Promise<boolean> {
  // Windows cannot open a folder to sync it; NTFS journals the rename itself.
  if (process.platform === 'win32') return true;
  try {
    const handle = await retry(whileTooManyOpen, () => disk.open(folder, 'r'));
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
    return true;
  } catch {
    return false;
  }
}

/** For `catch`: what is not there is `undefined`, every other error stays one. */
export function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined;
  throw error;
}
