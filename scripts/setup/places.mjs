import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The absolute path of this checkout. */
export const checkoutDir = resolve(import.meta.dirname, '../..');

/** True for root on Linux, where Electron must be started as somebody else. */
export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * Creates (if need be) and returns the folder where the runtime and other downloads are kept:
 * `$SHIRUBE_CACHE`, else the system's cache for root, else the user's. Root's is readable by all,
 * because the unprivileged user runs from it. One below the temporary folder where that is read-only.
 * @returns {string}
 */
export function prepareCacheDir() {
  const wanted = process.env.SHIRUBE_CACHE;
  if (wanted) return prepareReadableDir(resolve(process.env.INIT_CWD ?? '.', wanted));
  try {
    return prepareReadableDir(defaultCacheDir());
  } catch {
    return prepareReadableDir(join(tmpdir(), `shirube-cache-${process.getuid?.() ?? 'user'}`));
  }
}

/** @returns {string} */
function defaultCacheDir() {
  if (isRoot) return '/var/cache/shirube';
  if (process.platform === 'darwin') return join(homedir(), 'Library/Caches/shirube');
  if (process.platform === 'win32') {
    return join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'shirube/Cache');
  }
  return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'shirube');
}

/**
 * Creates a folder that other users may read, whatever the umask is.
 * @param {string} path absolute
 * @returns {string} the same path
 */
export function prepareReadableDir(path) {
  const firstNew = mkdirSync(path, { recursive: true });
  if (firstNew === undefined) return path;
  for (let dir = path; ; dir = resolve(dir, '..')) {
    chmodSync(dir, 0o755);
    if (dir === firstNew || dir === resolve(dir, '..')) return path;
  }
}

/**
 * Removes the entries of a folder that nothing has touched for some days.
 * @param {string} dir
 * @param {number} days
 * @param {(name: string) => boolean} [isMeant] by name; all by default
 */
export function removeOlderThan(dir, days, isMeant = () => true) {
  const beforeMs = Date.now() - days * 24 * 60 * 60 * 1000;
  for (const path of readdirSync(dir)
    .filter(isMeant)
    .map((name) => join(dir, name))) {
    if (statSync(path).mtimeMs < beforeMs) rmSync(path, { recursive: true, force: true });
  }
}
