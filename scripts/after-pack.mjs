import { chmod, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Called by electron-builder between packing and signing: removes what belongs to the bare runtime
 * only, and notes for the About box which runtime is inside.
 * @param {{appOutDir: string, electronPlatformName: string, packager: {appInfo: {productFilename: string}}}} context
 */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const isMac = electronPlatformName === 'darwin';
  const bundle = `${packager.appInfo.productFilename}.app/Contents/Resources`;
  const resources = join(appOutDir, isMac ? bundle : 'resources');
  await rm(join(resources, 'default_app.asar'), { force: true });
  await rm(join(appOutDir, 'version'), { force: true });
  // A setuid bit given on this machine must not travel.
  if (electronPlatformName === 'linux') await chmod(join(appOutDir, 'chrome-sandbox'), 0o755);
  const { SHIRUBE_RUNTIME: source, SHIRUBE_RUNTIME_VERSION: version } = process.env;
  await writeFile(join(resources, 'shirube-runtime.json'), JSON.stringify({ source, version }));
}
