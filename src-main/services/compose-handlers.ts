import { setTimeout as delay } from 'node:timers/promises';
import type { AppInfo } from '#core/ipc/contract';
import { realDisk } from '../files/disk.ts';
import type { Saver } from '../files/saver.ts';
import { watchFolder } from '../files/watch-folder.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { createAppService } from './app-service.ts';
import { createDocumentService } from './document-service.ts';
import { createGuideConvertService } from './guide-convert.ts';
import { createGuideNamesService } from './guide-names-service.ts';
import { createGuideService } from './guide-service.ts';
import type { History } from './history.ts';
import { createHistoryService } from './history-service.ts';
import { createImageService } from './image-service.ts';
import type { Journal } from './journal.ts';
import { createLayoutService } from './layout-service.ts';
import type { Log } from './log.ts';
import type { RecentFolders } from './recent-folders.ts';
import { prepareSample } from './sample-folder.ts';
import type { SettingsService } from './settings-service.ts';
import { createReadOnlyReasons } from './read-only-reasons.ts';
import { createSchemaService } from './schema-service.ts';
import { createSearchService } from './search-service.ts';
import { createSiteService } from './site-service.ts';
import { createPageService, type PagePrinter } from './page-service.ts';
import { createShellService, type Shell } from './shell-service.ts';
import type { Stores } from './stores.ts';
import { createTargetService } from './target-service.ts';
import { createTrashService } from './trash-service.ts';
import type { StartProcess } from './workspace-process.ts';
import { createWorkspaceService } from './workspace-service.ts';
import type { AppWindow } from '../windows/app-window.ts';

/** Joins the services whose requests make up the contract. */
export function composeHandlers(parts: {
  readonly info: Omit<AppInfo, 'launchFolder'>;
  /** The sample that comes with the application, and where the author's copy of it lies. */
  readonly sample: { readonly original: string; readonly copy: string };
  readonly startProcess: StartProcess;
  readonly shell: Shell & { trashItem(path: string): Promise<void> };
  readonly printer: PagePrinter;
  /** Folder that the author keeps documents in. */
  readonly documents: string;
  /** Where guides that were moved to the trash lie for taking it back. */
  readonly trashCopies: string;
  readonly saver: Saver;
  readonly journal: Journal;
  readonly history: History;
  readonly stores: Stores;
  readonly settings: SettingsService;
  readonly recent: RecentFolders;
  readonly windows: () => readonly AppWindow[];
  readonly log: Log;
}): Handlers {
  const { info, sample, saver, journal, history, stores, settings, recent, windows, log } = parts;
  const { locale } = settings;
  const reasons = createReadOnlyReasons();
  const targets = createTargetService(stores.targets, locale);
  const every = (ms: number, look: () => void): (() => void) => {
    const timer = setInterval(look, ms);
    return () => clearInterval(timer);
  };
  return {
    ...createAppService(info),
    ...settings.handlers,
    ...createLayoutService(stores),
    ...createWorkspaceService({
      session: {
        startProcess: parts.startProcess,
        watch: watchFolder,
        wait: delay,
        now: Date.now,
        every,
        targetRoots: targets.rootsOf,
        log,
      },
      recent,
      windows,
      locale,
      sampleFolder: () => prepareSample(sample.original, sample.copy),
    }),
    ...createDocumentService(journal, Date.now),
    ...createGuideService({ saver, reasons, journal, history, now: Date.now, locale }),
    ...createGuideNamesService({ saver, disk: realDisk, reasons, journal, history }),
    ...createTrashService({
      ...{
        saver,
        reasons,
        history,
        disk: realDisk,
        copies: parts.trashCopies,
        now: Date.now,
        wait: delay,
        log,
      },
      systemTrash: (path) => parts.shell.trashItem(path),
    }),
    ...createHistoryService(history, log),
    ...createGuideConvertService({ saver }),
    ...createImageService(saver, locale),
    ...createSiteService(),
    ...createSchemaService({ saver }),
    ...createSearchService(),
    ...targets.handlers,
    ...createPageService({
      ...{ saver, locale },
      printer: parts.printer,
      documents: parts.documents,
      reveal: (path) => parts.shell.showItemInFolder(path),
    }),
    ...createShellService(parts.shell, locale),
  };
}
