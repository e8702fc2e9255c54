import { existsSync, readFileSync } from 'node:fs';
import { findProgram, lastLines, run } from './command.mjs';
import { isRoot } from './places.mjs';
import { PlainStop, say, secondsSince } from './say.mjs';

/** @typedef {import('./system-needs.mjs').SystemNeed} SystemNeed */

/**
 * Installs what is missing where that is possible without a question (root on a Debian-like
 * system). Elsewhere it stops with the exact command; a lack of only optional things is just told.
 * @param {readonly SystemNeed[]} needs
 */
export async function installSystemPackages(needs) {
  if (needs.length === 0) return;
  if (!isDebianLike()) return stopForOtherSystem(needs);
  if (needs.some((need) => need.package === '')) return stopForUnknown(needs);
  if (isRoot) return installAsRoot(needs);
  const names = await packageNames(needs);
  const advice = `It is installed by:\n  sudo apt-get install -y --no-install-recommends ${names.join(' ')}`;
  stopOrTell(needs, advice);
}

/** @param {readonly SystemNeed[]} needs */
async function installAsRoot(needs) {
  const startMs = performance.now();
  say(`Installing what the system lacks (${listed(needs)}) with apt-get ...`);
  const warnings = await runAptGet(['update']);
  const names = await packageNames(needs);
  await runAptGet(['install', '-y', '--no-install-recommends', ...names], warnings);
  say(`Installed ${names.join(' ')} in ${secondsSince(startMs)}.`);
}

/**
 * @param {readonly string[]} args
 * @param {string} [before] what went wrong earlier, told only if this fails
 * @returns {Promise<string>} its warnings, such as of sources that it did not reach
 */
async function runAptGet(args, before = '') {
  const { code, stdout, stderr } = await run(
    'apt-get',
    ['-q', '-o', 'DPkg::Lock::Timeout=120', ...args],
    { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } },
  );
  if (code === 0) return stderr;
  throw new PlainStop(
    `${lastLines(before + (stderr.trim() || stdout))}\n` +
      `apt-get failed with these words; the command was:\n  apt-get ${args.join(' ')}`,
  );
}

/**
 * The names under which this release of the system knows the packages.
 * @param {readonly SystemNeed[]} needs
 */
function packageNames(needs) {
  return Promise.all(
    needs.map(async (need) => {
      if (!need.t64) return need.package;
      const renamed = `${need.package}t64`;
      if (await isKnownToApt(renamed)) return renamed;
      if (await isKnownToApt(need.package)) return need.package;
      return usesT64Names() ? renamed : need.package;
    }),
  );
}

/** @param {string} name */
async function isKnownToApt(name) {
  const { code, stdout } = await run('apt-cache', ['show', '--no-all-versions', name]);
  return code === 0 && stdout.includes('Package:');
}

/** For a system whose package lists are empty: Debian 13, Ubuntu 24.04 and everything unnumbered. */
function usesT64Names() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const version = Number(/^VERSION_ID="?([\d.]+)/m.exec(release)?.[1] ?? Infinity);
  return version >= (/^ID=ubuntu/m.test(release) ? 24.04 : 13);
}

function isDebianLike() {
  return existsSync('/etc/debian_version') && findProgram('apt-get') !== undefined;
}

/** @param {readonly SystemNeed[]} needs */
function stopForOtherSystem(needs) {
  const advice =
    "Please install it with this system's package manager, then run the command again.";
  stopOrTell(needs, advice);
}

/** @param {readonly SystemNeed[]} needs */
function stopForUnknown(needs) {
  const unknown = needs.filter((need) => need.package === '');
  throw new PlainStop(
    `Electron needs ${listed(unknown)} from the system, and this set-up does not know the package.\n` +
      'Please install the package that provides it, then run the command again.',
  );
}

/**
 * @param {readonly SystemNeed[]} needs
 * @param {string} advice what to do, in one or two lines
 */
function stopOrTell(needs, advice) {
  const text = `Missing from the system: ${listed(needs)}.\n${advice}`;
  if (needs.some((need) => !need.optional)) throw new PlainStop(text);
  say(`${text}\nThe tests that use it are skipped.`);
}

/** @param {readonly SystemNeed[]} needs */
function listed(needs) {
  return needs.map((need) => need.what).join(', ');
}
