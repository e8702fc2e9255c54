import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const pollMs = 50;

/** Short name of a target for locks and journals: the same for every process that means the same folder. */
export function targetKey(root: string): string {
  return createHash('sha256').update(root).digest('hex').slice(0, 32);
}

/** Says which process of which boot holds a lock, so that a number used again is not taken for it. */
async function describeProcess(pid: number): Promise<string> {
  const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  // Field 22 counts from after the name, which may itself hold blanks and brackets.
  const started = status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${boot.trim()} ${started}`;
}

async function isHeld(holder: string): Promise<boolean> {
  const pid = Number(holder.split(' ')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return holder.startsWith(await describeProcess(pid));
}

/** Creates the lock file together with its content, in one step; false where one is there. */
async function claim(path: string, holder: string): Promise<boolean> {
  const own = `${path}.${randomBytes(8).toString('hex')}`;
  await writeFile(own, holder, { mode: 0o600, flag: 'wx' });
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Removes a lock whose process is gone; true where it did. */
async function removeStale(path: string): Promise<boolean> {
  const takeover = `${path}.takeover`;
  const other = await readFile(takeover, 'utf8').catch(() => undefined);
  if (other !== undefined && !(await isHeld(other))) await rm(takeover, { force: true });
  // Only one process at a time may judge and remove, or it could remove its successor's lock.
  if (!(await claim(takeover, await describeProcess(process.pid)))) return false;
  try {
    const holder = await readFile(path, 'utf8').catch(() => undefined);
    if (holder === undefined || (await isHeld(holder))) return false;
    const aside = `${path}.${randomBytes(4).toString('hex')}`;
    await rename(path, aside).catch(() => undefined);
    await rm(aside, { force: true });
    return true;
  } finally {
    await rm(takeover, { force: true });
  }
}

/**
 * Holds the one lock for exports into a target (its `targetKey`), among all processes that share the
 * data folder, while `work` runs. Waits at most `waitMs` for another holder, then gives `busy` and does not run it.
 */
export async function withExportLock<Value>(
  exportsFolder: string,
  key: string,
  waitMs: number,
  work: () => Promise<Value>,
): Promise<Value | 'busy'> {
  const locks = join(exportsFolder, 'locks');
  await mkdir(locks, { recursive: true, mode: 0o700 });
  const path = join(locks, `${key}.lock`);
  // The random part tells two exports of one process apart.
  const holder = `${await describeProcess(process.pid)} ${randomBytes(8).toString('hex')}`;
  for (let waitedMs = 0; !(await claim(path, holder)); waitedMs += pollMs) {
    if (await removeStale(path)) continue;
    if (waitedMs >= waitMs) return 'busy';
    await delay(pollMs);
  }
  try {
    return await work();
  } finally {
    if ((await readFile(path, 'utf8').catch(() => '')) === holder) await rm(path, { force: true });
  }
}
