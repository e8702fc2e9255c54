import type { WorkspaceConfig } from '#core/catalog/workspace-config';
import type { ListedFile, WorkspaceFiles } from '#core/catalog/workspace-files';
import type { WorkspaceProcessEvents } from '../lint-process/api.ts';
import type { GuideStore } from './workspace-engine-store.ts';
import { decodeHead, headBytes } from './workspace-engine-text.ts';

/** How many files are read before the list is sent and others may work. */
const headChunk = 256;
/** How many files are read ahead of the one being checked. */
const checkChunk = 8;

/** What a pass over the files works with. */
export interface ScanPorts {
  readonly files: WorkspaceFiles;
  readonly store: GuideStore;
  readonly progress: WorkspaceProcessEvents['progress'];
  /** Lets whatever else is waiting run first, such as the check of the guide being typed. */
  readonly pause: () => Promise<void>;
  /** Whether the pass should end before it is done. */
  readonly isStopped: () => boolean;
  /** Called with each head that is read; `undefined` text for a file that cannot be read. */
  readonly onHead?: (path: string, text: string | undefined) => void;
}

/** Endings of files in the static folder that a page can show as images. */
const imageEnding = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/** The images below the static folder with the site paths under which the site serves them. */
export async function listImages(
  files: WorkspaceFiles,
  { static: served }: WorkspaceConfig,
): Promise<readonly (ListedFile & { readonly sitePath: string })[]> {
  const prefix = served.folder === '' ? '' : `${served.folder}/`;
  const literal = served.folder.replace(/[*?[\]{}()!+@\\|]/g, '\\$&');
  const listed = await files.list([literal === '' ? '**' : `${literal}/**`]);
  return listed
    .filter(({ path }) => imageEnding.test(path))
    .map((file) => ({ ...file, sitePath: `${served.path}/${file.path.slice(prefix.length)}` }));
}

/** The first bytes of a file as text, or all of it where the guide details are longer. */
export async function readHead(
  { path, bytes }: ListedFile,
  files: Pick<WorkspaceFiles, 'read'>,
): Promise<string | undefined> {
  const head = await files.read(path, headBytes);
  if (!head) return undefined;
  const text = decodeHead(head, head.length >= bytes);
  if (text !== undefined || head.length >= bytes) return text;
  const all = await files.read(path);
  return all && decodeHead(all, true);
}

/** Reads the first bytes of every file, so that the list can be used before anything is checked. */
export async function scanHeads(
  listed: readonly ListedFile[],
  { files, store, progress, pause, isStopped, onHead }: ScanPorts,
): Promise<void> {
  const total = listed.length;
  progress({ phase: 'scan', done: 0, total });
  for (let from = 0; from < total && !isStopped(); from += headChunk) {
    const chunk = listed.slice(from, from + headChunk);
    const texts = await Promise.all(chunk.map((file) => readHead(file, files)));
    for (const [index, file] of chunk.entries()) {
      store.takeHead(file, texts[index]);
      onHead?.(file.path, texts[index]);
    }
    store.sendEntries();
    progress({ phase: 'scan', done: Math.min(total, from + headChunk), total });
    await pause();
  }
}

/** Checks files whole, one after the other, leaving room for other work between any two. */
export async function checkFiles(
  paths: readonly string[],
  { files, store, progress, pause, isStopped }: ScanPorts,
): Promise<void> {
  const total = paths.length;
  if (total === 0) return;
  progress({ phase: 'check', done: 0, total });
  for (let from = 0; from < total && !isStopped(); from += checkChunk) {
    const chunk = paths.slice(from, from + checkChunk);
    const contents = await Promise.all(chunk.map((path) => files.read(path)));
    for (const [index, path] of chunk.entries()) {
      const bytes = contents[index];
      if (isStopped()) return;
      if (bytes) store.takeBytes(path, bytes);
      else if (!store.isOpen(path)) store.remove(path);
      await pause();
    }
    store.sendEntries();
    progress({ phase: 'check', done: Math.min(total, from + checkChunk), total });
  }
}
