import { app, type BrowserWindow } from 'electron';
import { setTimeout as delay } from 'node:timers/promises';
import type { Locale } from '#core/messages/messages';
import type { AppWindow } from './app-window.ts';
import { createCloseGuard } from './close-guard.ts';
import type { Dialogs } from './dialogs.ts';

/** All windows that are open, by the id of their page. */
export interface WindowRegistry {
  /** Takes a new window in, before its page is loaded. */
  add(window: BrowserWindow, dialogs: Dialogs, launchFolder: string | undefined): AppWindow;
  /** The window whose page has this id; `undefined` for any other page. */
  of(webContentsId: number): AppWindow | undefined;
  all(): readonly AppWindow[];
  /** The window in front, else the one opened last. */
  front(): AppWindow | undefined;
}

/** A page that crashes more often than this is left as it is: loading it again would not help. */
const crashesPerMinute = 3;

/**
 * `onFocus` hears when a window comes to the front, `onCrash` when the process of a page is gone; `keepAll`
 * puts what is not saved on disk for the next start, and answers whether it could.
 */
export function createWindowRegistry(
  locale: () => Promise<Locale>,
  onFocus: (window: AppWindow) => void,
  onCrash: (reason: string) => void,
  keepAll: () => Promise<boolean>,
): WindowRegistry {
  const windows = new Map<number, AppWindow>();
  let front: number | undefined;
  let quitting = false;
  app.on('before-quit', () => (quitting = true));

  function add(
    window: BrowserWindow,
    dialogs: Dialogs,
    launchFolder: string | undefined,
  ): AppWindow {
    const { id } = window.webContents;
    const appWindow: AppWindow = {
      id,
      launchFolder,
      dialogs,
      session: undefined,
      unsaved: [],
      closed: () => window.isDestroyed(),
      emit(event, value) {
        if (!window.isDestroyed()) window.webContents.send('shirube:event', event, value);
      },
      setTitle: (title) => window.setTitle(title),
      pastePlain: () => window.webContents.pasteAndMatchStyle(),
      copy: () => window.webContents.copy(),
      focus() {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      },
    };
    windows.set(id, appWindow);
    front = id;
    let crashes: number[] = [];
    const guard = createCloseGuard({
      window: appWindow,
      locale,
      keepAll,
      wait: delay,
      close: () => window.close(),
      stay: () => (quitting = false),
    });
    window.on('close', (event) => {
      if (!guard.mayClose()) event.preventDefault();
    });
    window.on('closed', () => {
      windows.delete(id);
      if (front === id) front = [...windows.keys()].at(-1);
      void appWindow.session?.dispose();
      // A window that asked first has stopped the quitting that closed it.
      if (quitting) app.quit();
    });
    // A page that was loaded again, or whose process is gone, has no unsaved text any more.
    window.webContents.on('did-navigate', () => (appWindow.unsaved = []));
    window.webContents.on('render-process-gone', (_, { reason }) => {
      const now = Date.now();
      crashes = [...crashes.filter((at) => now - at < 60_000), now];
      onCrash(reason);
      if (crashes.length <= crashesPerMinute && !window.isDestroyed()) window.webContents.reload();
    });
    window.on('focus', () => {
      front = id;
      onFocus(appWindow);
    });
    return appWindow;
  }

  return {
    add,
    of: (webContentsId) => windows.get(webContentsId),
    all: () => [...windows.values()],
    front: () => (front === undefined ? undefined : windows.get(front)),
  };
}
