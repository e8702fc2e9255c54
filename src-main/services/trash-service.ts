import { lstat, mkdir, readFile, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Result, Values } from '#core/ipc/contract';
import type { Disk } from '../files/disk.ts';
import { toFailure } from '../files/disk-failure.ts';
import { readHash } from '../files/guide-files.ts';
import { hashOf } from '../files/hash.ts';
import { moveFile } from '../files/move-file.ts';
import type { Saver } from '../files/saver.ts';
import { hideFromGit, makeTrashPlace, sweepTrash } from '../files/trash-folder.ts';
import { type CheckedParams, fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { contain } from '../security/contain.ts';
import { placeForGuide } from '../security/guide-place.ts';
import { ownPlace } from '../security/own-place.ts';
import { bytesToSave, tellProcess } from './guide-bytes.ts';
import type { History } from './history.ts';
import type { Log } from './log.ts';
import type { ReadOnlyReasons } from './read-only-reasons.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** What taking guides away needs of the rest of the application. */
export interface TrashServicePorts {
  readonly saver: Saver;
  readonly disk: Disk;
  readonly reasons: ReadOnlyReasons;
  readonly history: Pick<History, 'idle'>;
  /** Moves a file to the system's trash; rejects where there is none. */
  readonly systemTrash: (path: string) => Promise<void>;
  /** Where copies lie for taking it back: no system lets a program bring something back from its trash. */
  readonly copies: string;
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<unknown>;
  readonly log: Log;
}

/** A guide that this application took away and can bring back. */
interface Taken {
  readonly root: string;
  readonly path: string;
  readonly copy: string;
  readonly hash: string;
  readonly mode: number;
}

/** Trash of ours in a folder of guides, for systems without one; outside of what is listed and exported. */
const ownTrash = '.shirube/trash';
/** Bytes up to which a file is taken away, since it is copied first. */
const largest = 256 * 1024 * 1024;
/** The system's trash is a program of its own on some systems, which may hang. */
const patienceMs = 10_000;

/** Moves guides to the trash and brings them back; a file is copied and moved, never deleted. */
export function createTrashService(
  ports: TrashServicePorts,
): Handlers<'guide.trash' | 'guide.restore'> {
  const { saver, disk, reasons, history, systemTrash, copies, now, wait, log } = ports;
  const taken = new Map<string, Taken>();

  /** Copies the file as it is on disk, synced, before anything happens to it. */
  async function copyOf(path: string, name: string): Promise<Result<Taken & { id: string }>> {
    try {
      const { size, mode } = await stat(path);
      if (size > largest) return fail('too-large', `${size} bytes`);
      const bytes = await readFile(path);
      const id = await makeTrashPlace(copies, now());
      const copy = join(copies, id, name);
      const kept = await saver.save({ path: copy, bytes, expected: null, mode: 0o600 });
      if (!kept.ok) return kept;
      return succeed({ id, root: '', path: '', copy, hash: kept.hash, mode });
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
  }

  async function isGone(path: string): Promise<boolean> {
    return lstat(path).then(
      () => false,
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    );
  }

  /** Moves the file into the folder's own trash; gives the folder it lies in now, relative to the workspace. */
  async function putIntoOwnTrash(root: string, path: string): Promise<Result<string>> {
    const trash = await contain(root, ownTrash, 'write');
    if (!trash.ok) return fail('outside-workspace', trash.reason);
    let name: string;
    try {
      name = await makeTrashPlace(trash.path, now());
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
    await hideFromGit(trash.path);
    const moved = await moveFile(disk, path, join(trash.path, name, basename(path)));
    if (!moved.ok) {
      await rmdir(join(trash.path, name)).catch(() => undefined);
      return moved;
    }
    await sweepTrash(trash.path, now());
    return succeed(`${ownTrash}/${name}`);
  }

  /** Takes the file out of its folder; gives the folder of ours that it went to, `undefined` for the system's trash. */
  async function putAway(root: string, path: string): Promise<Result<string | undefined>> {
    const hangs = wait(patienceMs).then(() => Promise.reject(new Error('hangs')));
    // The loser of the race must not become an error that nobody handles.
    hangs.catch(() => undefined);
    try {
      await Promise.race([systemTrash(path), hangs]);
    } catch {
      log.info('no system trash');
    }
    // What counts is whether the file is gone, whatever was said about it.
    return (await isGone(path)) ? succeed(undefined) : putIntoOwnTrash(root, path);
  }

  async function trash(
    { path, text, bom, baseHash }: CheckedParams<'guide.trash'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.trash']>> {
    const { root } = session;
    const place = await ownPlace(root, path);
    if (!place.ok) return place;
    const reason = reasons.of(session, path);
    if (text !== null && (reason === 'not-utf8' || reason === 'too-large')) {
      return fail(reason, 'opened to read only');
    }
    const unsaved = text === null ? undefined : bytesToSave(text, bom);
    if (unsaved?.ok === false) return unsaved;
    // A save may wait for the history.
    await history.idle();
    await saver.idle();
    if (baseHash !== null && (await readHash(root, path)) !== baseHash) {
      return fail('changed-on-disk', 'other bytes');
    }
    const kept = await copyOf(place.path, basename(path));
    if (!kept.ok) return kept;
    const { id, copy, hash, mode } = kept.value;

    const ended = session.disk.saving(path);
    try {
      // What was not saved goes along, so that it is there when the author looks into the trash.
      if (unsaved !== undefined) {
        const saved = await saver.save({ path: place.path, bytes: unsaved.value, expected: hash });
        if (!saved.ok) return saved;
      }
      const put = await putAway(root, place.path);
      if (!put.ok) {
        await putBack(place.path, copy, unsaved?.value);
        return put;
      }
      session.disk.forget(path);
      taken.set(id, { root, path, copy, hash, mode });
      tellProcess(session, path);
      return succeed({ id, ...(put.value === undefined ? {} : { keptIn: put.value }) });
    } finally {
      ended();
    }
  }

  /** Nothing was taken away, so nothing may have been saved either. */
  async function putBack(
    path: string,
    copy: string,
    unsaved: Uint8Array | undefined,
  ): Promise<void> {
    if (unsaved === undefined) return;
    const bytes = await readFile(copy);
    await saver.save({ path, bytes, expected: hashOf(unsaved) });
  }

  async function restore(
    id: string,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.restore']>> {
    const thing = taken.get(id);
    if (thing === undefined || thing.root !== session.root) return fail('not-found', 'not taken');
    const { path, copy, hash, mode } = thing;
    const place = await placeForGuide(session.root, path);
    if (!place.ok) return fail('outside-workspace', place.reason);
    try {
      const bytes = await readFile(copy);
      if (hashOf(bytes) !== hash) return fail('io', 'other bytes in the copy');
      await mkdir(dirname(place.path), { recursive: true });
      const outcome = await saver.save({ path: place.path, bytes, expected: null, mode });
      if (!outcome.ok) return outcome;
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
    taken.delete(id);
    tellProcess(session, path);
    return succeed({ path });
  }

  return {
    async 'guide.trash'(params, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.trash') : trash(params, session);
    },
    async 'guide.restore'({ id }, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.restore') : restore(id, session);
    },
  };
}
