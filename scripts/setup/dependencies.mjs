import { createHash } from 'node:crypto';
import { lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from './at-exit.mjs';
import { runNpm } from './command.mjs';
import { completeLock } from './lock.mjs';
import { checkoutDir } from './places.mjs';
import { PlainStop, say, secondsSince } from './say.mjs';

const lockFile = join(checkoutDir, 'package-lock.json');
const modulesDir = join(checkoutDir, 'node_modules');
const stampFile = join(modulesDir, '.shirube-setup.json');
const hiddenLockFile = join(modulesDir, '.package-lock.json');

/**
 * Makes node_modules what package-lock.json says, by `npm ci`; does nothing when the stamp of the
 * last time still fits. Stops with npm's own words on the screen when npm fails.
 */
export async function installDependencies() {
  const stamp = stampOf(readFileSync(lockFile, 'utf8'));
  if (readText(stampFile) === stamp) return;
  if (!isInstalledByHand()) {
    const startMs = performance.now();
    say('Installing the locked dependencies (npm ci) ...');
    await runNpmCi();
    say(`Dependencies installed in ${secondsSince(startMs)}.`);
  }
  writeFileSync(stampFile, stamp);
}

/** Runs `npm ci` with the lock completed for the moment, since npm refuses one with gaps. */
async function runNpmCi() {
  if (lstatSync(modulesDir, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new PlainStop(
      `${modulesDir} is a link and out of date; npm ci would empty what it leads to.`,
    );
  }
  const lock = readFileSync(lockFile, 'utf8');
  const completed = completeLock(lock);
  const isChanged = completed !== lock;
  const restore = atExit(() => {
    if (isChanged) writeFileSync(lockFile, lock);
  });
  if (isChanged) writeFileSync(lockFile, completed);
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error'];
  const { code } = await runNpm(args, { cwd: checkoutDir, show: true });
  await restore();
  if (code !== 0) throw new PlainStop('npm ci failed; the lines above are its own words.');
}

/**
 * What the installed packages depend on: the lock, and the platform whose binaries were chosen.
 * @param {string} lock
 */
function stampOf(lock) {
  const sha256 = createHash('sha256').update(lock).digest('hex');
  return `${JSON.stringify({ lock: sha256, platform: process.platform, arch: process.arch })}\n`;
}

/** Whether somebody's own `npm ci` or `npm install` already left exactly the locked versions. */
function isInstalledByHand() {
  const hidden = readText(hiddenLockFile);
  if (hidden === undefined) return false;
  /** @type {Record<string, {version?: string, optional?: boolean, os?: string[]}>} */
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  /** @type {typeof wanted} */
  const present = JSON.parse(hidden).packages;
  return (
    Object.entries(present).every(
      ([path, { version, os }]) =>
        wanted[path]?.version === version && (!os || os.includes(process.platform)),
    ) &&
    Object.keys(wanted).every((path) => path === '' || wanted[path]?.optional || path in present)
  );
}

/**
 * @param {string} path
 * @returns {string | undefined} undefined when there is no such file
 */
function readText(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
