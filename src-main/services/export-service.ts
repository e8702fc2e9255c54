import { mkdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { createManifest, stringifyManifest } from '#core/export/manifest';
import type { ExportPlan, ExportResult, PlanItem } from '#core/export/plan';
import { manifestAfter, type Selection, selectItems } from '#core/export/selection';
import { parentFolders } from '#core/export/target-path';
import type { ExportContent, Result } from '#core/ipc/contract';
import type { EventValues } from '#core/ipc/event-values';
import { hashOf } from '../files/hash.ts';
import type { Saver } from '../files/saver.ts';
import { exportsFolderOf } from './export-data-folder.ts';
import { hashPlain, hasRealFolders, readPlain } from './export-files.ts';
import type { ExportBegin, ExportOperation } from './export-journal.ts';
import { targetKey, withExportLock } from './export-lock.ts';
import { planExport, type PlannedExport } from './export-planning.ts';
import { pruneExports, recoverExports, supersedeExports } from './export-recovery.ts';
import type { ExportSource } from './export-source.ts';
import { isGitBusy, isSameTarget, type TargetRefusal } from './export-target.ts';
import {
  ExportStop,
  failureOf,
  newExportFolder,
  runTransaction,
  stage,
} from './export-transaction.ts';

/** What exporting needs from outside. */
export interface ExportServiceDeps {
  readonly source: ExportSource;
  readonly saver: Pick<Saver, 'save'>;
  /** The application's own folder, where journals, locks and copies lie. */
  readonly dataFolder: string;
  /** Milliseconds since 1970; written down for the history, never compared. */
  readonly now: () => number;
  readonly onProgress?: (progress: EventValues['export.progress']) => void;
  /** How an exported file is read again to prove it; the real disk unless a test says otherwise. */
  readonly readBack?: (path: string) => Promise<string | undefined>;
  /** How long to wait for another export into the same folder; ten seconds unless given. */
  readonly waitMs?: number;
}

/** Plans exports and does them, all or nothing. Only the latest plan can be applied, and only once. */
export interface ExportService {
  /** Checks, compares and says what an export would do; `target` is an id of the configuration. */
  plan(target: string, root: string): Promise<Result<ExportPlan>>;
  /** Both texts of a guide of the latest plan; images have none. */
  content(planId: string, target: string): Promise<Result<ExportContent>>;
  /** Exports the latest plan but for some paths (under the target); refuses where anything has changed since. */
  apply(planId: string, leaveOut: readonly string[]): Promise<Result<ExportResult>>;
  /** Stops what is under way; a started export goes back to what was there. */
  cancel(): void;
}

/** Makes the export service of one workspace. */
export function createExportService(deps: ExportServiceDeps): ExportService {
  const { source, saver, now, onProgress = () => undefined, waitMs = 10_000 } = deps;
  const exportsFolder = exportsFolderOf(deps.dataFolder);
  let current: PlannedExport | undefined;
  let run = { cancelled: false };

  function begin(): typeof run {
    run.cancelled = true;
    run = { cancelled: false };
    return run;
  }

  function steps(mine: typeof run) {
    return (phase: EventValues['export.progress']['phase'], done: number, total: number): void => {
      if (mine.cancelled && (phase === 'check' || phase === 'compare')) throw cancelled();
      onProgress({ phase, done, total });
    };
  }

  async function settle<Value>(work: () => Promise<Value>): Promise<Result<Value>> {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code === 'internal') throw error;
      return { ok: false, failure };
    }
  }

  async function readSource(item: PlanItem | undefined): Promise<Uint8Array | undefined> {
    const bytes = item?.post === undefined ? undefined : await source.read(item.source);
    return bytes && hashOf(bytes) === item?.post ? bytes : undefined;
  }

  async function apply(
    planned: PlannedExport,
    leaveOut: readonly string[],
    mine: typeof run,
  ): Promise<ExportResult> {
    const { plan, folder } = planned;
    const selection = selectItems(plan.items, leaveOut);
    const { operations, manifestBytes } = operationsOf(planned, selection);
    const count = (...actions: readonly string[]): number =>
      plan.items.filter(({ action }) => actions.includes(action)).length;
    const result: ExportResult = {
      written: selection.write.length,
      removed: selection.remove.length,
      unchanged: count('unchanged'),
      blocked: count('blocked', 'conflict'),
    };
    if (operations.length === 0) return result;

    const recovered = await recoverExports(exportsFolder, saver, folder.root);
    if (recovered.some(({ outcome }) => outcome === 'completed' || outcome === 'rolled-back')) {
      throw outdated('an earlier export was finished first');
    }
    const identity = await preflight(planned, operations, selection);
    const exportFolder = await newExportFolder(exportsFolder, targetKey(folder.root));
    try {
      const record: ExportBegin = {
        type: 'begin',
        root: folder.root,
        identity,
        planId: plan.id,
        at: now(),
        operations,
        folders: await missingFolders(folder.root, operations),
      };
      const items = new Map(plan.items.map((item) => [item.target, item]));
      await stage(exportFolder, record, async ({ path }) => {
        const item = items.get(path);
        return item ? source.read(item.source) : manifestBytes;
      });
      await supersedeExports(exportsFolder, folder.root, exportFolder);
      if (mine.cancelled) throw cancelled();
      const tools = { saver, readBack: deps.readBack ?? hashPlain, onStep: steps(mine) };
      const failure = await runTransaction(exportFolder, record, tools, () => mine.cancelled);
      if (failure) throw new ExportStop(failure);
    } catch (error) {
      // Without a journal nothing was begun, and the copies are of no use.
      const began = await stat(join(exportFolder, 'journal.jsonl')).catch(() => undefined);
      if (!began) await rm(exportFolder, { recursive: true, force: true });
      throw error;
    }
    await pruneExports(exportsFolder);
    return result;
  }

  return {
    plan: (target, root) =>
      settle(async () => {
        const mine = begin();
        current = undefined;
        const planned = await planExport(source, target, root, steps(mine));
        if (mine.cancelled) throw cancelled();
        current = planned;
        return planned.plan;
      }),
    content: (planId, target) =>
      settle(async () => {
        const planned = current;
        const item = planned?.plan.items.find((one) => one.target === target);
        if (!planned || planned.plan.id !== planId || !item) throw outdated(target);
        if (item.kind === 'image') return {};
        const before = item.pre && (await readPlain(join(planned.folder.root, target)));
        if (before && hashOf(before) !== item.pre) throw outdated(target);
        const after = await readSource(item);
        if (!after && item.post !== undefined && item.post !== '') throw outdated(target);
        return {
          ...(before && { before: before.toString('utf8') }),
          ...(after && { after: Buffer.from(after).toString('utf8') }),
        };
      }),
    apply: (planId, leaveOut) =>
      settle(async () => {
        const planned = current;
        if (planned?.plan.id !== planId) throw outdated('another plan');
        const mine = begin();
        current = undefined;
        await mkdir(exportsFolder, { recursive: true, mode: 0o700 });
        const result = await withExportLock(
          exportsFolder,
          targetKey(planned.folder.root),
          waitMs,
          () => apply(planned, leaveOut, mine),
        );
        if (result === 'busy') throw refused('busy');
        return result;
      }),
    cancel() {
      run.cancelled = true;
    },
  };
}

