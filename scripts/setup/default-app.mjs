import { createPackage } from '@electron/asar';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const manifest = { name: 'electron', productName: 'Electron', main: 'main.js', type: 'module' };

// An ES module that awaits the app: otherwise `ready` fires before an ES module main has loaded.
const main = `
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const args = process.argv.slice(1);
const target = args.find((arg) => !arg.startsWith('-'));
const version = args.find((arg) => !arg.startsWith('-') || arg === '--version' || arg === '-v');

if (version !== undefined && version !== target) {
  console.log('v' + process.versions.electron);
  app.exit(0);
} else if (target === undefined) {
  console.error('Usage: electron <folder or file of an app> [arguments]');
  app.exit(1);
} else {
  try {
    await start(resolve(target));
  } catch (error) {
    console.error('The app failed while it was loaded:', error);
    app.exit(1);
  }
}

async function start(path) {
  Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
  const manifestPath = join(path, 'package.json');
  const hasManifest = existsSync(manifestPath);
  if (hasManifest) {
    const { name, productName, version, desktopName } = JSON.parse(readFileSync(manifestPath, 'utf8'));
    if (version) app.setVersion(version);
    if (productName || name) app.setName(productName || name);
    if (process.platform === 'linux') app.setDesktopName(desktopName || app.getName() + '.desktop');
  }
  const file = createRequire(import.meta.url).resolve(path);
  app.setAppPath(hasManifest ? path : dirname(file));
  await import(pathToFileURL(file).href);
}
`;

/**
 * Writes the app that Electron runs for `electron <appdir> [arguments]`: it takes name, version and
 * main file from the folder's package.json, as Electron's own does; `--version` is answered too.
 * @param {string} asarPath
 */
export async function writeDefaultApp(asarPath) {
  const dir = await mkdtemp(join(tmpdir(), 'shirube-default-app-'));
  try {
    await writeFile(join(dir, 'package.json'), JSON.stringify(manifest));
    await writeFile(join(dir, 'main.js'), main);
    await createPackage(dir, asarPath);
  } finally {
    await rm(dir, { recursive: true });
  }
}
