import { execFile } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { createSaver } from '../../../src-main/files/saver.ts';
import { recoverExports } from '../../../src-main/services/export-recovery.ts';
import { bundleProgram } from './bundle-program.ts';
import { exportAll, guideText, png, readTree, setUp, temporaryFolder } from './export-fixtures.ts';

let program = '';
beforeAll(async () => {
  program = await bundleProgram('tests/main/export/child.ts', temporaryFolder());
}, 60_000);

interface Ended {
  readonly killed: boolean;
  readonly calls: number;
}

function runChild(...args: readonly (string | number)[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, ...args.map(String)], (error, _stdout, stderr) => {
      if (error && error.signal !== 'SIGKILL') reject(error);
      else resolve({ killed: error !== null, calls: Number(/calls (\d+)/.exec(stderr)?.[1] ?? 0) });
    });
  });
}

/** A site that was exported once, and a workspace that has since got a new, a changed and a removed guide. */
async function prepare() {
  const context = setUp({
    'guides/a.md': guideText('a', 'old', { images: ['/static/a.png'] }),
    'guides/b.md': guideText('b', 'old'),
    'guides/gone.md': guideText('gone', 'old'),
    'static/a.png': png('old'),
  });
  await exportAll(context.service, context.site);
  writeFileSync(
    join(context.workspace, 'guides/a.md'),
    guideText('a', 'new', { images: ['/static/a.png'] }),
  );
  writeFileSync(join(context.workspace, 'guides/b.md'), guideText('b', 'new'));
  writeFileSync(join(context.workspace, 'guides/c.md'), guideText('c', 'new'));
  writeFileSync(join(context.workspace, 'static/a.png'), png('new'));
  rmSync(join(context.workspace, 'guides/gone.md'));
  return context;
}

/** Spreads `count` numbers over 1..`most`, the ends included. */
const spread = (most: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => 1 + Math.round((index * (most - 1)) / (count - 1)));

test('[X1] [E01] killed at any call to the disk, the site is wholly old or wholly new after the next start', async () => {
  const context = await prepare();
  const pristine = temporaryFolder();
  for (const part of ['site', 'data'])
    cpSync(join(context.site, '..', part), join(pristine, part), { recursive: true });
  const restore = (): void => {
    for (const part of ['site', 'data']) {
      rmSync(join(context.site, '..', part), { recursive: true });
      cpSync(join(pristine, part), join(context.site, '..', part), { recursive: true });
    }
  };
  const old = readTree(context.site);
  const { calls } = await runChild(
    'export',
    context.workspace,
    context.site,
    context.dataFolder,
    0,
  );
  const fresh = readTree(context.site);
  expect(calls).toBeGreaterThan(50);
  expect(fresh).not.toEqual(old);
  // A copy is another folder on the disk; only what lies in the same place is the same target.
  const outcomes = new Set<string>();
  for (const killAt of spread(calls, 36)) {
    restore();
    const { killed } = await runChild(
      'export',
      context.workspace,
      context.site,
      context.dataFolder,
      killAt,
    );
    expect(killed).toBe(true);
    const recoveries = await recoverExports(context.exportsFolder, createSaver());
    for (const { outcome } of recoveries) outcomes.add(outcome);
    const tree = readTree(context.site);
    const isNew = tree['guides/b.md'] === fresh['guides/b.md'];
    expect(tree, `killed at call ${killAt}`).toEqual(isNew ? fresh : old);
    expect(await recoverExports(context.exportsFolder, createSaver())).toEqual([]);
    // And work goes on: the next export is complete, the one after has nothing to do.
    expect((await exportAll(context.make(), context.site)).result, `${killAt}`).toMatchObject({
      ok: true,
    });
    expect(readTree(context.site)).toEqual(fresh);
  }
  expect(outcomes).toEqual(new Set(['discarded', 'completed']));
}, 120_000);

test('[X1] killed again while it recovers, the next start still makes the site whole', async () => {
  const context = await prepare();
  const old = readTree(context.site);
  const first = await runChild('export', context.workspace, context.site, context.dataFolder, 75);
  expect(first.killed).toBe(true);
  let kills = 0;
  for (let killAt = 3; kills < 12; killAt += 7) {
    const { killed } = await runChild('recover', '', '', context.dataFolder, killAt);
    if (!killed) break;
    kills += 1;
  }
  expect(kills).toBeGreaterThan(2);
  await recoverExports(context.exportsFolder, createSaver());
  const tree = readTree(context.site);
  await exportAll(context.make(), context.site);
  const fresh = readTree(context.site);
  expect(tree).toEqual(tree['guides/b.md'] === old['guides/b.md'] ? old : fresh);
  expect(readdirSync(context.exportsFolder)).toContain('locks');
}, 60_000);
