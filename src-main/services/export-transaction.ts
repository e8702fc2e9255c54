import { chmod, lstat, mkdir, readdir, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Failure } from '#core/ipc/contract';
import { toFailure } from '../files/disk-failure.ts';
import { hashOf } from '../files/hash.ts';
import { type Saver, sweepTemporaries } from '../files/saver.ts';
import {
  eachOf,
  hashPlain,
  hasRealFolders,
  makeFolder,
  readPlain,
  removeFile,
  syncFolder,
  writeSynced,
} from './export-files.ts';
import {
  appendJournal,
  type ExportBegin,
  type ExportOperation,
  type ExportRecord,
} from './export-journal.ts';

/** An expected reason to stop; travels as a thrown value inside an export only. */
export class ExportStop extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`${failure.code}: ${failure.detail}`);
    this.failure = failure;
  }
}

/** What an export writes with, and who hears of it; `readBack` is the reading that proves it done. */
export interface ExportTools {
  readonly saver: Pick<Saver, 'save'>;
  readonly readBack: (path: string) => Promise<string | undefined>;
  readonly onStep: (phase: 'write' | 'verify', done: number, total: number) => void;
}

const parallel = 8;
const oldCopy = (folder: string, hash: string): string => join(folder, 'old', hash);
const newCopy = (folder: string, hash: string): string => join(folder, 'new', hash);

/** The failure behind anything thrown while exporting; what is no error of the disk is a bug, `internal`. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ExportStop) return error.failure;
  if (typeof (error as NodeJS.ErrnoException).code === 'string') return toFailure(error);
  return { code: 'internal', detail: error instanceof Error ? error.message : String(error) };
}

/**
 * Copies what is there (`old`) and what is to come (`new`) into the export's own folder, each under
 * its hash, so that the tree can be made whole in either direction. Touches nothing at the target.
 */
export async function stage(
  folder: string,
  begin: ExportBegin,
  newBytes: (operation: ExportOperation) => Promise<Uint8Array | undefined>,
): Promise<void> {
  await mkdir(join(folder, 'old'), { recursive: true, mode: 0o700 });
  await mkdir(join(folder, 'new'), { recursive: true, mode: 0o700 });
  const staged = new Set<string>();
  const put = async (path: string, bytes: Uint8Array): Promise<void> => {
    if (staged.has(path)) return;
    staged.add(path);
    await writeSynced(path, bytes);
  };
  await eachOf(begin.operations, 8, async (operation) => {
    const { path, pre, post } = operation;
    if (post !== null) {
      const bytes = await newBytes(operation);
      if (!bytes || hashOf(bytes) !== post) throw outdated(path);
      await put(newCopy(folder, post), bytes);
    }
    const found = (await hasRealFolders(begin.root, path))
      ? await readPlain(join(begin.root, path)).catch(() => Buffer.from(`unreadable ${path}`))
      : undefined;
    if ((found ? hashOf(found) : null) !== pre) throw outdated(path);
    if (found && pre !== null) await put(oldCopy(folder, pre), found);
  });
  for (const part of ['old', 'new', '.']) await syncFolder(join(folder, part));
  await syncFolder(dirname(folder));
}

function outdated(path: string): ExportStop {
  return new ExportStop({ code: 'plan-outdated', detail: path });
}

/** Writes and removes what the journal says, images before guides and the manifest last. Throws at the first failure. */
export async function applyOperations(
  folder: string,
  { root, operations, folders }: ExportBegin,
  tools: ExportTools,
  isCancelled: () => boolean = () => false,
): Promise<void> {
  for (const path of folders) {
    if (!(await hasRealFolders(root, path))) throw outdated(path);
    await makeFolder(join(root, path));
  }
  let done = 0;
  const step = async (operation: ExportOperation): Promise<void> => {
    if (isCancelled()) throw new ExportStop({ code: 'cancelled', detail: '' });
    await applyOne(folder, root, operation, tools.saver);
    done += 1;
    tools.onStep('write', done, operations.length);
  };
  for (const group of inOrder(operations)) await eachOf(group, parallel, step);
}

/** Assets, then guides, then removals, then the manifest: a tree cut off in between never names what it lacks. */
function inOrder(operations: readonly ExportOperation[]): readonly (readonly ExportOperation[])[] {
  const manifest = operations.slice(-1);
  const rest = operations.slice(0, -1);
  const writes = rest.filter((one) => one.post !== null);
  const isGuide = (one: ExportOperation): boolean => one.path.endsWith('.md');
  return [
    writes.filter((one) => !isGuide(one)),
    writes.filter(isGuide),
    rest.filter((one) => one.post === null),
    manifest,
  ];
}

async function applyOne(
  folder: string,
  root: string,
  { path, pre, post }: ExportOperation,
  saver: ExportTools['saver'],
): Promise<void> {
  if (post === null) {
    if (pre !== null) await removeExactly(root, path, pre);
    return;
  }
  const bytes = await readPlain(newCopy(folder, post));
  if (!bytes || hashOf(bytes) !== post) throw new Error('the staged copy is damaged');
  await writeExactly(root, path, bytes, pre, saver);
}

