import { constants } from 'node:fs';
import { type FileHandle, lstat, open, readlink, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fdir } from 'fdir';
import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import { contain, isInside } from '../security/contain.ts';
import { checkRelativePath } from '../security/relative-path.ts';
import { createGlobMatcher, globRoots } from './guide-globs.ts';
import { openContained } from './read-contained.ts';

/** How many files are looked at or read at once: enough to keep the disk busy, few enough for open file limits (F10). */
const concurrency = 32;

/** What Node puts where a file name is not UTF-8; no such file could be opened by that name (F23). */
const replacement = '\ufffd';

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
 * Opens a file below a real root. Where the kernel tells what was opened, one question replaces
 * looking at every folder on the way; links and other systems take the careful way.
 */
async function openInside(realRoot: string, path: string): Promise<FileHandle | undefined> {
  if (checkRelativePath(path, 'read') !== undefined) return undefined;
  if (process.platform === 'linux') {
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    const file = await open(join(realRoot, path), O_RDONLY | O_NOFOLLOW | O_NONBLOCK).catch(
      () => undefined,
    );
    if (file) {
      const real = await readlink(`/proc/self/fd/${String(file.fd)}`).catch(() => undefined);
      if (real !== undefined && isInside(realRoot, real)) return file;
      await file.close();
    }
  }
  const opened = await openContained(realRoot, path);
  return opened.ok ? opened.file : undefined;
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

  async function describe(path: string): Promise<ListedFile | undefined> {
    const absolute = join(await findRoot(), path);
    let found = await lstat(absolute).catch(() => undefined);
    if (found?.isSymbolicLink() === true) {
      const contained = await contain(await findRoot(), path, 'read');
      found = contained.ok ? await stat(contained.path).catch(() => undefined) : undefined;
    }
    if (found?.isFile() !== true) return undefined;
    return { path, bytes: found.size, modifiedMs: found.mtimeMs };
  }

  return {
    async list(globs) {
      const matches = createGlobMatcher(globs);
      const lists = await Promise.all(globRoots(globs).map(crawl));
      const paths = [...new Set(lists.flat())].filter(
        (path) => !path.includes(replacement) && matches(path),
      );
      const files = await mapFew(paths.sort(), describe);
      return files.filter((file) => file !== undefined);
    },
    read: (path, limit) =>
      gate(async () => {
        const file = await openInside(await findRoot(), path).catch(() => undefined);
        if (!file) return undefined;
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
