import { ElectronDownloadCacheMode, downloadArtifact } from '@electron/get';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { say } from './say.mjs';
import { unzip } from './unzip.mjs';

const require = createRequire(import.meta.url);
const stallMs = 60_000;
const tellEveryMs = 10_000;

/** The version of Electron that package.json depends on. */
export function wantedVersion() {
  return /** @type {string} */ (require('electron/package.json').version);
}

/**
 * Downloads the official Electron with `@electron/get`, which honours Electron's caches, mirrors and
 * proxies, checks it against the checksums in the electron package, and unpacks it.
 * @param {string} distDir where the runtime goes; must not exist
 * @param {{version?: string, checksums?: Record<string, string>}} [release] the one package.json
 *   depends on by default
 * @throws when it cannot be reached, is not what the checksums say, or for a minute nothing came
 */
export async function obtainOfficial(distDir, release = {}) {
  const zipPath = await withStallLimit(async (signal, onProgress) => {
    return downloadArtifact({
      version: release.version ?? wantedVersion(),
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      cacheRoot: process.env.electron_config_cache,
      cacheMode:
        process.env.force_no_cache === 'true'
          ? ElectronDownloadCacheMode.WriteOnly
          : ElectronDownloadCacheMode.ReadWrite,
      checksums: release.checksums ?? (await pinnedChecksums()),
      // `signal` is an option of got, which the download options are handed to.
      downloadOptions: { quiet: true, signal, getProgressCallback: onProgress },
    });
  });
  await unzip(zipPath, distDir);
}

/** @returns {Promise<Record<string, string> | undefined>} undefined: take those beside the download */
async function pinnedChecksums() {
  const {
    electron_use_remote_checksums: remote,
    npm_config_electron_use_remote_checksums: npmRemote,
  } = process.env;
  if (remote || npmRemote) return undefined;
  return JSON.parse(await readFile(require.resolve('electron/checksums.json'), 'utf8'));
}

/**
 * @param {(signal: AbortSignal, onProgress: (progress: {percent: number}) => Promise<void>) => Promise<string>} download
 */
async function withStallLimit(download) {
  const controller = new AbortController();
  let lastToldMs = performance.now();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {(error: Error) => void} */
  let giveUp = () => {};
  const stalled = new Promise((_, reject) => (giveUp = reject));
  const restart = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      giveUp(new Error(`nothing arrived for ${stallMs / 1000} s`));
      controller.abort();
    }, stallMs);
  };
  restart();
  try {
    const onProgress = async (/** @type {{percent: number}} */ { percent }) => {
      restart();
      if (performance.now() - lastToldMs < tellEveryMs) return;
      lastToldMs = performance.now();
      say(`  ... ${Math.round(percent * 100)} % of Electron`);
    };
    return /** @type {string} */ (
      await Promise.race([download(controller.signal, onProgress), stalled])
    );
  } finally {
    clearTimeout(timer);
  }
}
