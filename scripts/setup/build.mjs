import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { runNpm } from './command.mjs';
import { fingerprintOf } from './fingerprint.mjs';
import { checkoutDir } from './places.mjs';
import { PlainStop, say, secondsSince } from './say.mjs';

const stampFile = join(checkoutDir, 'out/.shirube-build');
const entry = join(checkoutDir, 'out/main/index.js');
const sources =
  /^(src-.*|resources|package(-lock)?\.json|tsconfig.*\.json|.*\.config\.[cm]?[jt]s)$/;

/**
 * Builds the app by `npm run build` when a source, a resource or a setting changed since the last
 * time.
 * @throws {PlainStop} when the build fails, after printing its output
 */
export async function buildApp() {
  const stamp = await fingerprintOf(await listSources());
  if (existsSync(entry) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return;
  const startMs = performance.now();
  say('Building the app (npm run build) ...');
  const { code, stdout, stderr } = await runNpm(['run', 'build'], { cwd: checkoutDir });
  if (code !== 0) {
    process.stderr.write(stdout + stderr);
    throw new PlainStop('The build failed; the lines above are its output.');
  }
  if (!existsSync(entry)) throw new PlainStop(`The build ran, but did not make ${entry}.`);
  writeFileSync(stampFile, stamp);
  say(`Built in ${secondsSince(startMs)}.`);
}

async function listSources() {
  const names = (await readdir(checkoutDir)).filter((name) => sources.test(name)).sort();
  return [...names, 'scripts/vite.cli.config.ts'].map((name) => join(checkoutDir, name));
}
