import { installDependencies } from './dependencies.mjs';
import { hasDisplay } from './display.mjs';
import { provideRuntime } from './runtime.mjs';
import { findSystemNeeds, findUnlinkedLibraries } from './system-needs.mjs';
import { installSystemPackages } from './system-packages.mjs';

/**
 * A machine on which Electron can be started.
 * @typedef {object} Machine
 * @property {boolean} isWithoutDisplay
 * @property {import('./runtime.mjs').Runtime} runtime
 */

/**
 * Brings a fresh machine to where Electron can be started: system packages, npm dependencies and
 * the runtime. Does nothing, quickly, where all that is there.
 * @param {{tests?: boolean}} [purpose] `tests` also asks for what only tests use
 * @returns {Promise<Machine>}
 */
export async function prepareMachine({ tests = false } = {}) {
  const isWithoutDisplay = !(await hasDisplay());
  const purpose = { electron: true, virtualDisplay: isWithoutDisplay, tests };
  await installSystemPackages(await findSystemNeeds(purpose));
  await installDependencies();
  const runtime = await provideRuntime();
  await installSystemPackages(await findUnlinkedLibraries(runtime.executable));
  return { isWithoutDisplay, runtime };
}

/** What unit tests and checks need: npm dependencies and a few programs, but no Electron. */
export async function prepareWithoutElectron() {
  const purpose = { electron: false, virtualDisplay: false, tests: true };
  await installSystemPackages(await findSystemNeeds(purpose));
  await installDependencies();
}
