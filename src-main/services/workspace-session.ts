import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Result, WorkspaceInfo } from '#core/ipc/contract';
import type { EventValues } from '#core/ipc/event-values';
import type { EventName } from '#core/ipc/methods';
import { toFailure } from '../files/disk-failure.ts';
import { readHash } from '../files/guide-files.ts';
import { hashOf } from '../files/hash.ts';
import { createMovedFiles } from '../files/moved-files.ts';
import type { watchFolder } from '../files/watch-folder.ts';
import type { OpenedWorkspace } from '../lint-process/api.ts';
import { createDiskCheck, type DiskCheck } from './disk-check.ts';
import type { Log } from './log.ts';
import { createRootPlace } from './root-place.ts';
import {
  createLastingProcess,
  type LastingProcess,
  type StartProcess,
} from './workspace-process.ts';

/** The folder that one window shows: its process, its watch and the state of its open guides. */
export interface WorkspaceSession {
  /** Names the folder in `site://<id>/…` addresses and in this machine's own files. */
  readonly id: string;
  /** Absolute and real. */
  readonly root: string;
  /** Name of the folder. */
  readonly name: string;
  readonly process: LastingProcess;
  readonly disk: DiskCheck;
  /** What the window was last told of the folder. */
  info(): WorkspaceInfo;
  /** Lets events reach the window, those kept back since opening first. */
  activate(): void;
  /** Tells the window that what this machine adds to the folder (export targets) is different now. */
  refresh(): Promise<void>;
  /** Whether the folder is where it was, and the window knows; false while its volume is taken away (F43). */
  isThere(): Promise<boolean>;
  /** Looks at everything again: the window came to the front, or the author asked. */
  rescan(): Promise<void>;
  dispose(): Promise<void>;
}

/** What a session needs of the rest of the application. */
export interface SessionPorts {
  readonly startProcess: StartProcess;
  readonly watch: typeof watchFolder;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly now: () => number;
  /** Calls `look` every `ms`; the function returned stops it. */
  readonly every: (ms: number, look: () => void) => () => void;
  readonly targetRoots: (root: string) => Promise<Readonly<Record<string, string>>>;
  readonly log: Log;
}

/** How often open guides are looked at where nothing tells of changes, and where something does (F40, F42). */
const pollMs = { blind: 2_000, watched: 30_000 };

/** So many paths at once mean that the system's queue may have run over, and a rescan costs no more than to look at each. */
const flood = 500;
/** How long nothing must change until a flood is over. */
const quietMs = 1_000;

/** The id of a folder: the same for every name of it, different for every other. */
export function workspaceIdOf(realRoot: string): string {
  return hashOf(realRoot).slice(0, 16);
}

