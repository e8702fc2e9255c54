import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { appendFile } from './append-file.ts';
import { type Disk, realDisk } from './disk.ts';
import { isOfLaterFormat, type ReadJournal, readJournal } from './journal-file.ts';
import { type Saver, sweepTemporaries } from './saver.ts';

/** The generations of one guide's journal: files `<number>.journal`, of which the newest counts. */
export interface JournalFolder {
  /**
   * The newest generation that is whole enough to read. Damaged ones are moved aside, never deleted; so are
   * those of a later version of the application, until that reads them again (F32).
   */
  readNewest(): Promise<(ReadJournal & { readonly generation: number }) | undefined>;
  /** Begins a generation; the one before it stays, older ones go. Throws. */
  begin(generation: number, bytes: Uint8Array): Promise<void>;
  /** Writes on in a generation, from a length on. Throws. */
  append(generation: number, bytes: Uint8Array, length: number): Promise<void>;
  /** Removes every generation; for a guide without unsaved text. What was moved aside stays. */
  remove(): Promise<void>;
  /** Keeps everything under another name, where it is not offered any more. */
  putAside(now: number): Promise<void>;
}

const generationName = /^(\d{8})\.journal$/;
/** Of a later version. */
const laterName = /^(\d{8})\.journal\.later$/;
const asideName = /^[0-9a-f]{16}\.aside-(\d+)$/;
/** How long a journal that was put aside is kept: 30 days, as the trash. */
const asideMs = 30 * 24 * 60 * 60 * 1000;

/** The journal of one guide in `folder`, which need not exist. */
export function createJournalFolder(
  folder: string,
  saver: Saver,
  disk: Disk = realDisk,
): JournalFolder {
  const fileOf = (generation: number): string =>
    join(folder, `${String(generation).padStart(8, '0')}.journal`);

  async function generations(pattern = generationName): Promise<number[]> {
    const names = await readdir(folder).catch(() => []);
    return names
      .flatMap((name) => {
        const number = pattern.exec(name)?.[1];
        return number === undefined ? [] : [Number(number)];
      })
      .sort((a, b) => b - a);
  }

  /** What an earlier version of the application could not read, where this one can. */
  async function readLater(): ReturnType<JournalFolder['readNewest']> {
    for (const generation of await generations(laterName)) {
      const path = fileOf(generation);
      const bytes = await readFile(`${path}.later`).catch(() => undefined);
      const read = bytes && readJournal(bytes);
      if (read === undefined) continue;
      await rename(`${path}.later`, path);
      return { ...read, generation };
    }
    return undefined;
  }

  /** Names of what was moved aside for as long as nobody can read it. */
  async function laterFiles(of: string): Promise<string[]> {
    return (await readdir(of).catch(() => [])).filter((name) => laterName.test(name));
  }

  return {
    async readNewest() {
      for (const generation of await generations()) {
        const path = fileOf(generation);
        const bytes = await readFile(path).catch(() => undefined);
        if (bytes === undefined) continue;
        const read = readJournal(bytes);
        if (read !== undefined) {
          // What is behind the whole records is kept aside before anything is written over it.
          if (read.damaged) {
            const rest = bytes.subarray(read.length);
            const kept = {
              path: `${path}.damaged`,
              bytes: rest,
              expected: 'any',
              mode: 0o600,
            } as const;
            await saver.save(kept);
          }
          return { ...read, generation };
        }
        const aside = isOfLaterFormat(bytes) ? 'later' : 'damaged';
        await rename(path, `${path}.${aside}`).catch(() => undefined);
      }
      return readLater();
    },
    async begin(generation, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const path = fileOf(generation);
      const outcome = await saver.save({ path, bytes, expected: 'any', mode: 0o600 });
      if (!outcome.ok) {
        throw Object.assign(new Error('journal'), { code: outcome.failure.detail });
      }
      for (const old of await generations()) {
        if (old < generation - 1) await rm(fileOf(old), { force: true });
      }
      await sweepTemporaries(folder);
    },
    append: (generation, bytes, length) => appendFile(disk, fileOf(generation), bytes, length),
    async remove() {
      for (const generation of await generations()) await rm(fileOf(generation), { force: true });
      await sweepTemporaries(folder);
      // Not where something lies aside.
      await rmdir(folder).catch(() => undefined);
    },
    async putAside(now) {
      const aside = `${folder}.aside-${now}`;
      try {
        await rename(folder, aside);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
        throw error;
      }
      for (const name of await laterFiles(aside)) {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await rename(join(aside, name), join(folder, name));
      }
    },
  };
}

/** The folders of journals below `parent`, without those put aside; of the latter, the old ones are removed. */
export async function listJournalFolders(parent: string, now: number): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  const kept: string[] = [];
  for (const name of names) {
    const aside = asideName.exec(name)?.[1];
    if (aside === undefined) {
      const isFolder = await stat(join(parent, name)).then(
        (found) => found.isDirectory(),
        () => false,
      );
      if (isFolder && /^[0-9a-f]{16}$/.test(name)) kept.push(join(parent, name));
    } else if (now - Number(aside) > asideMs) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
  return kept;
}

/**
 * Makes a folder that only this user can look into, where it is not there yet; false where somebody else
 * could have made it: in a place that all users share, its name can be guessed.
 */
export async function isPrivateFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const found = await lstat(folder);
    if (process.platform === 'win32') return found.isDirectory();
    const isOurs = found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
    return found.isDirectory() && isOurs;
  } catch {
    return false;
  }
}
