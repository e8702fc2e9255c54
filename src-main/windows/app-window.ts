import type { EventValues } from '#core/ipc/event-values';
import type { EventName } from '#core/ipc/methods';
import type { WorkspaceSession } from '../services/workspace-session.ts';
import type { Dialogs } from './dialogs.ts';

/** One window as the services see it; each shows at most one folder of guides. */
export interface AppWindow {
  readonly id: number;
  /** Folder that this window was opened for; `undefined` shows the first-run page. */
  readonly launchFolder: string | undefined;
  readonly dialogs: Dialogs;
  /** The open folder, until it is replaced or the window closes. */
  session: WorkspaceSession | undefined;
  /** Guides (paths) whose text differs from disk, as the page last said. */
  unsaved: readonly string[];
  closed(): boolean;
  /** Sends the page an event; nothing happens once the window is closed. */
  emit<E extends EventName>(event: E, value: EventValues[E]): void;
  setTitle(title: string): void;
  /** Pastes the plain text of the clipboard where the focus is, as the system's own key does. */
  pastePlain(): void;
  /** Copies what is selected, or what the page puts in its place. */
  copy(): void;
  /** Brings the window to the front. */
  focus(): void;
}
