import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkCaseIds } from './check/case-ids.mjs';
import { checkCruise } from './check/cruise.mjs';
import { checkGenerated } from './check/generated.mjs';
import { checkLock } from './check/lock.mjs';

const root = resolve(import.meta.dirname, '..');

/**
 * Runs a tool of this project and shows its output only when it objects.
 * @param {string} tool name in node_modules/.bin
 * @param {string[]} args
 * @returns {string | undefined} what it said, or `undefined` when all is well
 */
function objection(tool, args) {
  const bin = resolve(
    root,
    'node_modules/.bin',
    process.platform === 'win32' ? `${tool}.cmd` : tool,
  );
  if (!existsSync(bin)) return `${tool} is not installed: run npm ci`;
  const { status, stdout, stderr } = spawnSync(bin, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
  });
  return status === 0 ? undefined : `${stdout}${stderr}`.trim() || `${tool} ended with ${status}`;
}

/** Every check in the order of what it costs; all run, so that one pass shows everything. */
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
for (const [name, run] of checks) {
  const began = performance.now();
  const said = run();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${said === undefined ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (said !== undefined) {
    failed += 1;
    console.log(said.replace(/^/gm, '     '));
  }
}
process.exitCode = failed === 0 ? 0 : 1;
