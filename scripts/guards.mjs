import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { guards } from './guards/guards.mjs';
import { atExit } from './setup/at-exit.mjs';
import { run } from './setup/command.mjs';
import { checkoutDir } from './setup/places.mjs';
import { PlainStop, runPlainly, say, secondsSince } from './setup/say.mjs';

/** @typedef {import('./guards/guards.mjs').Guard} Guard */

// Takes one guard after the other out of a copy of the sources and demands that a test turns red: a test
// that stays green proves nothing. `-- <part of a name>` runs some.
await runPlainly(async () => {
  const [part = ''] = process.argv.slice(2);
  const chosen = guards.filter(({ name }) => name.includes(part));
  if (chosen.length === 0) throw new PlainStop(`There is no guard with "${part}" in its name.`);
  const { copy, remove } = copyCheckout();
  const all = [...new Set(chosen.flatMap(({ tests }) => tests))];
  const began = performance.now();
  const asIs = await runTests(copy, all);
  say(`with all guards: ${asIs.passed} passed, ${asIs.red.length} failed (${secondsSince(began)})`);
  if (asIs.red.length > 0 || asIs.passed === 0) {
    throw new PlainStop(`These must be green first: ${asIs.red.join('; ') || all.join(', ')}`);
  }
  let green = 0;
  for (const guard of chosen) {
    const start = performance.now();
    const restore = takeOut(copy, guard);
    const { red } = await runTests(copy, guard.tests);
    restore();
    const [first] = red;
    if (first === undefined) green += 1;
    const verdict = first === undefined ? 'GREEN' : 'red  ';
    say(`${verdict} ${guard.name} (${secondsSince(start)})${first ? ` — ${first}` : ''}`);
  }
  say(`\n${chosen.length - green} of ${chosen.length} guards are held by a test`);
  await remove();
  return green === 0 ? 0 : 1;
});

/** A copy of what git knows and what is new, as it is now, with the packages of this checkout. */
function copyCheckout() {
  const copy = mkdtempSync(join(tmpdir(), 'shirube-guards-'));
  const remove = atExit(() => rmSync(copy, { recursive: true, force: true }));
  const args = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const options = /** @type {const} */ ({ cwd: checkoutDir, encoding: 'utf8', maxBuffer: 2 ** 26 });
  for (const path of execFileSync('git', args, options).split('\0')) {
    if (path === '' || path === 'node_modules') continue;
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    cpSync(join(checkoutDir, path), join(copy, path), { verbatimSymlinks: true });
  }
  symlinkSync(join(checkoutDir, 'node_modules'), join(copy, 'node_modules'));
  return { copy, remove };
}

/**
 * Takes a guard out; gives what puts it back.
 * @param {string} copy
 * @param {Guard} guard
 */
function takeOut(copy, { name, file, from, to }) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  const found = source.split(from).length - 1;
  if (found !== 1) {
    throw new PlainStop(`${name}: its text is ${found} times in ${file}, so nothing was tried.`);
  }
  writeFileSync(
    path,
    source.replace(from, () => to),
  );
  return () => writeFileSync(path, source);
}

/**
 * Runs tests; gives the titles of those that failed. A file that does not even load is no proof.
 * @param {string} copy
 * @param {readonly string[]} tests
 */
async function runTests(copy, tests) {
  const report = join(copy, 'guards-report.json');
  rmSync(report, { force: true });
  const vitest = join(copy, 'node_modules/vitest/vitest.mjs');
  const args = [vitest, 'run', '--reporter=json', `--outputFile=${report}`, ...tests];
  const { stderr } = await run(process.execPath, args, { cwd: copy });
  /** @type {any} */
  let told;
  try {
    told = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    throw new PlainStop(`The tests gave no report: ${stderr.trim().split('\n').at(-1)}`);
  }
  const broken = told.testResults.find(
    (/** @type {any} */ { status, assertionResults }) =>
      status === 'failed' && assertionResults.length === 0,
  );
  if (broken) throw new PlainStop(`${broken.name} does not load: ${broken.message}`);
  /** @type {string[]} */
  const red = told.testResults
    .flatMap((/** @type {any} */ file) => file.assertionResults)
    .filter((/** @type {any} */ { status }) => status === 'failed')
    .map((/** @type {any} */ { title }) => title);
  return { red, passed: told.numPassedTests };
}
