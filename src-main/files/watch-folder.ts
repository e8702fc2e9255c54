import { realpath } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { Worker } from 'node:worker_threads';
import { temporaryName } from './write-file.ts';

/** A folder being watched; what it says is a hint where to look, never the truth. */
export interface FolderWatch {
  stop(): Promise<void>;
}

/** Runs in a thread of its own, whose loop has none of the system's watches yet. */
const tryToWatch = `
const { parentPort, workerData } = require('node:worker_threads');
let isFree = true;
try { require('node:fs').watch(workerData, () => undefined).close(); } catch { isFree = false; }
parentPort.postMessage(isFree);
`;

/**
 * Whether the system has one more watch to give. On Linux the watcher never comes back where it has none
 * (inotify instances used up), and takes its whole process along; so that is tried beforehand.
 */
function hasFreeWatch(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return Promise.resolve(true);
  return new Promise((resolve) => {
    const worker = new Worker(tryToWatch, { eval: true, workerData: folder });
    // Only when the thread has ended is what it tried free again.
    worker.once(
      'message',
      (isFree) => void worker.terminate().then(() => resolve(isFree === true)),
    );
    worker.once('error', () => resolve(false));
  });
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
    if (!(await hasFreeWatch(realRoot))) return undefined;
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
