import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { giveToApp } from '../e2e/launch.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { measureListing } from './listing.ts';
import type { PreviewFigures } from './preview-bench.ts';
import { measureSearch } from './search.ts';
import { measureStartUp } from './start-up.ts';
import { type Measure, reportLine } from './statistics.ts';
import { generateWorkspace, grow, longGuide } from './workspace.ts';

const root = process.cwd();
const sample = resolve(root, 'content');
const count = process.argv.includes('--full') ? 10_000 : 1_000;
const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7);

function wants(part: string): boolean {
  return only === undefined || only === part;
}

async function previewFigures(): Promise<PreviewFigures[]> {
  const worker = new Worker(new URL('./preview-worker.js', import.meta.url));
  const figures = await new Promise<PreviewFigures[]>((done, failed) => {
    worker.once('message', done);
    worker.once('error', failed);
  });
  await worker.terminate();
  return figures;
}

function previewLines(figures: readonly PreviewFigures[]): string[] {
  const goals: Record<number, number> = { 36_000: 1 / 15, 360_000: 1 / 80, 1_000_000: 1 / 200 };
  return figures.map(({ bytes, fullMs, paragraphMs, listMs, tableMs, ratio, firstRatio }) => {
    const goal = goals[bytes] ?? Number.NaN;
    const ours = (paragraphMs + listMs + tableMs) / 3;
    return [
      `| preview HTML after one key, ${bytes / 1000} KB`,
      `${ours.toFixed(2)} ms`,
      `full remark render ${fullMs.toFixed(0)} ms`,
      `**${ratio.toFixed(4)}**`,
      `first render ${firstRatio.toFixed(2)}`,
      goal.toFixed(4),
      `${ratio <= goal ? 'met' : 'not met'} |`,
    ].join(' | ');
  });
}

const lines: string[] = [];
const measures: Measure[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'shirube-bench-'));
const workspace = join(scratch, 'guides');
const bareApp = join(scratch, 'bare-app');
const barePage = join(scratch, 'bare-editor/index.html');
try {
  // Electron may run as a user who cannot read this checkout.
  cpSync(resolve(root, 'tests/bench/bare-app'), bareApp, { recursive: true });
  cpSync(resolve(root, 'out/bench/bare-editor'), join(scratch, 'bare-editor'), { recursive: true });
  giveToApp(scratch);
  if (wants('list') || wants('search')) {
    mkdirSync(workspace);
    generateWorkspace(workspace, sample, count);
  }
  if (wants('list')) measures.push(...(await measureListing(workspace, count)));
  if (wants('search')) measures.push(...(await measureSearch(workspace, count)));
  if (wants('start')) {
    const copy = join(scratch, 'sample');
    cpSync(sample, copy, { recursive: true });
    giveToApp(copy);
    measures.push(...(await measureStartUp(bareApp, copy)));
  }
  if (wants('keys')) {
    const text = longGuide(sample);
    measures.push(...(await measureKeystrokes(bareApp, barePage, text, '36 KB')));
    measures.push(...(await measureKeystrokes(bareApp, barePage, grow(text, 1_000_000), '1 MB')));
  }
  if (wants('preview')) lines.push(...previewLines(await previewFigures()));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

process.stdout.write(
  [
    '# Bench results',
    '',
    'Written by `npm run bench`. Each row compares Shirube with a named peer in one run, round by',
    'round; the ratio of the medians counts, milliseconds change with the machine.',
    '',
    `${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? 'unknown processor'} x ${cpus().length},`,
    `${process.env.SHIRUBE_RUNTIME_LABEL ?? 'unknown runtime'}, ${count} guides.`,
    '',
    '| measure | Shirube | peer | ratio of medians | ratio of 95th percentiles | goal (at most) | |',
    '|---|---|---|---|---|---|---|',
    ...measures.map(reportLine),
    ...lines,
    '',
  ].join('\n'),
);
