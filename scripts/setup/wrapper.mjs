import { createHash } from 'node:crypto';
import { chmodSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareCacheDir, prepareReadableDir, removeOlderThan } from './places.mjs';
import { homeEnvironment } from './unprivileged.mjs';

/**
 * @typedef {object} WrapperOptions
 * @property {import('./runtime.mjs').Runtime} runtime
 * @property {import('./unprivileged.mjs').User | undefined} user who it becomes; undefined: nobody else
 * @property {string | undefined} home that user's home
 * @property {readonly string[]} keep names of variables that are right for that user too
 * @property {boolean} sandbox false adds `--no-sandbox`; true takes it away, since Playwright adds it
 */

// Of the session that started us: they lead to places where another user must not or cannot go.
const leftBehind = `
  XDG_RUNTIME_DIR XDG_CONFIG_DIRS DBUS_SESSION_BUS_ADDRESS SESSION_MANAGER
  TMPDIR USER LOGNAME MAIL SUDO_USER SUDO_UID SUDO_GID SUDO_COMMAND`
  .trim()
  .split(/\s+/);

/**
 * Writes a shell script that starts Electron with the arguments it is given, after dropping our
 * privileges; one path to hand to whatever wants an executable.
 * @param {WrapperOptions} options
 * @returns {string} its absolute path; the same for the same options
 */
export function writeWrapper({ runtime, user, home, keep, sandbox }) {
  const exported = home === undefined ? {} : homeEnvironment(home);
  const foreign = user ? leftBehind.filter((name) => !keep.includes(name)) : [];
  const script = [
    '#!/bin/sh',
    '# Written by the set-up of Shirube; it may be deleted at any time.',
    `unset ${['ELECTRON_RUN_AS_NODE', 'NODE_OPTIONS', ...foreign].join(' ')}`,
    ...Object.entries(exported).map(([name, value]) => `export ${name}=${quoted(value)}`),
    sandbox
      ? 'for it do shift; [ "$it" = --no-sandbox ] || set -- "$@" "$it"; done'
      : 'set -- --no-sandbox "$@"',
    `exec ${[...dropping(user), runtime.executable].map(quoted).join(' ')} "$@"`,
    '',
  ].join('\n');
  const name = createHash('sha256').update(script).digest('hex').slice(0, 12);
  const dir = prepareReadableDir(join(prepareCacheDir(), 'run'));
  const path = join(dir, `electron-${name}`);
  if (existsSync(path)) return path;
  // Each test run has a home, and so a script, of its own.
  removeOlderThan(dir, 2);
  writeFileSync(`${path}.${process.pid}`, script);
  chmodSync(`${path}.${process.pid}`, 0o755);
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/** @param {import('./unprivileged.mjs').User | undefined} user */
function dropping(user) {
  if (!user) return [];
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--'];
}

/** @param {string} text */
function quoted(text) {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
