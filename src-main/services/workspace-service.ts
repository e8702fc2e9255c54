import { realpath } from 'node:fs/promises';
import type { Result, WorkspaceInfo } from '#core/ipc/contract';
import { mainMessages } from '#core/messages/main';
import { type Locale, translate } from '#core/messages/messages';
import { fail, type Handlers, succeed } from '../ipc/handlers.ts';
import type { AppWindow } from '../windows/app-window.ts';
import type { RecentFolders } from './recent-folders.ts';
import { openSession, type SessionPorts } from './workspace-session.ts';

/** What opening folders needs of the rest of the application. */
export interface WorkspaceServicePorts {
  readonly session: SessionPorts;
  readonly recent: RecentFolders;
  readonly windows: () => readonly AppWindow[];
  readonly locale: () => Promise<Locale>;
  /** The author's own copy of the sample, made when first asked for. */
  readonly sampleFolder: () => Promise<string>;
}

/** Opens folders of guides, each in one window at most. */
export function createWorkspaceService({
  session: sessionPorts,
  recent,
  windows,
  locale,
  sampleFolder,
}: WorkspaceServicePorts): Handlers<
  | 'workspace.choose'
  | 'workspace.open'
  | 'workspace.openSample'
  | 'workspace.recent'
  | 'workspace.rescan'
> {
  const opening = new Set<number>();

  async function open(folder: string, caller: AppWindow): Promise<Result<WorkspaceInfo>> {
    const root = await realpath(folder).catch(() => folder);
    const other = windows().find(({ id, session }) => id !== caller.id && session?.root === root);
    if (other !== undefined) {
      other.focus();
      return fail('cancelled', 'open in another window');
    }
    if (opening.has(caller.id)) return fail('cancelled', 'another folder is being opened');
    opening.add(caller.id);
    try {
      const opened = await openSession(root, sessionPorts, (event, value) =>
        caller.emit(event, value),
      );
      if (!opened.ok) return opened;
      const session = opened.value;
      if (caller.closed()) {
        await session.dispose();
        return fail('cancelled', 'the window was closed');
      }
      await caller.session?.dispose();
      caller.session = session;
      caller.unsaved = [];
      caller.setTitle(session.name);
      session.activate();
      await recent.add(session.root, session.name);
      return succeed(session.info());
    } finally {
      opening.delete(caller.id);
    }
  }

  return {
    async 'workspace.choose'(_, { dialogs, session }) {
      const title = translate(mainMessages, await locale(), 'chooseFolder');
      return succeed(await dialogs.chooseFolder(title, session?.root));
    },
    'workspace.open': ({ root }, caller) => open(root, caller),
    'workspace.openSample': async (_, caller) => open(await sampleFolder(), caller),
    'workspace.recent': async () => succeed(await recent.list()),
    async 'workspace.rescan'(_, { session }) {
      if (session === undefined) return fail('no-workspace', 'workspace.rescan');
      await session.rescan();
      return succeed(null);
    },
  };
}
