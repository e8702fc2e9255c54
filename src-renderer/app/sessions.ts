import type { OpenedGuide } from '#core/ipc/contract';
import type { EditorContext } from '../editor/editor-context.ts';
import { takeAfterFrame } from '../editor/after-frame.ts';
import type { SessionChange } from '../editor/guide-session.ts';
import { openSession, type OpenSession } from '../editor/open-session.ts';
import { demand } from '../platform/bridge.ts';
import { changeDocument, useDocumentsStore } from '../stores/documents-store.ts';
import { tellLeftOut } from './finished.ts';

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

/** Keeps a session under its path, and tells the checking process its text. */
function keep(session: OpenSession): void {
  const { path, version } = session;
  sessions.set(path, session);
  toldWhole.set(session, version);
  void demand('document.open', { path, text: session.text(), version });
}

/** Starts a session for a guide read from disk and keeps the checking process in step with it. */
export function addSession(opened: OpenedGuide, context: EditorContext): OpenSession {
  const session = openSession(opened, context);
  keep(session);
  const changes = takeAfterFrame<SessionChange>((taken) => {
    const { path } = session;
    // Another session, or none, may have the path by now.
    if (sessions.get(path) !== session) return;
    const told = toldWhole.get(session) ?? 0;
    for (const { version, edits } of taken) {
      // What was typed just before the guide got its path is in the text already.
      if (version <= told) continue;
      void demand('document.change', { path, version, changes: [...edits] });
    }
    refreshUnsaved(session);
  });
  session.onChange(changes.add);
  session.onDropped(tellLeftOut);
  return session;
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

/** Forgets a guide whose tab is closed; its unsaved text goes with it, so ask before. */
export function removeSession(path: string): void {
  sessions.get(path)?.detach();
  if (sessions.delete(path)) void demand('document.close', { path });
  reportUnsaved();
}

/** Forgets every guide, before another folder opens. */
export function removeAllSessions(): void {
  for (const path of sessions.keys()) removeSession(path);
}
