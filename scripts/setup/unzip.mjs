import { createWriteStream } from 'node:fs';
import { chmod, mkdir, symlink } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/**
 * Unpacks a zip file into a folder, keeping modes and symbolic links.
 * @param {string} zipPath
 * @param {string} dir created if need be
 * @param {(name: string) => string | undefined} [rename] from the name inside the zip to the one
 *   below `dir`; `undefined` leaves the entry out
 * @returns {Promise<number>} how many files were written
 * @throws when a name or a link would lead out of `dir`, or the zip is broken
 */
export async function unzip(zipPath, dir, rename = (name) => name) {
  const zip = await yauzl.openPromise(zipPath);
  let count = 0;
  await makeFolder(dir);
  for await (const entry of zip.eachEntry()) {
    const name = rename(entry.fileName);
    if (!name) continue;
    const path = insideOf(dir, resolve(dir, name));
    if (entry.fileName.endsWith('/')) {
      await makeFolder(path);
      continue;
    }
    await makeFolder(dirname(path));
    const content = await zip.openReadStreamPromise(entry);
    const mode = entry.externalFileAttributes >>> 16;
    if ((mode & 0o170000) === 0o120000) {
      const target = (await buffer(content)).toString('utf8');
      insideOf(dir, resolve(dirname(path), target));
      await symlink(target, path);
    } else {
      // `wx`, so that nothing is ever written through a link made before.
      await pipeline(content, createWriteStream(path, { flags: 'wx' }));
      await chmod(path, mode & 0o111 ? 0o755 : 0o644);
    }
    count += 1;
  }
  return count;
}

/** @param {string} path */
async function makeFolder(path) {
  const firstNew = await mkdir(path, { recursive: true });
  if (firstNew !== undefined) await chmod(path, 0o755);
}

/**
 * @param {string} dir
 * @param {string} path absolute
 */
function insideOf(dir, path) {
  if (path !== resolve(dir) && !path.startsWith(resolve(dir) + sep)) {
    throw new Error(`the archive leads out of its folder: ${path}`);
  }
  return path;
}
