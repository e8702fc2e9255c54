import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createSaver } from '../../src-main/files/saver.ts';
import { succeed } from '../../src-main/ipc/handlers.ts';
import { createDocumentService } from '../../src-main/services/document-service.ts';
import { createGuideService } from '../../src-main/services/guide-service.ts';
import { createHistory, keepGivenUp } from '../../src-main/services/history.ts';
import { createHistoryService } from '../../src-main/services/history-service.ts';
import { createJournal } from '../../src-main/services/journal.ts';
import { createLog } from '../../src-main/services/log.ts';
import { createReadOnlyReasons } from '../../src-main/services/read-only-reasons.ts';
import { openSession } from '../../src-main/services/workspace-session.ts';
import { onChangedOnDisk, openGuide, reopenGuide } from '../../src-renderer/app/guide-actions.ts';
import { removeAllSessions, sendAll, sessionOf } from '../../src-renderer/app/sessions.ts';
import type { OpenSession } from '../../src-renderer/editor/open-session.ts';
import { type OpenDocument, useDocumentsStore } from '../../src-renderer/stores/documents-store.ts';
import { noContext } from '../renderer/editor/open-text.ts';
import { fakeProcesses } from '../support/fake-process.ts';
import { fakeWindow } from '../support/fake-window.ts';
import { createWatchedDisk, type WatchedDisk } from './watched-disk.ts';

/** The guide that everything is done to. */
export const path = 'guides/a.md';

/** One start of the application, from its folders to the guide in its window; without Electron. */
export interface OneApp {
  /** The calls of the saver to the disk. */
  readonly disk: WatchedDisk;
  /** False where the file was gone at the start, and nothing of it was unsaved. */
  readonly isOpen: () => boolean;
  /** Opens the guide as from the list. */
  open(): Promise<void>;
  readonly session: () => OpenSession;
  readonly document: () => OpenDocument;
  /** What main was told reaches the disk, as it does every quarter of a second. */
  flush(): Promise<boolean>;
  /** Looks at the file, as the watch and the focus of the window do. */
  look(): Promise<void>;
  /** Waits for what the window does on the side: a moment, for the author. */
  settle(): Promise<void>;
  /** Every text of the guide that the history has. */
  history(): Promise<ReadonlySet<string>>;
  /** From the saver's call of this number (from 0) on, nothing is asked, answered or written. */
  dieAtCall(number: number): void;
  /** Ends as by kill -9; settles when nothing of it is under way any more. */
  die(): Promise<void>;
}

const never = new Promise<never>(() => undefined);
/** The files here have none, and asking a program each time takes long. */
const noAttributes = { carry: async () => 'none' as const, noteNone: () => undefined };
/** Fails every call of a process that is no more. */
const dead = (): never => {
  throw Object.assign(new Error('dead'), { code: 'EIO' });
};

/** Starts the services of main and the window's own actions on `root` (the guides) and `data` (everything else). */
export async function startApp(root: string, data: string): Promise<OneApp> {
  const disk = createWatchedDisk();
  const log = createLog(() => undefined);
  const saver = createSaver({ disk: disk.disk, attributes: noAttributes });
  const ports = { saver, log, now: Date.now };
  const history = createHistory({
    ...ports,
    folder: join(data, 'history'),
    limit: 2 ** 30,
    onFailing: () => undefined,
  });
  const givenUp: Promise<void>[] = [];
  const journal = createJournal({
    ...ports,
    folders: [join(data, 'recovery')],
    // Nothing comes by the clock here: `flush` is called.
    later: () => undefined,
    onFailing: () => undefined,
    onLong: () => undefined,
    onGivenUp: (place, of, guide) => void givenUp.push(keepGivenUp(history, place, of, guide)),
  });
  const flushes: Promise<unknown>[] = [];
  const flush = async (): Promise<boolean> => {
    const flushed = journal.flush();
    flushes.push(flushed);
    return flushed;
  };
  const handlers = {
    ...createGuideService({
      ...{ saver, history, now: Date.now, locale: async () => 'ja' as const },
      reasons: createReadOnlyReasons(),
      journal: { ...journal, flush },
    }),
    ...createDocumentService(journal, Date.now),
    ...createHistoryService(history, log),
    'app.setUnsaved': async () => succeed(null),
  };
  const window = fakeWindow();
  let alive = true;
  let changes: Promise<void>[] = [];
  const opened = await openSession(
    root,
    {
      ...{ startProcess: fakeProcesses().start, log, now: Date.now },
      watch: async () => undefined,
      wait: () => delay(0),
      every: () => () => undefined,
      targetRoots: async () => ({}),
    },
    (event, value) => {
      if (!alive || event !== 'guide.changedOnDisk') return;
      const { hash } = value as { hash: string | null };
      changes.push(onChangedOnDisk(path, hash));
    },
  );
  if (!opened.ok) throw new Error(opened.failure.detail);
  window.session = opened.value;
  opened.value.activate();
  const app = {
    request: (method: keyof typeof handlers, params: never) => {
      if (!alive) return never;
      const answer = handlers[method](params, window);
      return answer.then((value) => (alive ? value : never));
    },
  };
  Object.assign(globalThis.window, { app });

  useDocumentsStore.setState({ documents: [], active: undefined });
  const unsaved = await journal.unsaved(opened.value);
  if (unsaved.includes(path)) await reopenGuide(path, noContext);
  else await openGuide(path, noContext);

  const settle = async (): Promise<void> => {
    await delay(0);
    await Promise.all(changes);
    changes = [];
    await Promise.all(givenUp);
    await history.idle();
  };
  return {
    disk,
    isOpen: () => sessionOf(path) !== undefined,
    async open() {
      await openGuide(path, noContext);
    },
    session() {
      const session = sessionOf(path);
      if (!session) throw new Error('the guide is not open');
      return session;
    },
    document() {
      const document = useDocumentsStore.getState().documents.find((one) => one.path === path);
      if (!document) throw new Error('the guide has no tab');
      return document;
    },
    async flush() {
      sendAll();
      return flush();
    },
    async look() {
      await opened.value.disk.look();
      await settle();
    },
    settle,
    async history() {
      await settle();
      const texts = new Set<string>();
      for (const { id } of await history.list(opened.value, path)) {
        const bytes = await history.read(opened.value, path, id);
        if (bytes) texts.add(Buffer.from(bytes).toString('utf8'));
      }
      return texts;
    },
    dieAtCall(number) {
      let left = number;
      disk.before = () => {
        left -= 1;
        if (left >= 0) return;
        alive = false;
        dead();
      };
    },
    async die() {
      alive = false;
      disk.before = dead;
      await Promise.all([history.idle(), saver.idle(), ...flushes, ...givenUp]);
      removeAllSessions();
      await opened.value.dispose();
    },
  };
}
