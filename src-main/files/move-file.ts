import { randomBytes } from 'node:crypto';
import type { BigIntStats } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileKey } from '#core/catalog/file-name';
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
    else if (await isOtherSpelling(disk, from, to, moving, there)) {
      await respell(disk, from, to);
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
 * under the old name only. Two hard links of one file are two names, and stay. Some disks give a file
 * another number under each spelling (exFAT): there it is known by being alone with its name.
 */
async function isOtherSpelling(
  disk: Disk,
  from: string,
  to: string,
  moving: BigIntStats,
  there: BigIntStats,
): Promise<boolean> {
  const names = await disk.readdir(dirname(to));
  if (there.dev !== moving.dev || names.includes(basename(to))) return false;
  if (there.ino === moving.ino) return true;
  const alike = names.filter((name) => fileKey(name) === fileKey(basename(to)));
  const isAlone = alike.length === 1 && alike[0] === basename(from);
  const isAlike = there.size === moving.size && there.mtimeNs === moving.mtimeNs;
  return dirname(from) === dirname(to) && isAlone && isAlike;
}

/**
 * Gives a file the other spelling of its name. Linux takes both for one name on some disks and does
 * nothing: there the file goes by way of a third name, under which it is still listed as what it is.
 */
async function respell(disk: Disk, from: string, to: string): Promise<void> {
  await retry(whileHeld, () => disk.rename(from, to));
  if ((await disk.readdir(dirname(to))).includes(basename(to))) return;
  const between = join(dirname(to), `shirube-${randomBytes(8).toString('hex')}${extname(to)}`);
  await retry(whileHeld, () => disk.rename(from, between));
  try {
    await retry(whileHeld, () => disk.rename(between, to));
  } catch (error) {
    await disk.rename(between, from);
    throw error;
  }
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
