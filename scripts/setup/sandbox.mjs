import {
  chmodSync,
  chownSync,
  existsSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { lastLines, run } from './command.mjs';
import { isRoot, prepareCacheDir } from './places.mjs';
import { PlainStop, say } from './say.mjs';

/** @typedef {import('./runtime.mjs').Runtime} Runtime */
/** @typedef {import('./unprivileged.mjs').User} User */

/**
 * A way to start Electron with some flags, for the tries below.
 * @typedef {(flags: readonly string[]) => {command: string, args: readonly string[], env: NodeJS.ProcessEnv}} Starter
 */

const tryMs = 30_000;

/**
 * Whether Chromium's sandbox works here for a user, found by really starting Electron; a success is
 * remembered until the next boot. As root it is helped by making `chrome-sandbox` of our own copy
 * setuid root where user namespaces are forbidden, such as in a chroot.
 * @param {Runtime} runtime
 * @param {User | undefined} user
 * @param {Starter} starter
 * @returns {Promise<boolean>}
 * @throws {PlainStop} when Electron does not start without the sandbox either
 */
export async function isSandboxUsable(runtime, user, starter) {
  if (process.platform !== 'linux') return true;
  const memory = join(prepareCacheDir(), 'sandbox-works.json');
  const key = await situationOf(runtime, user);
  if (existsSync(memory) && readFileSync(memory, 'utf8') === key) return true;
  const isUsable = (await startsWith(starter, [])) || (await helpWithSetuid(runtime, starter));
  if (isUsable) writeFileSync(memory, key, { mode: 0o644 });
  else {
    rmSync(memory, { force: true });
    await checkStart(runtime, starter);
  }
  return isUsable;
}

/**
 * What the result depends on.
 * @param {Runtime} runtime
 * @param {User | undefined} user
 */
async function situationOf({ executable }, user) {
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  const namespaces = await run('unshare', ['-U', 'true'], {
    cwd: '/',
    ...(user ? { uid: user.uid, gid: user.gid } : {}),
  });
  const { ino, mtimeMs } = statSync(executable);
  const helper = statSync(join(executable, '../chrome-sandbox'), { throwIfNoEntry: false });
  return JSON.stringify([executable, ino, mtimeMs, helper?.mode, user?.uid, boot, namespaces.code]);
}

/**
 * @param {Starter} starter
 * @param {readonly string[]} flags
 */
async function startsWith(starter, flags) {
  return (await tryStart(starter, flags)).code === 0;
}

/**
 * @param {Starter} starter
 * @param {readonly string[]} flags
 */
function tryStart(starter, flags) {
  const { command, args, env } = starter([...flags, '--version']);
  return run(command, args, { env, cwd: '/', timeoutMs: tryMs });
}

/**
 * @param {Runtime} runtime
 * @param {Starter} starter
 */
async function helpWithSetuid(runtime, starter) {
  const helper = join(runtime.distDir, 'chrome-sandbox');
  if (!isRoot || runtime.source === 'given' || !existsSync(helper)) return false;
  const { mode } = statSync(helper);
  chownSync(helper, 0, 0);
  chmodSync(helper, 0o4755);
  if (await startsWith(starter, [])) {
    say("No user namespaces here: Electron's chrome-sandbox was made setuid root instead.");
    return true;
  }
  chmodSync(helper, mode & 0o777);
  return false;
}

/**
 * @param {Runtime} runtime
 * @param {Starter} starter
 */
async function checkStart({ label }, starter) {
  const { code, stdout, stderr } = await tryStart(starter, ['--no-sandbox']);
  if (code === 0) return;
  throw new PlainStop(
    `${lastLines(stderr || stdout, 8)}\n${label} does not start on this machine.`,
  );
}
