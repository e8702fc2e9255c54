import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { giveToApp } from '../e2e/launch.ts';
import { measureKeystrokes } from './keystrokes.ts';
import { measureListing } from './listing.ts';
import { measureKeyToPage, measurePreviewPeer } from './preview-page.ts';
import { measureSaving } from './saving.ts';
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

/** Rendering alone runs in a worker as the application's does, warmed there. */
async function measureRendering(): Promise<Measure[]> {
  const worker = new Worker(new URL('./preview-worker.js', import.meta.url));
  const measures = await new Promise<Measure[]>((done, failed) => {
    worker.once('message', done);
    worker.once('error', failed);
  });
  await worker.terminate();
  return measures;
}

const measures: Measure[] = [];
const scratch = mkdtempSync(join(tmpdir(), 'shirube-bench-'));
const workspace = join(scratch, 'guides');
const bareApp = join(scratch, 'bare-app');
const barePage = join(scratch, 'bare-editor/index.html');
const peerPage = join(scratch, 'preview-peer/index.html');
try {
  // Electron may run as a user who cannot read this checkout.
  cpSync(resolve(root, 'tests/bench/bare-app'), bareApp, { recursive: true });
  for (const page of ['bare-editor', 'preview-peer']) {
    cpSync(resolve(root, 'out/bench', page), join(scratch, page), { recursive: true });
  }
  giveToApp(scratch);
  if (wants('list') || wants('search')) {
    mkdirSync(workspace);
    generateWorkspace(workspace, sample, count);
  }
  if (wants('list')) measures.push(...(await measureListing(workspace, count)));
  if (wants('search')) measures.push(...(await measureSearch(workspace, count)));
  if (wants('save')) {
    const out = resolve(root, 'out/bench');
    measures.push(...(await measureSaving(out, longGuide(sample))));
  }
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
  if (wants('preview')) {
    measures.push(...(await measureRendering()));
    measures.push(...(await measurePreviewPeer(bareApp, peerPage)));
    measures.push(...(await measureKeyToPage(longGuide(sample))));
  }
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
    '',
  ].join('\n'),
);
