import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** Knows open guides by what their names stand for on the disk, and finds where a file went that was moved. */
export interface MovedFiles {
  /** What lies at a path (relative, with `/`) now is the guide that is open. */
  note(path: string): Promise<void>;
  forget(path: string): void;
  /**
   * Where the file that was noted at a path is now; `undefined` where it is nowhere in the folder. It may hold
   * other bytes by then, or be another one that got the same number: its bytes tell.
   */
  find(path: string): Promise<string | undefined>;
}

/** Files and folders looked at, at most; whoever keeps more has them where no guide is. */
const mostSeen = 200_000;

/** Makes the finder of one folder. */
export function createMovedFiles(root: string): MovedFiles {
  const noted = new Map<string, string>();
  let running: Promise<ReadonlyMap<string, string>> | undefined;
  let next: Promise<ReadonlyMap<string, string>> | undefined;

  async function numberOf(path: string): Promise<string | undefined> {
    const found = await lstat(join(root, path), { bigint: true }).catch(() => undefined);
    return found?.isFile() === true ? `${found.dev} ${found.ino}` : undefined;
  }

  /** The path of each Markdown file that has a number somebody looks for. */
  async function walk(): Promise<ReadonlyMap<string, string>> {
    const wanted = new Set(noted.values());
    const found = new Map<string, string>();
    const folders = [''];
    let seen = 0;
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      const entries = await opendir(join(root, folder)).catch(() => undefined);
      if (!entries) continue;
      for await (const entry of entries) {
        if ((seen += 1) > mostSeen) return found;
        if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) folders.push(path);
        else if (entry.isFile() && /\.(?:md|markdown|mdx)$/i.test(entry.name)) {
          const number = await numberOf(path);
          if (number !== undefined && wanted.has(number)) found.set(number, path);
        }
      }
    }
    return found;
  }

  function start(): Promise<ReadonlyMap<string, string>> {
    running = walk().finally(() => (running = undefined));
    return running;
  }

  /** A walk that begins from here on; those who ask while another goes on share the one after it. */
  function look(): Promise<ReadonlyMap<string, string>> {
    if (!running) return start();
    next ??= running.then(() => {
      next = undefined;
      return start();
    });
    return next;
  }

  return {
    async note(path) {
      const number = await numberOf(path);
      if (number !== undefined) noted.set(path, number);
    },
    forget: (path) => void noted.delete(path),
    async find(path) {
      const number = noted.get(path);
      if (number === undefined) return undefined;
      const found = (await look()).get(number);
      return found === path ? undefined : found;
    },
  };
}
