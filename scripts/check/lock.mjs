import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeLock } from '../setup/lock.mjs';

/**
 * A lock file written on one machine may leave out the packages of other platforms, and then plain
 * `npm ci` refuses it.
 * @param {string} root folder of the project
 * @returns {string | undefined} what to do about it, or `undefined` when it is complete
 */
export function checkLock(root) {
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  return completeLock(lock) === lock
    ? undefined
    : 'package-lock.json lacks packages of other platforms: node scripts/complete-lock.mjs';
}
