import { spawn } from 'node:child_process';
import { atExit } from './at-exit.mjs';
import { buildApp } from './build.mjs';
import { startVirtualDisplay } from './display.mjs';
import { planLaunch } from './launch-plan.mjs';
import { prepareMachine } from './machine.mjs';

/** @typedef {import('./launch-plan.mjs').LaunchPlan} LaunchPlan */

// Root's environment may hold secrets; this much of it is handed to the unprivileged app.
const harmless =
  /^(LANG|LANGUAGE|LC_.*|TZ|TERM|PATH|XDG_CURRENT_DESKTOP|XDG_SESSION_TYPE|XMODIFIERS|.*_IM_MODULE|G[DT]K_.*|FONTCONFIG_.*|SHIRUBE_.*|ELECTRON_.*)$/;

/**
 * Starts the app; it is asked to quit when this process ends.
 * @param {LaunchPlan} plan
 * @param {{args: readonly string[], env?: Record<string, string>, quiet?: boolean}} options `quiet`
 *   gives its output to the caller instead of the terminal
 * @returns {import('node:child_process').ChildProcess}
 */
export function launchElectron(plan, { args, env = {}, quiet = false }) {
  const output = quiet ? 'pipe' : 'inherit';
  const child = spawn(plan.executablePath, [plan.appPath, ...args], {
    cwd: plan.user ? '/' : process.cwd(),
    env: { ...inheritedEnvironment(plan), ...appEnvironment(plan), ...env },
    stdio: ['ignore', output, output],
  });
  const ended = new Promise((resolve) => child.on('close', resolve).on('error', resolve));
  const stop = atExit(async () => {
    child.kill();
    await ended;
  });
  void ended.then(stop);
  return child;
}

/** @param {LaunchPlan} plan */
function inheritedEnvironment({ user }) {
  if (!user) return process.env;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => harmless.test(name)));
}

/**
 * What the app is told by its environment: the display, and which runtime it is on (`SHIRUBE_RUNTIME`).
 * @param {LaunchPlan} plan
 * @returns {Record<string, string>}
 */
function appEnvironment({ displayEnv, runtime }) {
  const { LANG, LC_ALL } = process.env;
  const isWithoutCharset = process.platform === 'linux' && !LANG && !LC_ALL;
  return {
    ...displayEnv,
    ...(isWithoutCharset ? { LANG: 'C.UTF-8' } : {}),
    SHIRUBE_RUNTIME: runtime.source,
  };
}

/**
 * What starts the app in tests.
 * @typedef {object} TestRuntime
 * @property {string} executablePath for Playwright's `_electron.launch`
 * @property {string} appPath first argument
 * @property {Record<string, string>} env to add to the environment of tests and app; has
 *   `SHIRUBE_ELECTRON` (the executable), `SHIRUBE_APP` (first argument), `SHIRUBE_TEST_UID` and
 *   `SHIRUBE_TEST_GID` (who owns what the app should be able to write; not on Windows),
 *   `SHIRUBE_TEST_TMP` (a folder that the app can write), `SHIRUBE_RUNTIME` and
 *   `SHIRUBE_RUNTIME_LABEL`, `SHIRUBE_DISPLAYS` (JSON: the variables of each display), and those of
 *   the first display
 * @property {number | undefined} uid
 * @property {number | undefined} gid
 * @property {() => Promise<void>} dispose ends the virtual display and removes the temporary folder
 */

/**
 * Sets everything up, builds the app, and returns how tests start it; the same as what `npm start`
 * does up to the launch, with a home that is thrown away.
 * @param {{screen?: string, displays?: number, machine?: import('./machine.mjs').Machine}} [options]
 *   `screen` of a virtual display as width x height x depth; `displays`: how many virtual ones, for
 *   tests that run at once, since focus and clipboard are one on each; `machine` when it is prepared
 *   and the app built
 * @returns {Promise<TestRuntime>}
 */
export async function prepareTestRuntime({ screen = '1920x1080x24', displays = 1, machine } = {}) {
  const prepared = machine ?? (await prepareMachine({ tests: true }));
  if (!machine) await buildApp();
  const plan = await planLaunch({ machine: prepared, screen, lasting: false });
  const uid = plan.user?.uid ?? process.getuid?.();
  const gid = plan.user?.gid ?? process.getgid?.();
  const more = [];
  for (let count = 1; plan.isVirtual && count < displays; count += 1) {
    more.push(await startVirtualDisplay(plan.user, screen));
  }
  return {
    executablePath: plan.executablePath,
    appPath: plan.appPath,
    env: {
      ...appEnvironment(plan),
      SHIRUBE_ELECTRON: plan.executablePath,
      SHIRUBE_APP: plan.appPath,
      SHIRUBE_TEST_TMP: plan.privateDir,
      SHIRUBE_RUNTIME_LABEL: plan.runtime.label,
      SHIRUBE_DISPLAYS: JSON.stringify([plan.displayEnv, ...more.map(({ env }) => env)]),
      ...(uid === undefined
        ? {}
        : { SHIRUBE_TEST_UID: String(uid), SHIRUBE_TEST_GID: String(gid) }),
    },
    uid,
    gid,
    dispose: async () => {
      for (const display of more) await display.stop();
      await plan.dispose();
    },
  };
}
