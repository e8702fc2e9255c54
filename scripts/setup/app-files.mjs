import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { chmod, chown, cp, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fingerprintOf } from './fingerprint.mjs';
import { checkoutDir, prepareCacheDir, prepareReadableDir, removeOlderThan } from './places.mjs';

/**
 * Lists what the built app reads at run time: its manifest, the build, the resources, and the npm
 * packages that are not bundled into the build.
 * @returns {string[]} absolute paths that exist
 */
export function listAppFiles() {
  const own = ['package.json', 'out', 'resources'].map((name) => join(checkoutDir, name));
  return [...own.filter((path) => existsSync(path)), ...listRuntimePackages()];
}

/** The folders of package.json's `dependencies` and of all that they depend on. */
function listRuntimePackages() {
  /** @type {Set<string>} */
  const found = new Set();
  /** @param {string} from the folder of the package that asks */
  const addNeedsOf = (from) => {
    const { dependencies, optionalDependencies } = JSON.parse(
      readFileSync(join(from, 'package.json'), 'utf8'),
    );
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      const dir = [join(from, 'node_modules', name), join(checkoutDir, 'node_modules', name)].find(
        existsSync,
      );
      if (dir === undefined || found.has(dir)) continue;
      found.add(dir);
      addNeedsOf(dir);
    }
  };
  addNeedsOf(checkoutDir);
  return [...found];
}

/**
 * Copies what the app needs, and `content/`, to where a user can read it, for a checkout that only
 * root can enter; others still cannot. Copied anew when something changed.
 * @param {import('./unprivileged.mjs').User} user
 * @returns {Promise<string>} the app's folder there
 */
export async function stageApp(user) {
  const paths = [...listAppFiles(), join(checkoutDir, 'content')].filter((path) =>
    existsSync(path),
  );
  const root = prepareReadableDir(join(prepareCacheDir(), 'stages'));
  removeOlderThan(root, 7);
  const stage = join(root, createHash('sha256').update(checkoutDir).digest('hex').slice(0, 12));
  const stampFile = join(stage, '.shirube-stage');
  const stamp = await fingerprintOf(paths);
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== stamp) {
    const fresh = await mkdtemp(`${stage}-`);
    for (const path of paths) {
      await cp(path, join(fresh, relative(checkoutDir, path)), {
        recursive: true,
        dereference: true,
      });
    }
    await letAllRead(fresh);
    await writeFile(join(fresh, '.shirube-stage'), stamp);
    await rm(stage, { recursive: true, force: true });
    await rename(fresh, stage);
  }
  await chown(stage, 0, user.gid);
  await chmod(stage, 0o750);
  return stage;
}

/** @param {string} path */
async function letAllRead(path) {
  const entry = await stat(path);
  await chmod(path, entry.isDirectory() || entry.mode & 0o100 ? 0o755 : 0o644);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(path)) await letAllRead(join(path, name));
}
