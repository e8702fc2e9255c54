import type { OpenedGuide } from '#core/ipc/contract';
import type { WorkspaceSession } from './workspace-session.ts';

/** Why guides of a folder cannot be written, by path; no request of the page can lift that. */
export interface ReadOnlyReasons {
  of(session: WorkspaceSession, path: string): OpenedGuide['readOnly'];
  note(session: WorkspaceSession, path: string, reason: OpenedGuide['readOnly']): void;
  /** The file has another name now. */
  move(session: WorkspaceSession, from: string, to: string): void;
}

/** Makes an empty list of reasons; a folder's own go with its session. */
export function createReadOnlyReasons(): ReadOnlyReasons {
  const all = new WeakMap<WorkspaceSession, Map<string, OpenedGuide['readOnly']>>();
  const reasonsOf = (session: WorkspaceSession): Map<string, OpenedGuide['readOnly']> => {
    const reasons = all.get(session) ?? new Map<string, OpenedGuide['readOnly']>();
    all.set(session, reasons);
    return reasons;
  };
  return {
    of: (session, path) => reasonsOf(session).get(path),
    note: (session, path, reason) => void reasonsOf(session).set(path, reason),
    move(session, from, to) {
      const reasons = reasonsOf(session);
      reasons.set(to, reasons.get(from));
      reasons.delete(from);
    },
  };
}
