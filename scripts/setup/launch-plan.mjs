import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.mjs';
import { startVirtualDisplay } from './display.mjs';
import { isRoot } from './places.mjs';
import { isSandboxUsable } from './sandbox.mjs';
import { say } from './say.mjs';
import { chooseSeat } from './seat.mjs';
import { prepareLastingHome, prepareNewFolder } from './unprivileged.mjs';
import { writeWrapper } from './wrapper.mjs';

/** @typedef {import('./runtime.mjs').Runtime} Runtime */
/** @typedef {import('./unprivileged.mjs').User} User */

/**
 * How Electron is started on this machine.
 * @typedef {object} LaunchPlan
 * @property {Runtime} runtime
 * @property {User | undefined} user who it runs as; undefined: as we do
 * @property {string} executablePath a program that takes Electron's arguments and becomes that user
 * @property {string} appPath the folder to pass as first argument
 * @property {string | undefined} folder what to open
 * @property {string} privateDir a folder that only the app's user can read, removed by `dispose`
 * @property {boolean} isVirtual whether the display is a virtual one
 * @property {Record<string, string>} displayEnv what a program needs to show a window on it
 * @property {() => Promise<void>} dispose ends the virtual display and removes what is temporary
 */

/**
 * @typedef {object} Wish
 * @property {import('./machine.mjs').Machine} machine
 * @property {string} [folder] absolute path of what will be opened
 * @property {string} screen of a virtual display: width x height x depth
 * @property {boolean} lasting keep settings and unsaved text for the next start
 */

/**
 * Decides who runs Electron, from where and on which display, starts a virtual display where there
 * is none, and says what was decided.
 * @param {Wish} wish
 * @returns {Promise<LaunchPlan>}
 */
export async function planLaunch({ machine, folder, screen, lasting }) {
  const { runtime } = machine;
  const { user, whyRoot, ...seat } = await chooseSeat(machine, folder);
  const display = seat.display ?? (await startVirtualDisplay(user, screen));
  const privateDir = preparePrivateDir(user);
  const removePrivateDir = atExit(() => rmSync(privateDir, { recursive: true, force: true }));
  const home = user && (lasting ? prepareLastingHome(user) : privateDir);
  const wrapper = (/** @type {boolean} */ sandbox) =>
    writeWrapper({ runtime, user, home, keep: Object.keys(display.env), sandbox });
  const sandbox =
    whyRoot === undefined &&
    (await isSandboxUsable(runtime, user, (flags) => ({
      command: wrapper(!flags.includes('--no-sandbox')),
      args: flags,
      env: { ...process.env, ...display.env },
    })));
  tellDecision(runtime, user, sandbox, whyRoot);
  return {
    runtime,
    user,
    privateDir,
    appPath: seat.appPath,
    folder: seat.folder,
    executablePath: process.platform === 'linux' ? wrapper(sandbox) : runtime.executable,
    isVirtual: display.isVirtual,
    displayEnv: display.env,
    dispose: async () => {
      await display.stop();
      await removePrivateDir();
    },
  };
}

/** @param {User | undefined} user */
function preparePrivateDir(user) {
  if (user) return prepareNewFolder(user, '/tmp/shirube-app');
  return mkdtempSync(join(tmpdir(), 'shirube-app-'));
}

/**
 * @param {Runtime} runtime
 * @param {User | undefined} user
 * @param {boolean} sandbox
 * @param {string | undefined} whyRoot
 */
function tellDecision({ label, distDir }, user, sandbox, whyRoot) {
  const as = user ? `, as ${user.name}` : '';
  if (sandbox) return say(`${label}${as}, with its sandbox on.`);
  if (whyRoot !== undefined) return say(`${label}, as root and WITHOUT its sandbox: ${whyRoot}.`);
  const cause = 'this machine allows it no user namespaces';
  say(`${label}${as}, WITHOUT its sandbox: ${cause}.`);
  if (isRoot) return;
  const helper = join(distDir, 'chrome-sandbox');
  say(`The sandbox works after: sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`);
}
