import { lstat, realpath } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { checkRelativePath, type PathUse } from './relative-path.ts';

/** Where a path given by content, a schema or a window really lies, or why it is not followed. */
export type Contained =
  | { readonly ok: true; readonly path: string }
  | { readonly ok: false; readonly reason: 'outside' | 'symlink' | 'name' };

/**
 * The real absolute path of `relativePath` (with `/`) under `root`, which need not exist yet. A link is
 * followed where its target lies inside; one that leads out, or nowhere, gives `symlink`. Names that
 * some system cannot hold give `name`, unless the path is only to be read (`use`).
 */
export async function contain(
  root: string,
  relativePath: string,
  use: PathUse = 'write',
): Promise<Contained> {
  const flaw = checkRelativePath(relativePath, use);
  if (flaw !== undefined) return { ok: false, reason: flaw };
  const realRoot = await realpath(root).catch(() => undefined);
  if (realRoot === undefined) return { ok: false, reason: 'outside' };

  const segments = relativePath.split('/');
  let path = realRoot;
  for (const [index, segment] of segments.entries()) {
    const next = join(path, segment);
    const found = await lstat(next).catch((error: NodeJS.ErrnoException) => error.code);
    // What does not exist cannot lead anywhere: the rest is appended as written.
    if (found === 'ENOENT') return { ok: true, path: join(next, ...segments.slice(index + 1)) };
    if (found === undefined || typeof found === 'string') return { ok: false, reason: 'outside' };
    if (!found.isSymbolicLink()) {
      path = next;
      continue;
    }
    const target = await realpath(next).catch(() => undefined);
    if (target === undefined || !isInside(realRoot, target)) {
      return { ok: false, reason: 'symlink' };
    }
    path = target;
  }
  return { ok: true, path };
}

/** Whether `path` is `root` or lies below it; both absolute and real, compared by whole names. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
