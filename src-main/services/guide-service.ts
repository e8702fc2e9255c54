import { mkdir } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, sep } from 'node:path';
import { hasLostName } from '#core/catalog/file-name';
import type { OpenedGuide, Result, Values } from '#core/ipc/contract';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import { toFailure } from '../files/disk-failure.ts';
import { readBytes, readGuide } from '../files/guide-files.ts';
import { type Saver, sweepTemporaries } from '../files/saver.ts';
import { type CheckedParams, fail, type Handlers, succeed } from '../ipc/handlers.ts';
import { contain, isInside } from '../security/contain.ts';
import { placeForGuide } from '../security/guide-place.ts';
import type { Dialogs } from '../windows/dialogs.ts';
import { bytesToSave, tellProcess } from './guide-bytes.ts';
import type { History } from './history.ts';
import type { Journal } from './journal.ts';
import type { ReadOnlyReasons } from './read-only-reasons.ts';
import { createNamesQuestion } from './several-names.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** What reading and writing guides needs of the rest of the application. */
export interface GuideServicePorts {
  readonly saver: Saver;
  readonly reasons: ReadOnlyReasons;
  readonly journal: Pick<Journal, 'flush' | 'saved'>;
  readonly history: Pick<History, 'keep' | 'keepFound'>;
  readonly now: () => number;
  readonly locale: () => Promise<Locale>;
}

/** Reads guides for the window and writes what the author saves, never over a change it has not seen. */
export function createGuideService({
  saver,
  reasons,
  journal,
  history,
  now,
  locale,
}: GuideServicePorts): Handlers<'guide.open' | 'guide.save' | 'guide.saveCopy' | 'guide.create'> {
  const names = createNamesQuestion({ saver, history, locale });
  const swept = new WeakMap<WorkspaceSession, Set<string>>();

  async function open(path: string, session: WorkspaceSession): Promise<Result<OpenedGuide>> {
    if (hasLostName(path)) return fail('name-refused', 'not UTF-8');
    await sweepOnce(session, dirname(path));
    const guide = await readGuide(session.root, path);
    if (!guide.ok) {
      // A guide that came back from the journal without its file is told when the file is there again.
      if (guide.failure.code === 'not-found') session.disk.know(path, null);
      return guide;
    }
    reasons.note(session, path, guide.value.readOnly);
    session.disk.know(path, guide.value.hash);
    return guide;
  }

  /** Removes what a killed save left in a folder, the first time a guide of it is opened. */
  async function sweepOnce(session: WorkspaceSession, folder: string): Promise<void> {
    const done = swept.get(session) ?? new Set<string>();
    if (done.has(folder)) return;
    swept.set(session, done.add(folder));
    const place = folder === '.' ? session.root : await contain(session.root, folder, 'read');
    if (typeof place === 'string') await sweepTemporaries(place);
    else if (place.ok) await sweepTemporaries(place.path);
  }

  async function save(
    { path, text, bom, baseHash, version, auto = false }: CheckedParams<'guide.save'>,
    session: WorkspaceSession,
    dialogs: Dialogs,
  ): Promise<Result<Values['guide.save']>> {
    const reason = reasons.of(session, path);
    if (reason === 'not-utf8' || reason === 'too-large') return fail(reason, 'opened to read only');
    const place = await placeForGuide(session.root, path);
    if (!place.ok) return fail('outside-workspace', place.reason);
    if (!(await session.isThere())) return fail('folder-away', 'root');
    const encoded = bytesToSave(text, bom);
    if (!encoded.ok) return encoded;
    const saved = session.disk.saving(path);
    try {
      const { root } = session;
      await Promise.all([
        history.keepFound(session, path, baseHash, () => readBytes(root, path)),
        // What is saved is in the journal first: killed from here on, the next start finds that the file has
        // a text of ours, and not one that came from outside. A journal that cannot be written stops no save.
        journal.flush(),
      ]);
      const expected = baseHash ?? 'any';
      const request = { path: place.path, bytes: encoded.value, expected };
      const outcome = await names.save(session, path, request, auto ? undefined : dialogs);
      if (!outcome.ok) return outcome;
      session.disk.know(path, outcome.hash);
      // The text is in the file already; the author need not wait for its place in the history.
      void history.keep(session, path, encoded.value, auto ? 'auto' : 'save');
      if (version !== undefined) journal.saved(session, path, version, outcome.hash);
      tellProcess(session, path);
      const { hash, warnings } = outcome;
      return succeed({ hash, savedAt: now(), ...(warnings && { warnings }) });
    } finally {
      saved();
    }
  }

  async function create(
    params: CheckedParams<'guide.create'>,
    session: WorkspaceSession,
  ): Promise<Result<Values['guide.create']>> {
    if (!(await session.isThere())) return fail('folder-away', 'root');
    const guide = await session.process.newGuide(params);
    if (!guide.ok) return guide;
    const { path, text } = guide.value;
    const place = await placeForGuide(session.root, path);
    if (!place.ok) return fail('outside-workspace', place.reason);
    const encoded = bytesToSave(text, false);
    if (!encoded.ok) return encoded;
    try {
      await mkdir(dirname(place.path), { recursive: true });
    } catch (error) {
      return { ok: false, failure: toFailure(error) };
    }
    const outcome = await saver.save({ path: place.path, bytes: encoded.value, expected: null });
    if (!outcome.ok) return outcome;
    tellProcess(session, path);
    return succeed({ path, hash: outcome.hash });
  }

  return {
    async 'guide.open'({ path }, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.open') : open(path, session);
    },
    async 'guide.save'(params, { session, dialogs }) {
      if (session === undefined) return fail('no-workspace', 'guide.save');
      return save(params, session, dialogs);
    },
    async 'guide.create'(params, { session }) {
      return session === undefined ? fail('no-workspace', 'guide.create') : create(params, session);
    },
    async 'guide.saveCopy'({ path, text, bom }, { session, dialogs }) {
      if (session === undefined) return fail('no-workspace', 'guide.saveCopy');
      const encoded = bytesToSave(text, bom);
      if (!encoded.ok) return encoded;
      const language = await locale();
      const extension = extname(path);
      const name = translate(mainMessages, language, 'copyName', {
        name: basename(path, extension),
      });
      const chosen = await dialogs.chooseSavePath(
        translate(mainMessages, language, 'saveCopy'),
        join(session.root, dirname(path), `${name}${extension}`),
      );
      if (chosen === null) return succeed(null);
      // The system's dialog has asked about a file that is there.
      const outcome = await saver.save({ path: chosen, bytes: encoded.value, expected: 'any' });
      if (!outcome.ok) return outcome;
      if (!isInside(session.root, chosen)) return succeed({ path: chosen });
      const inside = relative(session.root, chosen).split(sep).join('/');
      tellProcess(session, inside);
      return succeed({ path: inside });
    },
  };
}
