import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { temporaryName } from './write-file.ts';

/** A folder being watched; what it says is a hint where to look, never the truth. */
export interface FolderWatch {
  stop(): Promise<void>;
}

/**
 * Watches a folder with all below it. `onHint` gets paths relative to it (with `/`) that may have
 * changed, or `undefined` where events were lost and everything may have. Gives `undefined` where the
 * system cannot watch (watches used up, network drive): the caller then has to look by itself.
 */
export async function watchFolder(
  root: string,
  onHint: (paths: readonly string[] | undefined) => void,
): Promise<FolderWatch | undefined> {
  try {
    const { subscribe } = await import('@parcel/watcher');
    const realRoot = await realpath(root);
    const subscription = await subscribe(
      realRoot,
      (error, events) => {
        if (error !== null) return onHint(undefined);
        const paths = events
          .map(({ path }) => relative(realRoot, path).split(sep).join('/'))
          .filter((path) => !temporaryName.test(path.slice(path.lastIndexOf('/') + 1)));
        if (paths.includes('')) onHint(undefined);
        else if (paths.length > 0) onHint([...new Set(paths)]);
      },
      { ignore: ['**/node_modules/**', '**/.git/**'] },
    );
    return { stop: () => subscription.unsubscribe() };
  } catch {
    return undefined;
  }
}
