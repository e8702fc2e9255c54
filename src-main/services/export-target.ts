import { lstat, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { parentFolders } from '#core/export/target-path';
import { isInside } from '../security/contain.ts';
import { eachOf, hashPlain } from './export-files.ts';

/** Why a folder is not written into; goes as the detail of the failure `target-refused`. */
export type TargetRefusal =
  | 'not-a-folder'
  | 'inside-workspace'
  | 'bad-config'
  | 'git-busy'
  | 'replaced'
  | 'folder-link'
  | 'no-space'
  | 'busy';

/** The folder that an export goes to, known by more than its name. */
export interface TargetFolder {
  /** Absolute path without links. */
  readonly root: string;
  /** Device and inode; `undefined` for a folder that the export is to make. */
  readonly identity: string | undefined;
}

/** Looks at the folder an author chose; one that is missing counts if the folder above it is there. */
export async function findTarget(
  chosen: string,
  workspaceRoot: string,
): Promise<TargetFolder | TargetRefusal> {
  const path = resolve(chosen);
  const found = await stat(path, { bigint: true }).catch(
    (error: NodeJS.ErrnoException) => error.code,
  );
  let target: TargetFolder;
  if (found === 'ENOENT') {
    const above = await realpath(dirname(path)).catch(() => undefined);
    if (above === undefined || (await lstat(path).catch(() => undefined))) return 'not-a-folder';
    target = { root: join(above, basename(path)), identity: undefined };
  } else {
    if (found === undefined || typeof found === 'string' || !found.isDirectory()) {
      return 'not-a-folder';
    }
    target = { root: await realpath(path), identity: `${found.dev}:${found.ino}` };
  }
  const workspace = await realpath(workspaceRoot).catch(() => workspaceRoot);
  return isInside(workspace, target.root) ? 'inside-workspace' : target;
}

/** Whether the folder is still the one that was looked at. */
export async function isSameTarget({ root, identity }: TargetFolder): Promise<boolean> {
  const found = await lstat(root, { bigint: true }).catch(() => undefined);
  if (!found) return identity === undefined;
  return (
    identity === `${found.dev}:${found.ino}` &&
    (await realpath(root).catch(() => undefined)) === root
  );
}

/** What a target has at the given paths: hashes, the names beside them, and folders that are none. */
export async function listTarget(
  root: string,
  paths: readonly string[],
  onFile: (done: number, total: number) => void,
): Promise<{
  readonly files: Map<string, string | undefined>;
  readonly names: string[];
  readonly unusableFolders: Set<string>;
}> {
  const wanted = [...new Set(paths)];
  const names: string[] = [];
  const unusableFolders = new Set<string>();
  const there = new Set<string>();
  const folders = [...new Set(['', ...wanted.flatMap((path) => parentFolders(path))])].sort();
  for (const folder of folders) {
    const above = folder === '' ? '' : (parentFolders(folder).at(-1) ?? '');
    if (folder !== '' && (!there.has(folder) || unusableFolders.has(above))) continue;
    const found = await lstat(join(root, folder)).catch(() => undefined);
    if (!found) continue;
    if (!found.isDirectory()) {
      unusableFolders.add(folder);
      continue;
    }
    for (const name of await readdir(join(root, folder))) {
      const path = folder === '' ? name : `${folder}/${name}`;
      there.add(path);
      names.push(path);
    }
  }
  const files = new Map<string, string | undefined>();
  let done = 0;
  await eachOf(wanted, 8, async (path) => {
    const reachable = !parentFolders(path).some((folder) => unusableFolders.has(folder));
    if (reachable && there.has(path)) {
      files.set(
        path,
        await hashPlain(join(root, path)).catch((error: NodeJS.ErrnoException) => {
          if (error.code === 'ENOTFILE') return undefined;
          throw error;
        }),
      );
    }
    done += 1;
    onFile(done, wanted.length);
  });
  return { files, names, unusableFolders };
}

const gitStates = ['index.lock', 'MERGE_HEAD', 'rebase-merge', 'rebase-apply', 'CHERRY_PICK_HEAD'];

/** Whether git is in the middle of something in this folder. Only looks for files; no git runs. */
export async function isGitBusy(root: string): Promise<boolean> {
  const dotGit = join(root, '.git');
  const found = await lstat(dotGit).catch(() => undefined);
  if (!found) return false;
  let folder = dotGit;
  if (found.isFile()) {
    // A worktree or submodule: one line says where its state is.
    const line = await readFile(dotGit, 'utf8').catch(() => '');
    const place = /^gitdir: (.+)$/m.exec(line)?.[1];
    if (place === undefined) return false;
    folder = resolve(root, place);
  }
  const states = await Promise.all(
    gitStates.map((name) => lstat(join(folder, name)).catch(() => undefined)),
  );
  return states.some((state) => state !== undefined);
}