/** Opens a folder for a window; `emit` sends the window events until the session is disposed of. */
export async function openSession(
  folder: string,
  ports: SessionPorts,
  emit: <E extends EventName>(event: E, value: EventValues[E]) => void,
): Promise<Result<WorkspaceSession>> {
  let root: string;
  try {
    root = await realpath(folder);
    if (!(await stat(root)).isDirectory()) {
      return { ok: false, failure: { code: 'not-found', detail: 'not a folder' } };
    }
  } catch (error) {
    return { ok: false, failure: toFailure(error) };
  }
  const id = workspaceIdOf(root);
  let disposed = false;
  // Until the window has taken the new folder in, it may still show another one.
  let held: (() => void)[] | undefined = [];
  const send: typeof emit = (event, value) => {
    if (disposed) return;
    if (held === undefined) emit(event, value);
    else held.push(() => emit(event, value));
  };
  let opened: OpenedWorkspace | undefined;
  let targetRoots = await ports.targetRoots(root);
  const info = (): WorkspaceInfo => {
    if (opened === undefined) throw new Error('the folder is not open yet');
    return { ...opened, root, id, targetRoots };
  };

  const process = createLastingProcess({
    start: ports.startProcess,
    log: ports.log,
    now: ports.now,
    events: {
      entries: (value) => send('workspace.entries', value),
      progress: (value) => send('workspace.progress', value),
      findings: (value) => send('findings.changed', value),
      exportProgress: (value) => send('export.progress', value),
      schemaProgress: (value) => send('schema.progress', value),
      searchResults: (value) => send('search.results', value),
      searchOutdated: (value) => send('search.outdated', value),
      workspaceChanged(value) {
        const first = opened === undefined;
        opened = value;
        if (!first) send('workspace.changed', info());
      },
    },
  });
  const answer = await process.open(root).catch(() => undefined);
  if (answer?.ok !== true) {
    process.dispose();
    const failure = answer?.failure ?? { code: 'internal' as const, detail: 'workspace process' };
    return { ok: false, failure };
  }
  opened ??= answer.value;

  const moved = createMovedFiles(root);
  /** Where a file that is gone from its path lies now, with the bytes that the window knows of it. */
  async function placeNow(path: string, before: string | null): Promise<string | undefined> {
    const to = before === null ? undefined : await moved.find(path);
    if (to === undefined || disk.paths().includes(to)) return undefined;
    return (await readHash(root, to)) === before ? to : undefined;
  }
  async function tellChange(
    path: string,
    hash: string | null,
    before: string | null,
  ): Promise<void> {
    if (hash !== null) await moved.note(path);
    const to = hash === null ? await placeNow(path, before) : undefined;
    send('guide.changedOnDisk', { path, hash, ...(to === undefined ? {} : { to }) });
  }
  // Looking for a file takes a while; what is told must keep its order.
  let telling = Promise.resolve();
  const check = createDiskCheck({
    readHash: (path) => readHash(root, path),
    wait: ports.wait,
    onChange(path, hash, before) {
      telling = telling
        .then(() => tellChange(path, hash, before))
        .catch((error: unknown) => ports.log.failure('change not told', error));
    },
  });
  const disk: DiskCheck = {
    ...check,
    async look(paths) {
      await check.look(paths);
      await telling;
    },
    know(path, hash) {
      check.know(path, hash);
      void moved.note(path);
    },
    forget(path) {
      check.forget(path);
      moved.forget(path);
    },
    move(from, to) {
      check.move(from, to);
      moved.forget(from);
      void moved.note(to);
    },
  };
  const place = createRootPlace(root, disk.paths);
  let away = false;
  /** While its volume is away, nothing of the folder is taken for deleted: it is all looked at when it is back. */
  async function isThere(): Promise<boolean> {
    const now = await place.isThere();
    if (away !== now) return now;
    away = !now;
    ports.log.info('workspace away', { workspace: id, away });
    send('workspace.away', { away });
    if (!now) return false;
    // The watch ended with the volume.
    await watchAnew();
    await Promise.all([process.rescan(), disk.look()]);
    return true;
  }
  async function rescan(): Promise<void> {
    if (await isThere()) await Promise.all([process.rescan(), disk.look()]);
  }
  async function lookAt(paths: readonly string[]): Promise<void> {
    if (await isThere()) await Promise.all([process.filesChanged(paths), disk.look(paths)]);
  }
  let turns = 0;
  /** After a flood of changes the system may have told of some only: all is looked at once it is over. */
  async function rescanWhenQuiet(): Promise<void> {
    const turn = (turns += 1);
    await ports.wait(quietMs);
    if (turn !== turns || disposed) return;
    turns = 0;
    await rescan();
  }
  function followHint(paths: readonly string[] | undefined): Promise<void> {
    if (paths === undefined) return rescan();
    return paths.length >= flood || turns > 0 ? rescanWhenQuiet() : lookAt(paths);
  }
  const startWatch = () =>
    ports.watch(root, (paths) => {
      if (disposed) return;
      followHint(paths).catch(() =>
        ports.log.error('looking at changes failed', { workspace: id }),
      );
    });
  let watching = startWatch();
  async function watchAnew(): Promise<void> {
    const before = watching;
    watching = before.then(async (watch) => {
      await watch?.stop().catch(() => undefined);
      return disposed ? undefined : startWatch();
    });
    await watching;
  }
  async function lookAtOpen(): Promise<void> {
    if (await isThere()) await disk.look();
  }
  // Setting up a watch takes a while in a large folder; nothing waits for it.
  const polling = watching.then((watch) => {
    ports.log.info('workspace watched', { workspace: id, watched: watch !== undefined });
    if (watch === undefined) send('workspace.unwatched', null);
    const ms = watch === undefined ? pollMs.blind : pollMs.watched;
    return disposed ? undefined : ports.every(ms, () => void lookAtOpen());
  });

  return {
    ok: true,
    value: {
      id,
      root,
      name: basename(root) || root,
      process,
      disk,
      info,
      isThere,
      rescan,
      activate() {
        const kept = held ?? [];
        held = undefined;
        for (const release of kept) release();
      },
      async refresh() {
        targetRoots = await ports.targetRoots(root);
        send('workspace.changed', info());
      },
      async dispose() {
        disposed = true;
        process.dispose();
        (await polling)?.();
        await (await watching)?.stop();
      },
    },
  };
}
