import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Days for which what lies in a trash of ours is kept. */
const keptDays = 30;
/** Each thing lies in a folder of its own, named by the time (milliseconds since 1970) it was put there. */
const placeName = /^(\d{13,16})-[0-9a-f]{8}$/;

/**
 * Makes an empty folder in a trash of ours for one thing, so that it keeps its name there; gives the
 * folder's name. Throws where the disk does not let it.
 */
export async function makeTrashPlace(trash: string, now: number): Promise<string> {
  await mkdir(trash, { recursive: true, mode: 0o700 });
  const name = `${String(Math.trunc(now)).padStart(13, '0')}-${randomBytes(4).toString('hex')}`;
  await mkdir(join(trash, name), { mode: 0o700 });
  return name;
}

/** Keeps a trash inside a folder of guides out of version control. */
export async function hideFromGit(trash: string): Promise<void> {
  await writeFile(join(trash, '.gitignore'), '*\n', { flag: 'wx' }).catch(() => undefined);
}

/** Takes away what has lain in a trash of ours for longer than 30 days; gives how many things it took away. */
export async function sweepTrash(trash: string, now: number): Promise<number> {
  let removed = 0;
  for (const name of await readdir(trash).catch(() => [])) {
    const since = Number(placeName.exec(name)?.[1] ?? Number.NaN);
    if (!(now - since > keptDays * 86_400_000)) continue;
    const found = await lstat(join(trash, name)).catch(() => undefined);
    if (found?.isDirectory() !== true) continue;
    removed += await rm(join(trash, name), { recursive: true }).then(
      () => 1,
      () => 0,
    );
  }
  return removed;
}
