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
function reportUnsaved(): void {
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

/** Starts a session for a guide read from disk and keeps the checking process in step with it. */
export function addSession(opened: OpenedGuide, context: EditorContext): OpenSession {
  const session = openSession(opened, context);
  sessions.set(opened.path, session);
  void demand('document.open', { path: opened.path, text: session.text(), version: 0 });
  const changes = takeAfterFrame<SessionChange>((taken) => {
    // Another session, or none, may have the path by now.
    if (sessions.get(opened.path) !== session) return;
    for (const { version, edits } of taken) {
      void demand('document.change', { path: opened.path, version, changes: [...edits] });
    }
    refreshUnsaved(session);
  });
  session.onChange(changes.add);
  session.onDropped(tellLeftOut);
  return session;
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
