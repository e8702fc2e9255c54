import { chownSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './command.mjs';

/**
 * The user that Electron runs as when we are root.
 * @typedef {object} User
 * @property {number} uid
 * @property {number} gid
 * @property {string} name
 */

/**
 * Chooses the owner of the folder that will be opened, else `nobody`.
 * @param {string | undefined} folder absolute; undefined when none is opened
 * @returns {User}
 */
export function chooseUser(folder) {
  const owner = folder === undefined ? undefined : statSync(folder);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, name: nameOf(owner.uid) };
  const nobody = accounts().find(({ name }) => name === 'nobody');
  return nobody ?? { uid: 65534, gid: 65534, name: 'nobody' };
}

/** @param {number} uid */
function nameOf(uid) {
  return accounts().find((account) => account.uid === uid)?.name ?? `user ${uid}`;
}

/** @returns {User[]} */
function accounts() {
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

/**
 * Whether a user can read all these files and folders, with everything inside them.
 * @param {User} user
 * @param {readonly string[]} paths absolute
 */
export async function canRead(user, paths) {
  const isClosed = ['(', '!', '-readable', '-o', '-type', 'd', '!', '-executable', ')'];
  const find = ['-L', ...paths, ...isClosed, '-print', '-quit'];
  const { code, stdout, stderr } = await asUser(user, 'find', find);
  return code === 0 && stdout === '' && stderr === '';
}

/**
 * Whether a user gets at one path: `-r` to read it, `-x` to run or enter it, `-w` to write into it.
 * @param {User} user
 * @param {'-r' | '-w' | '-x'} how
 * @param {string} path absolute
 */
export async function mayUse(user, how, path) {
  const { code } = await asUser(user, 'test', [how, path]);
  return code === 0;
}

/**
 * @param {User} user
 * @param {string} command
 * @param {readonly string[]} args
 */
function asUser({ uid, gid }, command, args) {
  return run(command, args, { uid, gid, cwd: '/', timeoutMs: 30_000 });
}

/**
 * The home that a user keeps between starts (settings, unsaved text): below `/var/lib`, or below
 * `/tmp` where that cannot be written.
 * @param {User} user
 * @returns {string}
 */
export function prepareLastingHome(user) {
  try {
    mkdirSync('/var/lib/shirube', { recursive: true, mode: 0o755 });
    return prepareOwnFolder(user, `/var/lib/shirube/home-${user.uid}`);
  } catch {
    return prepareOwnFolder(user, `/tmp/shirube-home-${user.uid}`);
  }
}

/**
 * Creates a folder that only this user can read; one of that name that is not exactly this (a link,
 * somebody else's) is left alone, and a new name taken.
 * @param {User} user
 * @param {string} path absolute
 * @returns {string}
 */
function prepareOwnFolder(user, path) {
  if (isOwnFolder(user, path)) return path;
  try {
    mkdirSync(path, { mode: 0o700 });
    chownSync(path, user.uid, user.gid);
    return path;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
    return prepareNewFolder(user, path);
  }
}

/**
 * Creates a new folder that only this user can read.
 * @param {User} user
 * @param {string} prefix absolute path; random letters are added
 * @returns {string}
 */
export function prepareNewFolder(user, prefix) {
  const path = mkdtempSync(`${prefix}-`);
  chownSync(path, user.uid, user.gid);
  return path;
}

/**
 * @param {User} user
 * @param {string} path
 */
function isOwnFolder(user, path) {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat?.isDirectory() === true && stat.uid === user.uid && (stat.mode & 0o077) === 0;
}

/**
 * The part of an environment that says where a user's files are.
 * @param {string} home absolute
 * @returns {Record<string, string>}
 */
export function homeEnvironment(home) {
  return {
    HOME: home,
    XDG_CONFIG_HOME: join(home, '.config'),
    XDG_CACHE_HOME: join(home, '.cache'),
    XDG_DATA_HOME: join(home, '.local/share'),
    XDG_STATE_HOME: join(home, '.local/state'),
  };
}
