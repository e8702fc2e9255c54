import { chmodSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { atExit } from '../setup/at-exit.mjs';
import { findProgram, lastLines, run } from '../setup/command.mjs';
import { prepareCacheDir, prepareReadableDir, removeOlderThan } from '../setup/places.mjs';
import { PlainStop, say, secondsSince } from '../setup/say.mjs';
import { installSystemPackages } from '../setup/system-packages.mjs';

const rootPrefix = 'root-';

/**
 * Unpacks a minimal Debian of the host's release into a new folder, from a cached archive that
 * debootstrap makes at the first time.
 * @param {import('./apt-sources.mjs').AptSource} source of the release
 * @returns {Promise<{root: string, remove: () => Promise<void>}>}
 */
export async function unpackBaseSystem(source) {
  const dir = prepareReadableDir(join(prepareCacheDir(), 'fresh'));
  removeOlderThan(dir, 1, (name) => name.startsWith(rootPrefix));
  const archive = join(dir, `${source.suite}-${process.arch}.tar`);
  if (!existsSync(archive)) await makeArchive(source, archive);
  const root = mkdtempSync(join(dir, rootPrefix));
  const remove = atExit(() => rmSync(root, { recursive: true, force: true }));
  await must('tar', ['-xf', archive, '-C', root]);
  chmodSync(root, 0o755);
  return { root, remove };
}

/**
 * @param {import('./apt-sources.mjs').AptSource} source
 * @param {string} archive
 */
async function makeArchive({ uri, suite, signedBy }, archive) {
  if (!findProgram('debootstrap')) {
    await installSystemPackages([{ what: 'debootstrap', package: 'debootstrap' }]);
  }
  const startMs = performance.now();
  say(`Making a minimal ${suite} with debootstrap ...`);
  const root = mkdtempSync(`${archive}-`);
  const remove = atExit(() => rmSync(root, { recursive: true, force: true }));
  const keyring = signedBy && existsSync(signedBy) ? [`--keyring=${signedBy}`] : [];
  // In a mount namespace of its own, so that what it mounts is gone before anything is removed.
  const bootstrap = ['debootstrap', '--variant=minbase', ...keyring, suite, root, uri];
  await must('unshare', ['--mount', '--propagation', 'private', ...bootstrap]);
  await must('tar', [
    '-C',
    root,
    '--exclude=./var/cache/apt/archives/*.deb',
    '-cf',
    `${archive}.new`,
    '.',
  ]);
  renameSync(`${archive}.new`, archive);
  await remove();
  say(`Made in ${secondsSince(startMs)}; kept as ${archive}.`);
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
async function must(command, args) {
  const { code, stdout, stderr } = await run(command, args);
  if (code === 0) return;
  throw new PlainStop(`${lastLines(stdout + stderr)}\n${command} failed with these words.`);
}
