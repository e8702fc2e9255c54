import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { checkCaseIds } from './check/case-ids.mjs';
import { checkCruise } from './check/cruise.mjs';
import { checkGenerated } from './check/generated.mjs';
import { checkLock } from './check/lock.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * Runs a tool of this project and shows its output only when it objects.
 * @param {string} tool name in node_modules/.bin
 * @param {string[]} args
 * @returns {Promise<string | undefined>} what it said, or `undefined` when all is well
 */
async function objection(tool, args) {
  const bin = resolve(
    root,
    'node_modules/.bin',
    process.platform === 'win32' ? `${tool}.cmd` : tool,
  );
  if (!existsSync(bin)) return `${tool} is not installed: run npm ci`;
  const child = spawn(bin, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const status = await new Promise((done) => child.on('close', done).on('error', done));
  return status === 0 ? undefined : (await said).join('').trim() || `${tool} ended with ${status}`;
}

/**
 * Every check; all run, so that one pass shows everything. The last ones work in this process, beside the
 * tools.
 * @type {readonly [name: string, run: () => string | undefined | Promise<string | undefined>][]}
 */
const checks = [
  ['types', () => objection('tsc', ['-b'])],
  [
    'types against the oldest runtime (Electron 33)',
    () => objection('tsc', ['-p', 'scripts/check/tsconfig.electron-33.json']),
  ],
  ['format', () => objection('prettier', ['--check', '--log-level=warn', '.'])],
  ['lint', () => objection('oxlint', ['--type-aware', '--deny-warnings', '--format=unix'])],
  ['who may import whom', () => checkCruise(root)],
  ['unused files, exports and packages', () => objection('knip', ['--no-progress'])],
  ['package-lock.json complete', () => checkLock(root)],
  ['case ids in test titles', () => checkCaseIds(root)],
  ['generated documents', () => checkGenerated(root)],
];

let failed = 0;
const waiting = [...checks];

/** Takes one check after the other; two take them at once. */
async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, run] = next;
    const began = performance.now();
    const said = await run();
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    console.log(`${said === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
    if (said !== undefined) {
      failed += 1;
      console.log(said.replace(/^/gm, '     '));
    }
  }
}

await Promise.all([work(), work()]);
process.exitCode = failed === 0 ? 0 : 1;
