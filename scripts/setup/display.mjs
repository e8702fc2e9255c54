import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.mjs';
import { isRoot } from './places.mjs';
import { PlainStop, say } from './say.mjs';
import { mayUse } from './unprivileged.mjs';

/** @typedef {import('./unprivileged.mjs').User} User */

/**
 * @typedef {object} Display
 * @property {boolean} isVirtual
 * @property {Record<string, string>} env what a program needs to show a window
 * @property {() => Promise<void>} stop ends a virtual one
 */

const answerMs = 2000;
const startMs = 15_000;

/** Whether windows can be shown to somebody: always on macOS and Windows. */
export async function hasDisplay() {
  if (process.platform !== 'linux') return true;
  if (process.env.WAYLAND_DISPLAY) return true;
  const name = process.env.DISPLAY;
  if (!name) return false;
  const local = /^(?:unix)?:(\d+)/.exec(name)?.[1];
  if (local === undefined || (await answers(`/tmp/.X11-unix/X${local}`))) return true;
  say(`The display ${name} does not answer.`);
  return false;
}

/**
 * @param {string} socketPath
 * @returns {Promise<boolean>}
 */
function answers(socketPath) {
  return new Promise((resolve) => {
    const socket = connect(socketPath);
    /** @param {boolean} answer */
    const end = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(answerMs, () => end(false));
    socket.on('connect', () => end(true)).on('error', () => end(false));
  });
}

/**
 * The display that is there, with a cookie that the user can read.
 * @param {User | undefined} user the unprivileged user, when we are root
 * @returns {Promise<Display | undefined>} undefined when that user cannot get at it
 */
export async function existingDisplay(user) {
  const { DISPLAY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR = '', XAUTHORITY } = process.env;
  const stop = async () => {};
  /** @type {Record<string, string>} */
  const env = {};
  if (WAYLAND_DISPLAY) {
    const socket = join(XDG_RUNTIME_DIR, WAYLAND_DISPLAY);
    const isOpen = !user || (await mayUse(user, '-w', socket));
    if (isOpen) Object.assign(env, { WAYLAND_DISPLAY, XDG_RUNTIME_DIR });
  }
  if (DISPLAY) env.DISPLAY = DISPLAY;
  if (Object.keys(env).length === 0 && process.platform === 'linux') return undefined;
  const cookies = XAUTHORITY ?? join(homedir(), '.Xauthority');
  if (!DISPLAY || !existsSync(cookies)) return { isVirtual: false, env, stop };
  if (!user) return { isVirtual: false, env: { ...env, XAUTHORITY: cookies }, stop };
  const { path, remove } = prepareCookieFile(user);
  copyFileSync(cookies, path);
  return { isVirtual: false, env: { ...env, XAUTHORITY: path }, stop: remove };
}

/**
 * Starts Xvfb on a free display, open only to those who can read its cookie, until `stop` or the
 * end of this process.
 * @param {User | undefined} user who runs it and its windows; ourselves by default
 * @param {string} screen width x height x depth
 * @returns {Promise<Display>}
 */
export async function startVirtualDisplay(user, screen) {
  if (isRoot && !existsSync('/tmp/.X11-unix')) {
    mkdirSync('/tmp/.X11-unix');
    chmodSync('/tmp/.X11-unix', 0o1777);
  }
  const { path, remove } = prepareCookieFile(user);
  const { display, stop } = await startXvfb(user, ['-screen', '0', screen, '-auth', path]);
  say(`No display here: using a virtual one (Xvfb ${display}, ${screen}).`);
  return {
    isVirtual: true,
    env: { DISPLAY: display, XAUTHORITY: path },
    stop: () => stop().then(remove),
  };
}

// It lives as long as its stdin, so it goes even when this process is killed without warning.
const guard = 'Xvfb "$@" & exec 2>&- 3>&-; cat; kill $!; wait $!';

/**
 * @param {User | undefined} user
 * @param {readonly string[]} args
 * @returns {Promise<{display: string, stop: () => Promise<void>}>}
 */
function startXvfb(user, args) {
  const child = spawn(
    'sh',
    ['-c', guard, 'sh', '-displayfd', '3', '-nolisten', 'tcp', '-noreset', ...args],
    {
      // A group of its own: Ctrl-C in the terminal must not take the display before the app.
      detached: true,
      cwd: '/',
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
      ...(user ? { uid: user.uid, gid: user.gid } : {}),
    },
  );
  const [stdin, , stderr, number] = /** @type {any} */ (child.stdio);
  const ended = new Promise((resolve) => child.on('exit', resolve).on('error', resolve));
  const stop = atExit(async () => {
    child.ref();
    stdin?.end();
    await ended;
  });
  let words = '';
  stderr?.on('data', (/** @type {Buffer} */ text) => (words += text));
  return new Promise((resolve, reject) => {
    const fail = () => reject(new PlainStop(`${words}\nThe virtual display (Xvfb) did not start.`));
    const timer = setTimeout(fail, startMs);
    child.on('error', fail);
    number?.on('end', fail).on('data', (/** @type {Buffer} */ text) => {
      clearTimeout(timer);
      for (const handle of [child, stdin, stderr, number]) handle?.unref();
      resolve({ display: `:${String(text).trim()}`, stop });
    });
  });
}

/** @param {User | undefined} user */
function prepareCookieFile(user) {
  const dir = mkdtempSync(join(isRoot ? '/tmp' : tmpdir(), 'shirube-display-'));
  if (user) chmodSync(dir, 0o711);
  const path = join(dir, 'Xauthority');
  writeFileSync(path, newCookie(), { mode: 0o600 });
  if (user) chownSync(path, user.uid, user.gid);
  return { path, remove: atExit(() => rmSync(dir, { recursive: true, force: true })) };
}

/** One record of an Xauthority file, for any host and any display number (see XauReadAuth). */
function newCookie() {
  const family = Buffer.from([0xff, 0xff]);
  const fields = [
    Buffer.alloc(0),
    Buffer.alloc(0),
    Buffer.from('MIT-MAGIC-COOKIE-1'),
    randomBytes(16),
  ];
  const counted = fields.map((field) => {
    return Buffer.concat([Buffer.from([field.length >> 8, field.length & 0xff]), field]);
  });
  return Buffer.concat([family, ...counted]);
}
