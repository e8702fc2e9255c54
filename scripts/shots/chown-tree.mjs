import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a folder and all in it to a user; nothing happens where no user is named.
 * @param {string} path
 * @param {number | undefined} uid
 * @param {number | undefined} gid
 */
export function chownTree(path, uid, gid) {
  if (uid === undefined || gid === undefined) return;
  chownSync(path, uid, gid);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), uid, gid);
}
