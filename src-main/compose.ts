import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, nativeTheme, session, shell } from 'electron';
import { mainMessages } from '#core/messages/main';
import { translate } from '#core/messages/messages';
import { createSaver, sweepTemporaries } from './files/saver.ts';
import { createAnswer } from './ipc/answer-request.ts';
import { sweepTrash } from './files/trash-folder.ts';
import { forkWorkspaceProcess } from './ipc/fork-workspace-process.ts';
import { serveRequests } from './ipc/serve.ts';
import { showMenu } from './menu/app-menu.ts';
import { confineSession } from './security/confine.ts';
import { createPrintPages } from './security/print-pages.ts';
import { serveSchemes } from './security/protocols.ts';
import { createSiteResponder } from './security/site-response.ts';
import { createUiResponder } from './security/ui-response.ts';
import { languagesOf, readAppInfo } from './services/app-info.ts';
import { composeHandlers } from './services/compose-handlers.ts';
import { openFileLog } from './services/file-log.ts';
import { createHistory, keepGivenUp } from './services/history.ts';
import { createJournal } from './services/journal.ts';
import { createRecentFolders } from './services/recent-folders.ts';
import { createSettingsService } from './services/settings-service.ts';
import { createStores } from './services/stores.ts';
import { flushBeforeQuit } from './windows/flush-before-quit.ts';
import { createMainWindow, loadMainWindow } from './windows/main-window.ts';
import { createPagePrinter } from './windows/page-printer.ts';
import { createNativeDialogs } from './windows/native-dialogs.ts';
import { createWindowRegistry } from './windows/window-registry.ts';

/** The running application: what the lifecycle in index.ts asks of it. */
export interface Application {
  /** Shows the window of a folder (the last one by default); gives the window where it had to be opened. */
  openFolder(folder?: string): Promise<BrowserWindow | undefined>;
  /** Brings a window to the front, whichever was there last. */
  showFront(): void;
}

/** Where what is typed is kept when the application's own folder refuses it; tests name another. */
function secondRecoveryFolder(): string {
  const { SHIRUBE_SECOND_RECOVERY: named } = process.env;
  return named ?? join(tmpdir(), `shirube-recovery-${userInfo().uid}`);
}

/** So much of all histories together is kept: 1 GB. */
const historyLimit = 1_000_000_000;

/** Makes every service once and joins them; runs after the application is ready. */
export async function compose(built: string): Promise<Application> {
  const userData = app.getPath('userData');
  const bundled = app.isPackaged ? process.resourcesPath : join(built, '..');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  const log = openFileLog(join(userData, 'main.log'));
  const saver = createSaver();
  const stores = createStores(userData, saver, log);
  const history = createHistory({
    folder: join(userData, 'history'),
    ...{ saver, log, now: Date.now, limit: historyLimit },
    onFailing: (failing) => {
      for (const window of registry.all()) window.emit('history.failing', { failing });
    },
  });
  const journal = createJournal({
    folders: [join(userData, 'recovery'), secondRecoveryFolder()],
    ...{ saver, log, now: Date.now },
    later: (ms, task) => void setTimeout(task, ms),
    onFailing: (failing) => {
      for (const window of registry.all()) window.emit('recovery.failing', { failing });
    },
    onLong: ({ id }, path) => {
      const shown = registry.all().find(({ session: open }) => open?.id === id);
      shown?.emit('document.wanted', { path });
    },
    onGivenUp: (place, path, guide) => void keepGivenUp(history, place, path, guide),
  });
  const info = readAppInfo({
    version: app.getVersion(),
    versions: process.versions,
    platform: process.platform,
    packaged: app.isPackaged,
    runtime: process.env.SHIRUBE_RUNTIME,
    languages: languagesOf(app.getPreferredSystemLanguages(), process.platform, process.env),
  });
  const settings = createSettingsService(stores.settings, info.systemLocale, (changed) => {
    nativeTheme.themeSource = changed.theme;
    for (const window of registry.all()) window.emit('settings.changed', changed);
    void refreshMenu();
  });
  const recent = createRecentFolders(stores.recent, Date.now, () => void refreshMenu());
  const registry = createWindowRegistry(
    settings.locale,
    ({ session: open }) => {
      open?.rescan().catch(() => log.error('rescan failed', { workspace: open.id }));
    },
    (reason) => log.error('page gone', { reason }),
    () => journal.flush(),
  );

  const windows = registry.all;
  const printed = createPrintPages();
  const trashCopies = join(userData, 'trash');
  const handlers = composeHandlers({
    printer: createPagePrinter(printed),
    documents: app.getPath('documents'),
    ...{ info, saver, journal, history, stores, settings, recent, windows, shell, log },
    sample: { original: join(bundled, 'content'), copy: join(userData, 'sample') },
    trashCopies,
    startProcess: forkWorkspaceProcess(join(built, 'main', 'lint-process.js')),
  });
  serveRequests(registry.of, createAnswer(handlers, log), log);
  confineSession(session.defaultSession);
  serveSchemes(
    createUiResponder(join(built, 'renderer'), printed),
    createSiteResponder(
      (id) => {
        const open = windows().find((window) => window.session?.id === id)?.session;
        if (open === undefined) return undefined;
        const style = (name: string) => open.process.siteStyle(name);
        return { root: open.root, ...open.info().config.static, style };
      },
      (reason) => log.info('address refused', { reason }),
    ),
  );
  flushBeforeQuit(async () => {
    await journal.flush();
    await history.idle();
    await stores.settled();
    await saver.idle();
  });

  async function refreshMenu(): Promise<void> {
    showMenu({
      locale: await settings.locale(),
      platform: process.platform,
      recent: await recent.list(),
      onCommand: (id) => registry.front()?.emit('command.run', { id }),
      onFolder: (root) => void openFolder(root),
    });
  }

  async function openFolder(folder?: string): Promise<BrowserWindow | undefined> {
    const launchFolder = folder ?? (await recent.list())[0]?.root;
    const shown = windows().find((window) => {
      const root = window.session?.root ?? window.launchFolder;
      return root !== undefined && root === launchFolder;
    });
    if (shown !== undefined) {
      shown.focus();
      return undefined;
    }
    const window = await createMainWindow({
      preload: join(built, 'preload', 'index.cjs'),
      store: stores.window,
      developerTools: !app.isPackaged,
      offset: 24 * (windows().length % 6),
    });
    const language = await settings.locale();
    const dialogs = createNativeDialogs(window, translate(mainMessages, language, 'images'));
    registry.add(window, dialogs, launchFolder);
    await loadMainWindow(window);
    return window;
  }

  await sweepTemporaries(userData, 0);
  void sweepTrash(trashCopies, Date.now());
  nativeTheme.themeSource = (await stores.settings.read()).theme;
  await refreshMenu();
  log.info('started', { version: info.version, electron: info.electron });
  return { openFolder, showFront: () => registry.front()?.focus() };
}