/** What is to be written and removed, the manifest last and only if it changes. */
function operationsOf(
  { plan, target, manifest, manifestHash, isThere }: PlannedExport,
  selection: Selection,
): { readonly operations: readonly ExportOperation[]; readonly manifestBytes: Uint8Array } {
  const files = manifestAfter(manifest?.files ?? new Map(), plan.items, selection, isThere);
  const manifestBytes = Buffer.from(stringifyManifest(createManifest(files)));
  const operations: ExportOperation[] = [...selection.write, ...selection.remove].map((item) => ({
    path: item.target,
    pre: item.pre ?? null,
    post: item.action === 'removed' ? null : (item.post ?? null),
  }));
  const post = hashOf(manifestBytes);
  const needed = files.size > 0 || manifestHash !== null;
  if (needed && post !== manifestHash) {
    operations.push({ path: target.manifest, pre: manifestHash, post });
  }
  return { operations, manifestBytes };
}

/** Looks once more, under the lock, whether the target can be written; gives its identity. Makes a folder that is missing. */
async function preflight(
  { folder, target }: PlannedExport,
  operations: readonly ExportOperation[],
  { write }: Selection,
): Promise<string> {
  if (!(await isSameTarget(folder))) throw refused('replaced');
  if (await isGitBusy(folder.root)) throw refused('git-busy');
  for (const { path, pre } of [...operations, { path: target.manifest, pre: null }]) {
    const missing = await missingFolders(folder.root, [{ path }]);
    const first = missing[0];
    // Where a folder is missing, the one above it must be real; else the whole way must be.
    if (pre !== null && first !== undefined) throw outdated(path);
    if (!(await hasRealFolders(folder.root, first ?? path))) throw refused('folder-link');
  }
  if (folder.identity === undefined) await mkdir(folder.root);
  const { bavail, bsize } = await statfs(folder.root);
  const bytes = write.reduce((sum, item) => sum + item.bytes, 0);
  // Old and new lie side by side for a moment, and going back needs room as well.
  if (bavail * bsize < bytes * 2) throw new ExportStop({ code: 'disk-full', detail: 'preflight' });
  const found = await stat(folder.root, { bigint: true });
  return `${found.dev}:${found.ino}`;
}

/** Folders on the way to these paths that are not there, the outer first. */
async function missingFolders(
  root: string,
  operations: readonly { readonly path: string }[],
): Promise<readonly string[]> {
  const folders = [...new Set(operations.flatMap(({ path }) => parentFolders(path)))].sort();
  const missing: string[] = [];
  for (const folder of folders) {
    const found = await stat(join(root, folder)).catch(() => undefined);
    if (!found) missing.push(folder);
  }
  return missing;
}

function refused(detail: TargetRefusal): ExportStop {
  return new ExportStop({ code: 'target-refused', detail });
}

function outdated(detail: string): ExportStop {
  return new ExportStop({ code: 'plan-outdated', detail });
}

function cancelled(): ExportStop {
  return new ExportStop({ code: 'cancelled', detail: '' });
}
