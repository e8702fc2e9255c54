import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  readSync,
  type Stats,
} from 'node:fs';
import { type FileHandle, readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fdir } from 'fdir';
import { hasLostName } from '#core/catalog/file-name';
import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import { contain, isInside } from '../security/contain.ts';
import { checkRelativePath } from '../security/relative-path.ts';
import { createGlobMatcher, globRoots } from './guide-globs.ts';
import { openContained } from './read-contained.ts';

/** How many files are looked at or read at once: enough to keep the disk busy, few enough for open file limits (F10). */
const concurrency = 32;

/** Runs `work` on every item, a few at once, and gives the results in order. */
async function mapFew<In, Out>(
  items: readonly In[],
  work: (item: In) => Promise<Out>,
): Promise<readonly Out[]> {
  const results: Out[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let index = next++; index < items.length; index = next++) {
      results[index] = await work(items[index] as In);
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
  return results;
}

/** Lets a few callers in at once; the others wait their turn. */
function createGate(places: number): <Value>(work: () => Promise<Value>) => Promise<Value> {
  let free = places;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/**
 * Reads a file below a real root at once. This runs in processes without a window, where one call to
 * the kernel costs a tenth of a promise for it: a list of thousands is there several times sooner.
 * Where the kernel tells what was opened, one question replaces looking at every folder on the way;
 * `undefined` sends links, other systems and whatever is unusual the careful way.
 */
function readDirectly(
  realRoot: string,
  path: string,
  limit: number | undefined,
): Uint8Array | undefined {
  if (process.platform !== 'linux' || checkRelativePath(path, 'read') !== undefined)
    return undefined;
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
  let file: number | undefined;
  try {
    file = openSync(`${realRoot}/${path}`, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    if (!isInside(realRoot, readlinkSync(`/proc/self/fd/${file}`))) return undefined;
    const found = fstatSync(file);
    if (!found.isFile()) return undefined;
    const bytes = Buffer.alloc(Math.min(found.size, limit ?? found.size));
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(file, bytes, length, bytes.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

async function readBytes(
  file: FileHandle,
  limit: number | undefined,
): Promise<Uint8Array | undefined> {
  const found = await file.stat();
  if (!found.isFile()) return undefined;
  const size = Math.min(found.size, limit ?? found.size);
  const bytes = Buffer.alloc(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await file.read(bytes, length, size - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

/** The disk below `root` as the engine sees it: read only, no link followed that leads out. */
export function createNodeWorkspaceFiles(root: string): WorkspaceFiles {
  let realRoot: Promise<string> | undefined;
  const findRoot = (): Promise<string> => (realRoot ??= realpath(root));
  const gate = createGate(concurrency);

  async function crawl(base: string): Promise<readonly string[]> {
    const top = base === '' ? await findRoot() : await contain(await findRoot(), base, 'read');
    const folder = typeof top === 'string' ? top : top.ok ? top.path : undefined;
    if (folder === undefined) return [];
    const paths = await new fdir({ suppressErrors: true, pathSeparator: '/' })
      .withRelativePaths()
      .exclude((name) => name === 'node_modules' || name.startsWith('.'))
      .crawl(folder)
      .withPromise();
    return base === '' ? paths : paths.map((path) => `${base}/${path}`);
  }

  async function describe(base: string, path: string): Promise<ListedFile | undefined> {
    // Listed as what cannot be opened; there is no way to ask for it by this name.
    if (hasLostName(path)) return { path, bytes: 0, modifiedMs: 0 };
    let found: Stats | undefined = lstatSync(join(base, path), { throwIfNoEntry: false });
    if (found?.isSymbolicLink() === true) {
      const contained = await contain(base, path, 'read');
      found = contained.ok ? await stat(contained.path).catch(() => undefined) : undefined;
    }
    if (found?.isFile() !== true) return undefined;
    return { path, bytes: found.size, modifiedMs: found.mtimeMs };
  }

  async function isListed(base: string, path: string): Promise<boolean> {
    const names = await readdir(join(base, dirname(path))).catch((): string[] => []);
    return names.includes(basename(path));
  }

  return {
    async list(globs) {
      const matches = createGlobMatcher(globs);
      const lists = await Promise.all(globRoots(globs).map(crawl));
      const paths = [...new Set(lists.flat())].filter(matches);
      const base = await findRoot();
      const files = await mapFew(paths.sort(), (path) => describe(base, path));
      return files.filter((file) => file !== undefined);
    },
    read: (path, limit) =>
      gate(async () => {
        const base = await findRoot().catch(() => undefined);
        if (base === undefined) return undefined;
        if (hasLostName(path)) return (await isListed(base, path)) ? new Uint8Array() : undefined;
        const direct = readDirectly(base, path, limit);
        if (direct) return direct;
        const opened = await openContained(base, path);
        if (!opened.ok) return undefined;
        const { file } = opened;
        try {
          return await readBytes(file, limit);
        } catch {
          return undefined;
        } finally {
          await file.close();
        }
      }),
  };
}
