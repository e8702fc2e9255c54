import { createHash } from 'node:crypto';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * A hash over names, sizes and modification times: it changes when a file is edited, added or
 * removed, and is much faster than reading the files.
 * @param {readonly string[]} paths absolute files and folders; missing ones count as such
 * @returns {Promise<string>} hexadecimal
 */
export async function fingerprintOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(await describe(path));
  return hash.digest('hex');
}

/**
 * @param {string} path
 * @returns {Promise<string>}
 */
async function describe(path) {
  const found = await stat(path).catch(() => undefined);
  if (!found) return `${path} is missing\n`;
  if (!found.isDirectory()) return `${path} ${found.size} ${found.mtimeMs}\n`;
  const names = (await readdir(path)).sort();
  const inside = await Promise.all(names.map((name) => describe(join(path, name))));
  return `${path}\n${inside.join('')}`;
}