/** Puts bytes in place of exactly what is expected there, never through a link. */
async function writeExactly(
  root: string,
  path: string,
  bytes: Uint8Array,
  expected: string | null,
  saver: ExportTools['saver'],
): Promise<void> {
  const place = join(root, path);
  if (!(await hasRealFolders(root, path))) throw outdated(path);
  const found = await lstat(place).catch(() => undefined);
  if (found ? !found.isFile() || expected === null : expected !== null) throw outdated(path);
  const outcome = await saver.save({ path: place, bytes, expected, mode: 0o644 });
  if (!outcome.ok) {
    const { code } = outcome.failure;
    const theirs = code === 'changed-on-disk' || code === 'already-exists';
    throw theirs ? outdated(path) : new ExportStop(outcome.failure);
  }
}

async function removeExactly(root: string, path: string, pre: string): Promise<void> {
  const place = join(root, path);
  if (!(await hasRealFolders(root, path))) throw outdated(path);
  if ((await hashPlain(place).catch(() => undefined)) !== pre) throw outdated(path);
  await removeFile(place);
}

/** Opens every path anew and compares; throws where one is not what the plan says (X8). */
export async function verifyOperations(
  { root, operations }: ExportBegin,
  tools: ExportTools,
): Promise<void> {
  let done = 0;
  await eachOf(operations, 8, async ({ path, post }) => {
    const real = await hasRealFolders(root, path);
    const found = real ? ((await tools.readBack(join(root, path))) ?? null) : null;
    if (found !== post) throw outdated(path);
    done += 1;
    tools.onStep('verify', done, operations.length);
  });
}

/** Where each path stands between the two states of the tree. */
export type PathState = 'pre' | 'post' | 'both' | 'other';

/** Says for each operation whether the target has the old bytes, the new ones, or somebody else's. */
export async function statesOf({ root, operations }: ExportBegin): Promise<readonly PathState[]> {
  const states: PathState[] = [];
  for (const { path, pre, post } of operations) {
    const found = (await hasRealFolders(root, path))
      ? ((await hashPlain(join(root, path)).catch(() => 'unreadable')) ?? null)
      : null;
    if (pre === post && found === pre) states.push('both');
    else states.push(found === pre ? 'pre' : found === post ? 'post' : 'other');
  }
  return states;
}

/** Brings back what was there before: new files go first, since that makes room. What others wrote stays. */
export async function rollBack(
  folder: string,
  begin: ExportBegin,
  saver: ExportTools['saver'],
): Promise<void> {
  const states = await statesOf(begin);
  const undo = begin.operations.filter((_, index) => states[index] === 'post').toReversed();
  const [manifest, ...rest] = undo;
  const ordered = manifest ? [manifest, ...rest.filter(isNew), ...rest.filter(wasThere)] : [];
  for (const { path, pre, post } of ordered) {
    if (pre === null) {
      if (post !== null) await removeExactly(begin.root, path, post);
      continue;
    }
    const bytes = await readPlain(oldCopy(folder, pre));
    if (!bytes || hashOf(bytes) !== pre) throw new Error('the copy of the former bytes is damaged');
    await writeExactly(begin.root, path, bytes, post, saver);
  }
  for (const path of begin.folders.toReversed()) {
    // Only a folder that this export made and that holds nothing else goes.
    await rmdir(join(begin.root, path)).catch(() => undefined);
  }
}

const isNew = ({ pre }: ExportOperation): boolean => pre === null;
const wasThere = ({ pre }: ExportOperation): boolean => pre !== null;

/** Removes what a killed save left beside the files of this export. */
export async function sweep({ root, operations }: ExportBegin): Promise<void> {
  const folders = new Set(operations.map(({ path }) => dirname(join(root, path))));
  for (const folder of folders) await sweepTemporaries(folder, 0);
}

/** Runs a staged export to its end: all of it is there, verified, or the target is as it was before. */
export async function runTransaction(
  folder: string,
  begin: ExportBegin,
  tools: ExportTools,
  isCancelled: () => boolean,
): Promise<Failure | undefined> {
  const end = (outcome: 'done' | 'rolled-back'): ExportRecord => ({ type: 'end', outcome });
  await appendJournal(folder, [begin, { type: 'commit' }], 0);
  await syncFolder(folder);
  try {
    await applyOperations(folder, begin, tools, isCancelled);
    await verifyOperations(begin, tools);
  } catch (error) {
    const failure = failureOf(error);
    try {
      await appendJournal(folder, [{ type: 'rollback' }], 2);
      await rollBack(folder, begin, tools.saver);
      await appendJournal(folder, [end('rolled-back')], 3);
    } catch {
      // The journal has no end: the next start, or the next export, finishes going back.
      return { code: failure.code, detail: `unfinished: ${failure.detail}` };
    }
    return failure;
  }
  await appendJournal(folder, [end('done')], 2);
  return undefined;
}

/**
 * Makes the folder of a new export, named after its target so that its lock is known before anything
 * is in it; later ones sort after earlier ones whatever the clock says.
 */
export async function newExportFolder(exportsFolder: string, key: string): Promise<string> {
  await mkdir(exportsFolder, { recursive: true, mode: 0o700 });
  await chmod(exportsFolder, 0o700);
  const numbers = (await readdir(exportsFolder)).map((name) => Number.parseInt(name, 10) || 0);
  const number = String(Math.max(0, ...numbers) + 1).padStart(8, '0');
  const folder = join(exportsFolder, `${number}-${key}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}
