import { constants } from 'node:fs';
import { type FileHandle, open, readlink, realpath, stat } from 'node:fs/promises';
import type { FailureCode } from '#core/ipc/contract';
import { contain, isInside } from '../security/contain.ts';

/** A file opened inside a folder, or why not. */
export type OpenedFile =
  | { readonly ok: true; readonly path: string; readonly file: FileHandle }
  | { readonly ok: false; readonly code: FailureCode; readonly detail: string };

/**
 * Opens a regular file for reading and makes sure that the file opened is the one inside `root`, even
 * where a folder is swapped for a link between looking and opening. The caller closes `file`.
 */
export async function openContained(root: string, relativePath: string): Promise<OpenedFile> {
  const contained = await contain(root, relativePath, 'read');
  if (!contained.ok) return { ok: false, code: 'outside-workspace', detail: contained.reason };
  const { path } = contained;
  let file: FileHandle;
  try {
    // Not blocking, or a named pipe would hold the thread for ever.
    const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
    file = await open(path, O_RDONLY | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0));
  } catch (error) {
    const { code = 'UNKNOWN' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR')
      return { ok: false, code: 'not-found', detail: code };
    if (code === 'ELOOP') return { ok: false, code: 'outside-workspace', detail: 'symlink' };
    return {
      ok: false,
      code: code === 'EACCES' || code === 'EPERM' ? 'not-allowed' : 'io',
      detail: code,
    };
  }
  const refusal = await checkOpened(root, path, file).catch(() => 'vanished');
  if (refusal === undefined) return { ok: true, path, file };
  await file.close();
  return {
    ok: false,
    code: refusal === 'not a file' ? 'not-allowed' : 'outside-workspace',
    detail: refusal,
  };
}

async function checkOpened(
  root: string,
  path: string,
  file: FileHandle,
): Promise<string | undefined> {
  const opened = await file.stat();
  if (!opened.isFile()) return 'not a file';
  if (process.platform === 'linux') {
    // The kernel's own word on what the handle is, which no later swap can change.
    const real = await readlink(`/proc/self/fd/${file.fd}`).catch(() => undefined);
    if (real !== undefined) return isInside(await realpath(root), real) ? undefined : 'swapped';
  }
  for (let look = 0; look < 2; look += 1) {
    if ((await realpath(path)) !== path) return 'swapped';
    const there = await stat(path);
    if (there.dev !== opened.dev || there.ino !== opened.ino) return 'swapped';
  }
  return undefined;
}
