import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { type CliContext, refusal } from './cli-context.ts';

/** Arguments of a command, found on disk: the workspace they belong to, and where in it they are. */
export interface FoundPaths {
  /** Absolute and real. */
  readonly root: string;
  /** Relative to the root, with `/`; empty for the root itself. */
  readonly paths: readonly { readonly path: string; readonly isFolder: boolean }[];
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() === true;
}

/** The nearest folder from `folder` upwards that has `.shirube`, else `folder` itself. */
async function findRoot(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if (await isFolder(join(at, '.shirube'))) return at;
    if (dirname(at) === at) return folder;
  }
}

/** Finds the arguments of a command; refuses what is not there, and paths of two workspaces. */
export async function findPaths(args: readonly string[], context: CliContext): Promise<FoundPaths> {
  const found: { root: string; absolute: string; isFolder: boolean; given: string }[] = [];
  for (const given of args) {
    const absolute = await realpath(resolve(context.cwd, given)).catch((error: unknown) => {
      const { code } = error as NodeJS.ErrnoException;
      const missing = code === 'ENOENT' || code === 'ENOTDIR';
      throw refusal(context, missing ? 'notFound' : 'unreadable', { path: given });
    });
    const folder = await isFolder(absolute);
    // A file goes by the place that was named: whether a link may be followed is decided where it lies.
    const named = resolve(context.cwd, given);
    const place = folder ? absolute : join(await realpath(dirname(named)), basename(named));
    const root = await findRoot(folder ? absolute : dirname(place));
    found.push({ root, absolute: place, isFolder: folder, given });
  }
  const [first, ...others] = found;
  if (!first) throw refusal(context, 'notFound', { path: '.' });
  // A folder without `.shirube` is its own workspace, but not beside one that holds it.
  const other = others.find(({ root }) => root !== first.root);
  if (other) {
    throw refusal(context, 'twoWorkspaces', { first: first.given, second: other.given });
  }
  const paths = found.map(({ absolute, ...rest }) => ({
    path: relative(first.root, absolute).split(sep).join('/'),
    isFolder: rest.isFolder,
  }));
  return { root: first.root, paths };
}
