import { execFileSync } from 'node:child_process';
import { cpus, release } from 'node:os';
import { checkoutDir } from '../setup/places.mjs';

/**
 * What one part of the torture did.
 * @typedef {object} Section
 * @property {string} part
 * @property {number} seed
 * @property {number} count how much of the part was asked for
 * @property {import('../stages/counts.mjs').Counts} tests
 * @property {readonly { numbers?: Readonly<Record<string, number>>, skipped?: string }[]} told by its tests, each by itself
 * @property {number} seconds
 */

const head = `# Torture report

Written by \`npm run torture\`, a section for each part; each section says what was really done, when, and on
which commit. The seed decides texts, orders and planned moments; when a kill really comes, the system decides.
`;

/** @param {readonly string[]} args */
function git(args) {
  return execFileSync('git', args, { cwd: checkoutDir, encoding: 'utf8' }).trim();
}

/** The commit, and whether anything but the report has been changed since. */
function commit() {
  const changed = git([
    'status',
    '--porcelain',
    '--untracked-files=no',
    '--',
    ':!tests/torture/report.md',
  ]);
  return `${git(['rev-parse', 'HEAD'])}${changed === '' ? '' : ', with changes that are not committed'}`;
}

/**
 * The sum of what several tests told; what is "at most" or a percentile does not add up.
 * @param {Section['told']} told
 */
function total(told) {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const [name, number] of told.flatMap(({ numbers = {} }) => Object.entries(numbers))) {
    const before = sums.get(name) ?? 0;
    sums.set(name, name.endsWith('(ms)') ? Math.max(before, number) : before + number);
  }
  return sums;
}

/**
 * A section in words.
 * @param {Section} section
 */
export function describeRun({ part, seed, count, tests, told, seconds }) {
  const sums = total(told);
  const problems = sums.get('problems');
  sums.delete('problems');
  const passed = tests.failed === 0 && tests.skipped === 0;
  const verdict = passed ? 'passed' : tests.failed > 0 ? 'FAILED' : 'SKIPPED';
  return [
    `## ${part}`,
    '',
    `${verdict}: ${problems ?? 'unknown'} problems (lost, torn or silent) · ${tests.passed} tests passed, ${tests.failed} failed, ${tests.skipped} skipped`,
    '',
    ...told.flatMap(({ skipped }) => (skipped === undefined ? [] : [`${skipped}.`, ''])),
    '| what | how many |',
    '|---|---|',
    ...[...sums].map(([name, number]) => `| ${name} | ${number} |`),
    '',
    `- Replay: \`npm run torture -- --only=${part} --seed=${seed} --count=${count}\``,
    `- Commit: ${commit()}`,
    `- ${new Date().toISOString().slice(0, 16)}Z, ${seconds} s, ${process.platform} ${release()}, Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'} x ${cpus().length}`,
    '',
  ].join('\n');
}

/**
 * The report with these sections in place of those of before, in the order of `order`.
 * @param {string} report
 * @param {readonly Section[]} sections
 * @param {readonly string[]} order
 */
export function replaceSections(report, sections, order) {
  /** @type {Map<string, string>} */
  const texts = new Map();
  for (const text of report.split(/^(?=## )/m).filter((one) => one.startsWith('## '))) {
    texts.set(/^## (.*)/.exec(text)?.[1] ?? '', `${text.trim()}\n`);
  }
  for (const section of sections) texts.set(section.part, describeRun(section));
  return [head, ...order.flatMap((part) => texts.get(part) ?? [])].join('\n');
}
