import { lstat, mkdir } from 'node:fs/promises';
import { dirname, join, posix } from 'node:path';
import { checkFileName, pathParts } from '#core/catalog/file-name';
import type { Result, Values } from '#core/ipc/contract';
import type { Disk } from '../files/disk.ts';
import { toFailure } from '../files/disk-failure.ts';
import { readGuide, readHash } from '../files/guide-files.ts';
import { moveFile } from '../files/move-file.ts';
import type { Saver } from '../files/saver.ts';
import { type CheckedParams, fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { placeForGuide } from '../security/guide-place.ts';
import { ownPlace } from '../security/own-place.ts';
import { bytesToSave, tellProcess } from './guide-bytes.ts';
import type { History } from './history.ts';
import type { Journal } from './journal.ts';
import type { ReadOnlyReasons } from './read-only-reasons.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** What copying and renaming guides needs of the rest of the application. */
export interface GuideNamesPorts {
  readonly saver: Saver;
  readonly disk: Disk;
  readonly reasons: ReadOnlyReasons;
  readonly journal: Pick<Journal, 'move'>;
  readonly history: Pick<History, 'move' | 'idle'>;
}

/** Whether both paths are in one folder with one ending, and the new name is one that every system can hold. */
function isRenaming(path: string, to: string): boolean {
  const [before, after] = [pathParts(path), pathParts(to)];
  if (before.folder !== after.folder || before.ending !== after.ending) return false;
  const { stem } = after;
  // The folder has the name it has; only what is given anew must be composed (F22).
  return checkFileName(stem, after.ending) === undefined && stem === stem.normalize('NFC');
}

/** Makes copies of guides and gives their files other names, never in the place of another file. */
export function createGuideNamesService({
  saver,
  disk,
  reasons,
  journal,
  history,
}: GuideNamesPorts): Handlers<
  | 'guide.typeOf'
  | 'guide.duplicate'
  | 'guide.namedBy'
  | 'guide.rename'
  | 'guide.move'
  | 'guide.follow'
> {
  /** The text to copy: what the window sent, or that of the file where it is one that can be edited. */
  async function textToCopy(
    { path, text, bom }: CheckedParams<'guide.duplicate'>,
    root: string,
  ): Promise<Result<{ readonly text: string; readonly bom: boolean }>> {
    if (text !== null) return succeed({ text, bom });
    const read = await readGuide(root, path);
    if (!read.ok) return read;
    const { readOnly } = read.value;
    if (readOnly === 'not-utf8' || readOnly === 'too-large') return fail(readOnly, 'not copied');
    return succeed(read.value);
  }

  async function duplicate(
    params: CheckedParams<'guide.duplicate'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.duplicate']>> {
    if (!(await session.isThere())) return fail('folder-away', 'root');
    const source = await textToCopy(params, session.root);
    if (!source.ok) return source;
    const copied = await session.process.copyGuide({ ...params, text: source.value.text });
    if (!copied.ok) return copied;
    const { path, text, asWritten } = copied.value;
    const place = await placeForGuide(session.root, path);
    if (!place.ok) return fail('outside-workspace', place.reason);
    const encoded = bytesToSave(text, source.value.bom);
    if (!encoded.ok) return encoded;
    try {
      await mkdir(dirname(place.path), { recursive: true });
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
    const outcome = await saver.save({ path: place.path, bytes: encoded.value, expected: null });
    if (!outcome.ok) return outcome;
    tellProcess(session, path);
    return succeed({ path, hash: outcome.hash, asWritten });
  }

  async function rename(
    { path, to }: CheckedParams<'guide.rename'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.rename']>> {
    if (!isRenaming(path, to)) return fail('name-refused', 'not a name in this folder');
    const from = await ownPlace(session.root, path);
    if (!from.ok) return from;
    if (path === to) return succeed({ path });
    const { stem, ending } = pathParts(to);
    return put(session, path, from.path, to, join(dirname(from.path), `${stem}${ending}`));
  }

  async function move(
    { path, folder }: CheckedParams<'guide.move'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.move']>> {
    const from = await ownPlace(session.root, path);
    if (!from.ok) return from;
    const name = posix.basename(path);
    const to = folder === '' ? name : `${folder}/${name}`;
    if (path === to) return succeed({ path });
    if (!(await session.isThere())) return fail('folder-away', 'root');
    const place = await placeForGuide(session.root, to);
    if (!place.ok) return fail('outside-workspace', place.reason);
    try {
      await mkdir(dirname(place.path), { recursive: true });
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
    return put(session, path, from.path, to, place.path);
  }

  /** Everything that is kept of a guide by its path goes along. */
  function followed(session: WorkspaceSession, path: string, to: string): void {
    reasons.move(session, path, to);
    journal.move(session, path, to);
    void history.move(session, path, to);
  }

  async function follow(
    { path, to, baseHash }: CheckedParams<'guide.follow'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.follow']>> {
    const place = await ownPlace(session.root, to);
    if (!place.ok) return place;
    const isBack = await lstat(join(session.root, path)).then(
      () => true,
      () => false,
    );
    if (isBack) return fail('already-exists', 'it is back');
    await history.idle();
    await saver.idle();
    if ((await readHash(session.root, to)) !== baseHash) return fail('changed-on-disk', 'bytes');
    session.disk.forget(path);
    session.disk.know(to, baseHash);
    followed(session, path, to);
    tellProcess(session, path, to);
    return succeed({ path: to });
  }

  /** Gives a file another place; whoever knows it by its path follows. `before` and `after` are absolute. */
  async function put(
    session: WorkspaceSession,
    path: string,
    before: string,
    to: string,
    after: string,
  ): Promise<Result<{ readonly path: string }>> {
    // A save that is under way, or waits for the history, would make the old name again.
    await history.idle();
    await saver.idle();
    const ends = [session.disk.saving(path), session.disk.saving(to)];
    try {
      const moved = await moveFile(disk, before, after);
      if (!moved.ok) return moved;
      session.disk.move(path, to);
      followed(session, path, to);
    } finally {
      for (const end of ends) end();
    }
    tellProcess(session, path, to);
    return succeed({ path: to });
  }

  return {
    async 'guide.typeOf'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'guide.typeOf');
      return session.process.typeOfGuide(path);
    },
    async 'guide.namedBy'({ path }, { session }) {
      if (session === undefined) return fail('no-workspace', 'guide.namedBy');
      return succeed(await session.process.namedBy(path));
    },
    async 'guide.duplicate'(params, { session }) {
      if (session === undefined) return fail('no-workspace', 'guide.duplicate');
      return duplicate(params, session);
    },
    async 'guide.rename'(params, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.rename') : rename(params, session);
    },
    async 'guide.follow'(params, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.follow') : follow(params, session);
    },
    async 'guide.move'(params, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.move') : move(params, session);
    },
  };
}
