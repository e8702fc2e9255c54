import { randomInt } from 'node:crypto';
import { mkdtempSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './setup/at-exit.mjs';
import { buildApp } from './setup/build.mjs';
import { prepareMachine, prepareWithoutElectron } from './setup/machine.mjs';
import { checkoutDir } from './setup/places.mjs';
import { PlainStop, runPlainly, say } from './setup/say.mjs';
import { runEndToEnd, runUnit } from './stages/run-tests.mjs';
import { describeRun, replaceSections } from './torture/report.mjs';

const usage = `npm run torture                        all parts, in their long form; writes tests/torture/report.md
npm run torture -- --only=<part>,…     some parts; their sections of the report are written anew
npm run torture -- --seed=<n>          with the seed of another run; without, it is a new one
npm run torture -- --count=<n>         so much of each part; the report is left alone, unless --write is given
parts: saver-kills, power-cuts, interleavings, app-kills`;

/** How much the long form does of each part. */
const longCounts = {
  'saver-kills': 10_000,
  'power-cuts': 600,
  interleavings: 10_000,
  'app-kills': 200,
};

/** @typedef {keyof typeof longCounts} Part */

const reportPath = join(checkoutDir, 'tests/torture/report.md');

await runPlainly(async () => {
  const { parts, seed, count, write } = readArguments(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'shirube-torture-'));
  const remove = atExit(() => rmSync(folder, { recursive: true, force: true }));
  /** @type {import('./setup/machine.mjs').Machine | undefined} */
  let machine;
  if (parts.includes('app-kills')) {
    machine = await prepareMachine({ tests: true });
    await buildApp();
  } else await prepareWithoutElectron();
  /** @type {import('./torture/report.mjs').Section[]} */
  const sections = [];
  for (const part of parts) {
    const results = join(folder, `${part}.jsonl`);
    const counts = { [part]: count ?? longCounts[part] };
    process.env.SHIRUBE_TORTURE = JSON.stringify({ seed, counts });
    process.env.SHIRUBE_TORTURE_RESULTS = results;
    say(`\n== ${part}: ${counts[part]}, seed ${seed}`);
    const began = performance.now();
    const tests =
      part === 'app-kills'
        ? await runEndToEnd(['tests/e2e/app-kills.spec.ts'], machine)
        : await runUnit([`tests/torture/${part}.test.ts`]);
    const lines = existsSync(results) ? readFileSync(results, 'utf8').trim().split('\n') : [];
    const told = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    const seconds = Math.round((performance.now() - began) / 1000);
    sections.push({ part, seed, count: counts[part] ?? 0, tests, told, seconds });
  }
  const text = sections.map(describeRun).join('\n');
  say(`\n${text}`);
  if (write) {
    const before = existsSync(reportPath) ? readFileSync(reportPath, 'utf8') : '';
    writeFileSync(reportPath, replaceSections(before, sections, Object.keys(longCounts)));
  }
  await remove();
  return sections.some(({ tests }) => tests.failed > 0) ? 1 : 0;
});

/** @param {readonly string[]} given */
function readArguments(given) {
  const args = given.filter((arg) => arg !== '--write');
  /** @param {string} name */
  const valueOf = (name) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const known = ['only', 'seed', 'count'].map((name) => `--${name}=`);
  if (args.some((arg) => !known.some((start) => arg.startsWith(start)))) throw new PlainStop(usage);
  const all = /** @type {Part[]} */ (Object.keys(longCounts));
  const asked = valueOf('only')?.split(',') ?? all;
  const parts = all.filter((part) => asked.includes(part));
  const seed = Number(valueOf('seed') ?? randomInt(2 ** 31));
  const asCount = valueOf('count');
  const count = asCount === undefined ? undefined : Number(asCount);
  const areNumbers = Number.isInteger(seed) && (count === undefined || count > 0);
  if (parts.length < asked.length || !areNumbers) throw new PlainStop(usage);
  return { parts, seed, count, write: count === undefined || args.length < given.length };
}
