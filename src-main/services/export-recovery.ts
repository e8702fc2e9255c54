import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Saver } from '../files/saver.ts';
import { hashPlain } from './export-files.ts';
import { appendJournal, type ExportBegin, readJournal } from './export-journal.ts';
import { targetKey, withExportLock } from './export-lock.ts';
import { isSameTarget } from './export-target.ts';
import {
  applyOperations,
  type PathState,
  rollBack,
  statesOf,
  sweep,
  verifyOperations,
} from './export-transaction.ts';

/** What became of an export that had not come to its end. */
export interface ExportRecovery {
  /** The target; `undefined` where the journal does not say it any more. */
  readonly root: string | undefined;
  /** `stopped`: the tree holds bytes that are neither the old nor the new ones, or cannot be reached; nothing was touched. */
  readonly outcome: 'completed' | 'rolled-back' | 'discarded' | 'stopped';
  /** Paths under the target that are neither, for `stopped`. */
  readonly paths: readonly string[];
}

const kept = 20;

async function exportFolders(exportsFolder: string): Promise<string[]> {
  const names = await readdir(exportsFolder).catch(() => []);
  return names.filter((name) => /^\d{8}-[0-9a-f]{32}$/.test(name)).sort();
}

/**
 * Finishes or undoes every export that a crash cut off, each under the lock of its target; with
 * `root`, only those into that folder, whose lock the caller then holds.
 */
export async function recoverExports(
  exportsFolder: string,
  saver: Pick<Saver, 'save'>,
  root?: string,
): Promise<readonly ExportRecovery[]> {
  const recoveries: ExportRecovery[] = [];
  for (const name of await exportFolders(exportsFolder)) {
    const folder = join(exportsFolder, name);
    if (await isFinished(folder)) continue;
    const key = basename(folder).slice(9);
    if (root !== undefined) {
      if (key === targetKey(root)) recoveries.push(await recoverOne(folder, saver));
      continue;
    }
    const recovery = await withExportLock(exportsFolder, key, 0, () => recoverOne(folder, saver));
    // A lock that is held means that its export is under way right now.
    if (recovery !== 'busy') recoveries.push(recovery);
  }
  return recoveries;
}

async function isFinished(folder: string): Promise<boolean> {
  return (await readJournal(folder)).records.some((record) => record.type === 'end');
}

async function recoverOne(folder: string, saver: Pick<Saver, 'save'>): Promise<ExportRecovery> {
  const { records, damaged } = await readJournal(folder);
  const begin = records.find((record) => record.type === 'begin');
  const has = (type: 'commit' | 'rollback' | 'end'): boolean =>
    records.some((record) => record.type === type);
  const result = (outcome: ExportRecovery['outcome'], paths: readonly string[] = []) => ({
    root: begin?.root,
    outcome,
    paths,
  });
  if (has('end')) return result('discarded');
  if (!begin) return damaged ? result('stopped') : discard();
  // An export writes nothing before its commit is on the medium.
  if (!has('commit') && !damaged) return discard();
  if (!(await isSameTarget(begin))) return result('stopped');

  const states = await statesOf(begin);
  const others = begin.operations.filter((_, index) => states[index] === 'other');
  if (others.length > 0)
    return result(
      'stopped',
      others.map(({ path }) => path),
    );
  const backwards = has('rollback') || damaged || !(await isStaged(folder, begin, states));
  try {
    if (backwards) await rollBack(folder, begin, saver);
    else await complete(folder, begin, states, saver);
  } catch {
    return result('stopped');
  }
  await sweep(begin);
  const outcome = backwards ? 'rolled-back' : 'completed';
  const end = { type: 'end', outcome: backwards ? 'rolled-back' : 'done' } as const;
  // A damaged journal cannot be continued; what it was for is done, so it goes.
  if (damaged) await rm(folder, { recursive: true, force: true });
  else await appendJournal(folder, [end], records.length);
  return result(outcome);

  async function discard(): Promise<ExportRecovery> {
    await rm(folder, { recursive: true, force: true });
    return result('discarded');
  }
}

/** Whether every byte that is still missing lies ready. */
async function isStaged(
  folder: string,
  { operations }: ExportBegin,
  states: readonly PathState[],
): Promise<boolean> {
  for (const [index, { post }] of operations.entries()) {
    if (post === null || states[index] !== 'pre') continue;
    if ((await hashPlain(join(folder, 'new', post)).catch(() => undefined)) !== post) return false;
  }
  return true;
}

async function complete(
  folder: string,
  begin: ExportBegin,
  states: readonly PathState[],
  saver: Pick<Saver, 'save'>,
): Promise<void> {
  const tools = { saver, readBack: hashPlain, onStep: () => undefined };
  const rest = begin.operations.filter((_, index) => states[index] === 'pre');
  await applyOperations(folder, { ...begin, operations: rest }, tools);
  await verifyOperations(begin, tools);
}

/** Closes exports into a folder that recovery had to leave alone: the newer one's plan has taken what is there into account. */
export async function supersedeExports(
  exportsFolder: string,
  root: string,
  newer: string,
): Promise<void> {
  for (const name of await exportFolders(exportsFolder)) {
    const folder = join(exportsFolder, name);
    if (!name.endsWith(targetKey(root)) || folder === newer || (await isFinished(folder))) continue;
    const { records, damaged } = await readJournal(folder);
    if (damaged) await rm(folder, { recursive: true, force: true });
    else await appendJournal(folder, [{ type: 'end', outcome: 'superseded' }], records.length);
  }
}

/** Keeps the copies of the latest finished exports, for taking one back, and removes older ones. */
export async function pruneExports(exportsFolder: string): Promise<void> {
  const finished: string[] = [];
  for (const name of await exportFolders(exportsFolder)) {
    const folder = join(exportsFolder, name);
    if (!(await isFinished(folder))) continue;
    finished.push(folder);
    await rm(join(folder, 'new'), { recursive: true, force: true });
  }
  for (const folder of finished.slice(0, -kept)) await rm(folder, { recursive: true, force: true });
}
