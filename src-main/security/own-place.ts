import { lstat } from 'node:fs/promises';
import { basename, join, posix } from 'node:path';
import type { Failure } from '#core/ipc/contract';
import { contain } from './contain.ts';
import { placeForGuide } from './guide-place.ts';

/** The absolute path under which a guide lies in its folder, or why it is left alone there. */
export type OwnPlace =
  { readonly ok: true; readonly path: string } | { readonly ok: false; readonly failure: Failure };

const refuse = (code: Failure['code'], detail: string): OwnPlace => ({
  ok: false,
  failure: { code, detail },
});

/**
 * Where the name of a guide itself stands, for renaming and taking it away: unlike reading and saving,
 * these would change a link and not the file that it leads to, so links are refused.
 */
export async function ownPlace(root: string, path: string): Promise<OwnPlace> {
  const place = await placeForGuide(root, path);
  if (!place.ok) return refuse('outside-workspace', place.reason);
  const folder = posix.dirname(path);
  const parent = await contain(root, folder === '.' ? basename(path) : folder, 'read');
  if (!parent.ok) return refuse('outside-workspace', parent.reason);
  const own = folder === '.' ? join(root, path) : join(parent.path, basename(path));
  const found = await lstat(own).catch(() => undefined);
  if (found === undefined) return refuse('not-found', 'gone');
  if (found.isSymbolicLink()) return refuse('linked', 'symlink');
  return found.isFile() ? { ok: true, path: own } : refuse('not-allowed', 'not a file');
}
