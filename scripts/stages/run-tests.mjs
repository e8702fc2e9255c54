import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from '../setup/at-exit.mjs';
import { run } from '../setup/command.mjs';
import { prepareTestRuntime } from '../setup/launch.mjs';
import { checkoutDir } from '../setup/places.mjs';
import { say } from '../setup/say.mjs';
import { countPlaywright, countVitest, skippedPlaywright, skippedVitest } from './counts.mjs';

/** @typedef {import('./counts.mjs').Counts} Counts */

/** End-to-end tests that run at once: each has a window with half a dozen processes. */
const atOnce = Math.min(2, availableParallelism());

/** @type {Counts} */
const oneFailed = { passed: 0, failed: 1, skipped: 0 };

/**
 * Types, lint and dependency rules; a failure counts as one failed test, success as none.
 * @returns {Promise<Counts>}
 */
export async function runCheck() {
  const script = join(checkoutDir, 'scripts/check.mjs');
  if (!existsSync(script)) return missing('scripts/check.mjs');
  const { code } = await run(process.execPath, [script], { cwd: checkoutDir, show: true });
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * Takes one guard after the other out of a copy of the sources; one that no test misses counts as a failed test.
 * @returns {Promise<Counts>}
 */
export async function runGuards() {
  const script = join(checkoutDir, 'scripts/guards.mjs');
  const { code } = await run(process.execPath, [script], { cwd: checkoutDir, show: true });
  return { passed: 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/**
 * @param {readonly string[]} filters for vitest
 * @returns {Promise<Counts>}
 */
export async function runUnit(filters) {
  if (!hasConfig('vitest')) return missing('vitest.config.ts');
  const { path, remove } = prepareReport();
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`];
  const code = await runTool('vitest/vitest.mjs', [...args, ...filters]);
  const counts = countReport(
    path,
    code,
    countVitest,
    filters.length === 0 ? skippedVitest : undefined,
  );
  await remove();
  return counts;
}

/**
 * @param {readonly string[]} filters for Playwright
 * @param {import('../setup/machine.mjs').Machine | undefined} machine on which the app is built
 * @returns {Promise<Counts>}
 */
export async function runEndToEnd(filters, machine) {
  if (!hasConfig('playwright')) return missing('playwright.config.ts');
  const runtime = await prepareTestRuntime({ machine, displays: atOnce });
  const { path, remove } = prepareReport();
  try {
    const env = { ...process.env, ...runtime.env, PLAYWRIGHT_JSON_OUTPUT_NAME: path };
    const args = ['test', '--reporter=list,json', ...filters];
    const code = await runTool('@playwright/test/cli.js', args, env);
    return countReport(path, code, countPlaywright, skippedPlaywright);
  } finally {
    await remove();
    await runtime.dispose();
  }
}

/**
 * @param {string} script below node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
async function runTool(script, args, env = process.env) {
  const path = join(checkoutDir, 'node_modules', script);
  const { code } = await run(process.execPath, [path, ...args], {
    cwd: checkoutDir,
    env,
    show: true,
  });
  return code;
}

/**
 * @param {string} path of the JSON report
 * @param {number} code exit code of the tool
 * @param {(report: any) => Counts} count
 * @param {(report: any) => readonly string[]} [skipped] names of the tests that did not run
 * @returns {Counts}
 */
function countReport(path, code, count, skipped = () => []) {
  if (!existsSync(path)) return oneFailed;
  const report = JSON.parse(readFileSync(path, 'utf8'));
  const counts = count(report);
  const names = skipped(report);
  if (names.length > 0) say(`Skipped here:\n${names.map((name) => `  ${name}`).join('\n')}`);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function prepareReport() {
  const dir = mkdtempSync(join(tmpdir(), 'shirube-report-'));
  const remove = atExit(() => rmSync(dir, { recursive: true, force: true }));
  return { path: join(dir, 'report.json'), remove };
}

/** @param {string} tool */
function hasConfig(tool) {
  return readdirSync(checkoutDir).some((name) => name.startsWith(`${tool}.config.`));
}

/** @param {string} name */
function missing(name) {
  say(`There is no ${name}, so this stage cannot run: it counts as failed.`);
  return oneFailed;
}
