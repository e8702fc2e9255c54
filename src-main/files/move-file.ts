import type { BigIntStats } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Failure } from '#core/ipc/contract';
import type { Disk } from './disk.ts';
import { toFailure } from './disk-failure.ts';
import { retry, whileHeld } from './retry.ts';
import { absent, Refusal, syncFolder } from './write-file.ts';

/** The file has its new name, whole, or still the old one; never none, and never in the place of another file. */
export type MoveOutcome = { readonly ok: true } | { readonly ok: false; readonly failure: Failure };

/** What file systems without hard links answer (exFAT, some network drives, files of other owners). */
const withoutLinks: ReadonlySet<string> = new Set([
  ...['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES', 'EINVAL', 'UNKNOWN'],
]);

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';
const bigint = { bigint: true } as const;

/**
 * Gives a file another name in the same or another folder of its volume. The new name is made first and
 * only where there is none; then the old one goes: a process killed between leaves both, of one file.
 */
export async function moveFile(disk: Disk, from: string, to: string): Promise<MoveOutcome> {
  try {
    const moving = await disk.lstat(from, bigint);
    if (moving.isSymbolicLink()) throw new Refusal({ code: 'linked', detail: 'symlink' });
    if (!moving.isFile()) throw new Refusal({ code: 'not-allowed', detail: 'not a file' });
    const there = await disk.lstat(to, bigint).catch(absent);
    if (there === undefined) await putUnder(disk, from, to, moving);
    else if (await isOtherSpelling(disk, to, moving, there)) {
      await retry(whileHeld, () => disk.rename(from, to));
    } else throw new Refusal({ code: 'already-exists', detail: 'EEXIST' });
    await syncFolder(disk, dirname(to));
    if (dirname(from) !== dirname(to)) await syncFolder(disk, dirname(from));
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    return { ok: false, failure: toFailure(error) };
  }
}

/**
 * Whether the new name is the file itself, on a disk that ignores case or accents: its folder lists it
 * under the old name only. Two hard links of one file are two names, and stay.
 */
async function isOtherSpelling(
  disk: Disk,
  to: string,
  moving: BigIntStats,
  there: BigIntStats,
): Promise<boolean> {
  if (moving.ino !== there.ino || moving.dev !== there.dev) return false;
  return !(await disk.readdir(dirname(to))).includes(basename(to));
}

async function putUnder(disk: Disk, from: string, to: string, moving: BigIntStats): Promise<void> {
  try {
    await disk.link(from, to);
  } catch (error) {
    if (!withoutLinks.has(codeOf(error))) throw error;
    return claimAndRename(disk, from, to);
  }
  try {
    // Another program may have saved under the old name meanwhile: its text is not ours to take away.
    const now = await disk.lstat(from, bigint);
    if (now.ino !== moving.ino) {
      throw new Refusal({ code: 'changed-on-disk', detail: 'replaced' });
    }
    await retry(whileHeld, () => disk.unlink(from));
  } catch (error) {
    // Gone by itself: then the new name is the only one, and stays.
    if (codeOf(error) === 'ENOENT') return;
    await disk.unlink(to).catch(() => undefined);
    throw error;
  }
}

/** Claims the name by an empty file of ours, which nobody can have written before, and replaces that. */
async function claimAndRename(disk: Disk, from: string, to: string): Promise<void> {
  const claim = await disk.open(to, 'wx', 0o600);
  const claimed = await claim.stat(bigint);
  await claim.close();
  try {
    await retry(whileHeld, () => disk.rename(from, to));
  } catch (error) {
    const left = await disk.lstat(to, bigint).catch(() => undefined);
    if (left?.ino === claimed.ino && left.size === 0n) await disk.unlink(to).catch(() => undefined);
    throw error;
  }
}
