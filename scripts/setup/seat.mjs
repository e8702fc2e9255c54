import { join, relative } from 'node:path';
import { listAppFiles, stageApp } from './app-files.mjs';
import { findProgram } from './command.mjs';
import { existingDisplay } from './display.mjs';
import { checkoutDir, isRoot } from './places.mjs';
import { say } from './say.mjs';
import { canRead, chooseUser, mayUse } from './unprivileged.mjs';

/** @typedef {import('./unprivileged.mjs').User} User */

/**
 * Who runs Electron, and what that user can get at.
 * @typedef {object} Seat
 * @property {User | undefined} user undefined: as we do
 * @property {string} appPath the checkout, or a copy that the user can read
 * @property {string | undefined} folder what to open
 * @property {import('./display.mjs').Display | undefined} display undefined: a virtual one is needed
 * @property {string} [whyRoot] why root has to run Electron itself
 */

/**
 * Chooses the user; as root it is an unprivileged one, unless that one cannot get at something.
 * @param {import('./machine.mjs').Machine} machine
 * @param {string | undefined} folder absolute
 * @returns {Promise<Seat>}
 */
export async function chooseSeat({ runtime, isWithoutDisplay }, folder) {
  /** @param {string} [whyRoot] @returns {Promise<Seat>} */
  const asWeAre = async (whyRoot) => {
    const display = isWithoutDisplay ? undefined : await existingDisplay(undefined);
    return { user: undefined, appPath: checkoutDir, folder, display, whyRoot };
  };
  if (!isRoot) return asWeAre();
  if (!findProgram('setpriv')) return asWeAre('the program setpriv is missing');
  const user = chooseUser(folder);
  if (!(await mayUse(user, '-x', runtime.executable))) {
    return asWeAre(`${user.name} cannot read ${runtime.distDir}`);
  }
  const display = isWithoutDisplay ? undefined : await existingDisplay(user);
  if (!isWithoutDisplay && !display) return asWeAre(`${user.name} cannot reach the display`);
  const appPath = (await canRead(user, listAppFiles())) ? checkoutDir : await stageApp(user);
  if (!(await mayUse(user, '-r', join(appPath, 'package.json')))) {
    return asWeAre(`${user.name} cannot read ${appPath}`);
  }
  if (folder === undefined || (await isOpenTo(user, folder))) {
    if (folder !== undefined) await tellIfReadOnly(user, folder);
    return { user, appPath, folder, display };
  }
  const inCheckout = relative(checkoutDir, folder);
  if (isWithoutDisplay && appPath !== checkoutDir && inCheckout === 'content') {
    say(`${user.name} cannot read ${folder}: a copy of it is shown.`);
    return { user, appPath, folder: join(appPath, inCheckout), display };
  }
  return asWeAre(`${user.name} cannot read ${folder}`);
}

/**
 * @param {User} user
 * @param {string} folder
 */
async function isOpenTo(user, folder) {
  return (await mayUse(user, '-r', folder)) && (await mayUse(user, '-x', folder));
}

/**
 * @param {User} user
 * @param {string} folder
 */
async function tellIfReadOnly(user, folder) {
  if (await mayUse(user, '-w', folder)) return;
  say(
    `Saving in ${folder} will not work, since Electron runs as ${user.name}; ` +
      `it will after: chown -R ${user.name} '${folder}'`,
  );
}
