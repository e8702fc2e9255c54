import { randomBytes } from 'node:crypto';
import { constants, type Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Failure } from '#core/ipc/contract';
import type { SaveWarning } from '#core/ipc/save-warning';
import type { Disk } from './disk.ts';
import type { FileAttributes } from './file-attributes.ts';
import { hashOf } from './hash.ts';
import { retry, whileHeld, whileTooManyOpen } from './retry.ts';
import { writeInPlace } from './write-in-place.ts';

/** What is saved, and what must be there before: a hash (hex), nothing (`null`), or whatever is (`any`). */
export interface SaveRequest {
  /** Absolute path of the file. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly expected: string | null | 'any';
  /**
   * Permission bits of a new file that is the application's own; 0644 unless given. An existing file keeps
   * its own.
   */
  readonly mode?: number;
  /**
   * What to do with a file that has further names (hard links): give this name a file of its own (unless
   * said otherwise), refuse with `several-names`, or write into the file itself (F15).
   */
  readonly names?: 'split' | 'refuse' | InPlace;
}

/** Writes into a file itself, once what lies there is kept elsewhere: `backUp` gives whether it is. */
export interface InPlace {
  readonly backUp: (bytes: Uint8Array) => Promise<boolean>;
}

/** The file is whole and new (with its hash), or untouched. */
export type SaveOutcome =
  | { readonly ok: true; readonly hash: string; readonly warnings?: readonly SaveWarning[] }
  | { readonly ok: false; readonly failure: Failure };

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
  attributes: FileAttributes,
  request: SaveRequest,
): Promise<Extract<SaveOutcome, { ok: true }>> {
  const path = await realPathOf(disk, request.path);
  // What need not wait for each other does not: a save costs little more than its writes and syncs.
  const [before, refusal] = await Promise.all([
    disk.stat(path).catch(absent),
    disk.access(path, constants.W_OK).catch((error: Error) => error),
  ]);
  if (before !== undefined) {
    if (!before.isFile()) throw new Refusal({ code: 'not-allowed', detail: 'not a file' });
    // A rename would replace a read-only file where the folder allows it.
    if (refusal instanceof Error) throw refusal;
  }
  await checkExpected(disk, path, request.expected);
  const hash = hashOf(request.bytes);
  if (before !== undefined && before.nlink > 1) {
    const { names } = request;
    if (names === 'refuse') {
      throw new Refusal({ code: 'several-names', detail: `${before.nlink} names` });
    }
    if (typeof names === 'object') {
      await backUpAndWrite(disk, path, before, request, names);
      return { ok: true, hash };
    }
  }

  const temporary = join(dirname(path), `.shirube-${randomBytes(8).toString('hex')}.tmp`);
  const file = await retry(whileTooManyOpen, () => disk.open(temporary, createFlags, 0o600));
  let filled: Filled;
  try {
    // A close that fails (network drives report a full disk there) must not pass for a save.
    try {
      filled = await fill(file, { path, before, request, attributes });
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
  const warnings = [...filled.warnings];
  const [isDurable, after] = await Promise.all([
    syncFolder(disk, dirname(path)),
    filled.isPlain ? disk.stat(path).catch(() => undefined) : undefined,
  ]);
  if (!isDurable) {
    // A disk that fails here may have lost what lies there. Where even that cannot be read, the new name is
    // in place as far as anybody knows: taking it for unsaved would make a foreign text of it.
    const there = await readSoon(disk, path).catch(() => undefined);
    if (there !== undefined && hashOf(there) !== hash) throw unreadable();
    warnings.unshift('durability-unknown');
  }
  if (after !== undefined) attributes.noteNone(path, after);
  return warnings.length === 0 ? { ok: true, hash } : { ok: true, hash, warnings };
}

/** Keeps what lies in a file, then writes into the file itself, under all its names. */
async function backUpAndWrite(
  disk: Disk,
  path: string,
  found: Stats,
  { bytes, expected }: SaveRequest,
  { backUp }: InPlace,
): Promise<void> {
  const former = await readSoon(disk, path);
  if (expected !== 'any' && expected !== hashOf(former)) {
    throw new Refusal({ code: 'changed-on-disk', detail: 'other bytes' });
  }
  if (!(await backUp(former))) {
    throw new Refusal({ code: 'io', detail: 'no copy of the former text could be kept' });
  }
  await writeInPlace(disk, path, bytes, { bytes: former, found });
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

/** What a temporary file got, and whether the one it replaces has no attributes to look for again. */
interface Filled {
  readonly warnings: readonly SaveWarning[];
  readonly isPlain: boolean;
}

/** Fills and syncs the temporary file, and gives it what the file that it will replace has. */
async function fill(
  file: FileHandle,
  to: {
    readonly path: string;
    readonly before: Stats | undefined;
    readonly request: SaveRequest;
    readonly attributes: FileAttributes;
  },
): Promise<Filled> {
  const { path, before, request, attributes } = to;
  const isOurs = request.mode !== undefined;
  await file.writeFile(request.bytes);
  const { size, uid, gid } = await file.stat();
  if (size !== request.bytes.byteLength) {
    throw Object.assign(new Error('short write'), { code: 'ENOSPC', syscall: 'write' });
  }
  if (before !== undefined && (uid !== before.uid || gid !== before.gid)) {
    await file.chown(before.uid, before.gid).catch(() => undefined);
  }
  const carried =
    before === undefined || isOurs ? undefined : await attributes.carry(path, before, file);
  const mode = (before?.mode ?? request.mode ?? 0o644) & 0o7777;
  // After chown, which clears set-id bits. Some disks have no permissions and say so, or say nothing.
  await file.chmod(mode).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPERM' && error.code !== 'ENOTSUP') throw error;
  });
  const [made] = await Promise.all([file.stat(), file.sync()]);
  const warnings: SaveWarning[] = [];
  if (before !== undefined && (made.uid !== before.uid || made.gid !== before.gid)) {
    warnings.push('owner-lost');
  }
  if ((made.mode & 0o7777) !== mode) warnings.push('permissions-lost');
  if (carried === 'lost') warnings.push('attributes-lost');
  if (before !== undefined && before.nlink > 1 && request.names === undefined) {
    warnings.push('names-split');
  }
  return { warnings, isPlain: carried === 'none' };
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
