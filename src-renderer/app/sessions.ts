import type { OpenedGuide } from '#core/ipc/contract';
import type { EditorContext } from '../editor/editor-context.ts';
import { takeAfterFrame } from '../editor/after-frame.ts';
import type { SessionChange } from '../editor/guide-session.ts';
import { openSession, type OpenSession } from '../editor/open-session.ts';
import type { ReplayedGuide } from '../editor/replay-journal.ts';
import { demand } from '../platform/bridge.ts';
import { changeDocument, useDocumentsStore } from '../stores/documents-store.ts';
import { tellLeftOut } from './finished.ts';
import { keepWork } from './keep-text.ts';

const sessions = new Map<string, OpenSession>();

/** The open guide at a path, or `undefined`. */
export function sessionOf(path: string | undefined): OpenSession | undefined {
  return path === undefined ? undefined : sessions.get(path);
}

/** The guide in front; another session where it was opened anew. `undefined` where none is open. */
export function useActiveSession(): OpenSession | undefined {
  return useDocumentsStore(({ active }) => sessionOf(active));
}

/** Every open guide. */
export function openSessions(): readonly OpenSession[] {
  return [...sessions.values()];
}

/** Tells main which guides are unsaved, so that closing the window can ask. */
export function reportUnsaved(): void {
  const paths = useDocumentsStore
    .getState()
    .documents.filter(({ unsaved }) => unsaved)
    .map(({ path }) => path);
  void demand('app.setUnsaved', { paths });
}

/** Brings the unsaved mark of a guide up to date with its text. */
export function refreshUnsaved(session: OpenSession): void {
  const { documents } = useDocumentsStore.getState();
  const known = documents.find(({ path }) => path === session.path)?.unsaved;
  if (known === undefined || known === session.unsaved) return;
  changeDocument(session.path, { unsaved: session.unsaved });
  reportUnsaved();
}

/** The version of each session's text that the checking process was told whole. */
const toldWhole = new WeakMap<OpenSession, number>();

/** Keeps a session under its path, and tells main its text. */
function keep(session: OpenSession, resumes = false): void {
  const { path, version } = session;
  sessions.set(path, session);
  tellWhole(session, version, resumes);
}

function tellWhole(session: OpenSession, version: number, resumes: boolean): void {
  toldWhole.set(session, version);
  void demand('document.open', {
    path: session.path,
    text: session.text(),
    version,
    ...(session.readOnly ? {} : { base: session.journalBase() }),
    ...(resumes ? { resumes } : {}),
  });
}

const followers = new Set<(session: OpenSession) => void>();

/** Calls `listener` after each frame in which the text of an open guide has changed. */
export function onTextChange(listener: (session: OpenSession) => void): () => void {
  followers.add(listener);
  return () => followers.delete(listener);
}

const sending = new WeakMap<OpenSession, () => void>();

/** Tells main of every change of a session, after the frame that shows it. */
function follow(session: OpenSession): void {
  const changes = takeAfterFrame<SessionChange>((taken) => {
    const { path } = session;
    // Another session, or none, may have the path by now.
    if (sessions.get(path) !== session) return;
    const told = toldWhole.get(session) ?? 0;
    for (const { edits, ...change } of taken) {
      // What was typed just before the guide got its path is in the text already.
      if (change.version <= told) continue;
      void demand('document.change', { path, changes: [...edits], ...change });
    }
    refreshUnsaved(session);
    for (const listener of followers) listener(session);
  });
  session.onChange(changes.add);
  session.onDropped(tellLeftOut);
  keepWork(session, () => sessions.get(session.path) === session);
  sending.set(session, changes.flush);
}

/** Starts a session for a guide read from disk and keeps main in step with it. */
export function addSession(opened: OpenedGuide, context: EditorContext): OpenSession {
  const session = openSession(opened, context);
  keep(session);
  follow(session);
  return session;
}

/** Takes in a session that was brought back from the journal; `whole` says that the journal is written on. */
export function addReplayed({ session, whole }: ReplayedGuide): void {
  keep(session, whole);
  follow(session);
}

/** Tells the text of a guide anew: its journal has grown long. */
export function tellAnew(path: string): void {
  const session = sessions.get(path);
  if (session) tellWhole(session, session.version, false);
}

/** Sends what was typed in a guide in the frame that is being made: main must have it before it saves the text. */
export function sendChanges(session: OpenSession): void {
  sending.get(session)?.();
}

/** Sends what was typed in the frame that is being made; the window may be gone before the next. */
export function sendAll(): void {
  for (const session of sessions.values()) sendChanges(session);
  reportUnsaved();
}

/** Takes a session of before back in, with its text, history and caret, in place of any other of its path. */
export function takeBackSession(session: OpenSession): void {
  sessions.get(session.path)?.detach();
  keep(session);
  reportUnsaved();
}

/** Lets an open guide follow its file to another name, with its unsaved text, history and caret. */
export function moveSession(from: string, to: string): void {
  const session = sessions.get(from);
  if (!session) return;
  sessions.delete(from);
  session.moveTo(to);
  void demand('document.close', { path: from });
  keep(session);
}

/** Starts a new session for an open guide that was read anew; the old one's history ends with it. */
export function replaceSession(opened: OpenedGuide, context: EditorContext): OpenSession {
  sessions.get(opened.path)?.detach();
  return addSession(opened, context);
}

/** Forgets a guide whose tab is closed; `discard` gives its unsaved text up, else the journal keeps it. */
export function removeSession(path: string, discard = false): void {
  const session = sessions.get(path);
  if (session) sending.get(session)?.();
  session?.detach();
  if (sessions.delete(path)) void demand('document.close', discard ? { path, discard } : { path });
  reportUnsaved();
}

/** Forgets every guide, before another folder opens. */
export function removeAllSessions(): void {
  for (const path of sessions.keys()) removeSession(path);
}
