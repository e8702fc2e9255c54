import { stat } from 'node:fs/promises';
import type { RecentFolder } from '#core/ipc/contract';
import type { Stores } from './stores.ts';

/** Folders remembered. */
const remembered = 12;

/** The folders opened on this machine. */
export interface RecentFolders {
  /** Newest first; those that are not there at the moment are left out, but not forgotten. */
  list(): Promise<readonly RecentFolder[]>;
  /** Puts a folder first. */
  add(root: string, name: string): Promise<void>;
}

/** `onChange` hears the new list, for the menu. */
export function createRecentFolders(
  store: Stores['recent'],
  now: () => number,
  onChange: (folders: readonly RecentFolder[]) => void,
): RecentFolders {
  async function list(): Promise<readonly RecentFolder[]> {
    const { folders } = await store.read();
    const there = await Promise.all(
      folders.map(({ root }) =>
        stat(root).then(
          (found) => found.isDirectory(),
          () => false,
        ),
      ),
    );
    return folders.filter((_, index) => there[index]);
  }
  return {
    list,
    async add(root, name) {
      await store.update(({ folders }) => ({
        folders: [
          { root, name, openedAt: now() },
          ...folders.filter((folder) => folder.root !== root),
        ].slice(0, remembered),
      }));
      onChange(await list());
    },
  };
}
