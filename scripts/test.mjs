import './setup/node-version.mjs';
import { buildApp } from './setup/build.mjs';
import { prepareMachine, prepareWithoutElectron } from './setup/machine.mjs';
import { PlainStop, runPlainly, say, secondsSince, tellFailure } from './setup/say.mjs';
import { summarize } from './stages/counts.mjs';
import { runCheck, runEndToEnd, runGuards, runUnit } from './stages/run-tests.mjs';

/** @typedef {import('./stages/counts.mjs').Counts} Counts */

const usage = `npm test                          set-up, checks, unit tests, end-to-end tests
npm test -- <part of a path>      only the tests in such files
npm run test:unit -- <filters>    unit tests; the filters are vitest's
npm run test:e2e -- <filters>     end-to-end tests; the filters are Playwright's
npm run test:full                 everything, with the long variants (SHIRUBE_FULL=1)`;

/** @type {string[]} */
const times = [];

await runPlainly(async () => {
  const { stages, filters, full } = readArguments(process.argv.slice(2));
  if (full) process.env.SHIRUBE_FULL = '1';
  /** @type {Counts[]} */
  const all = [];
  /** @param {string} name @param {() => Promise<Counts>} work */
  const stage = async (name, work) => {
    if (stages.includes(name)) all.push(await timed(name, () => work().catch(toFailure)));
  };
  try {
    /** @type {import('./setup/machine.mjs').Machine | undefined} */
    let machine;
    await timed('set-up', async () => {
      if (stages.includes('e2e')) machine = await prepareMachine({ tests: true });
      else await prepareWithoutElectron();
    });
    await timed('build', buildApp);
    await stage('check', runCheck);
    await stage('unit', () => runUnit(filters));
    await stage('e2e', () => runEndToEnd(filters, machine));
    if (full) await stage('guards', runGuards);
  } catch (error) {
    all.push(toFailure(error));
  }
  say(`\n${times.join('\n')}\n${summarize(all)}`);
  return all.some(({ failed }) => failed > 0) ? 1 : 0;
});

/** @param {readonly string[]} args */
function readArguments(args) {
  const rest = args.filter((arg) => arg !== '--full');
  const [first = ''] = rest;
  const isNamed = ['check', 'unit', 'e2e', 'guards'].includes(first);
  const filters = isNamed ? rest.slice(1) : rest;
  const stages = isNamed ? [first] : chooseStages(filters);
  return { stages, filters, full: rest.length < args.length };
}

/** @param {readonly string[]} filters */
function chooseStages(filters) {
  if (filters.length === 0) return ['check', 'unit', 'e2e', 'guards'];
  const paths = filters.filter((filter) => !filter.startsWith('-'));
  if (paths.length === 0 || filters.includes('--help')) throw new PlainStop(usage);
  return paths.some((path) => path.includes('e2e')) ? ['e2e'] : ['unit'];
}

/**
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
async function timed(name, work) {
  const startMs = performance.now();
  say(`\n== ${name}`);
  try {
    return await work();
  } finally {
    times.push(`${name.padEnd(8)}${secondsSince(startMs).padStart(8)}`);
  }
}

/**
 * @param {unknown} error
 * @returns {Counts}
 */
function toFailure(error) {
  tellFailure(error);
  return { passed: 0, failed: 1, skipped: 0 };
}
