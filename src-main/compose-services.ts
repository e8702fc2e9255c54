import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { shell } from 'electron';
import type { AppInfo } from '#core/ipc/contract';
import type { Saver } from './files/saver.ts';
import { watchFolder } from './files/watch-folder.ts';
import type { Handlers } from './ipc/handlers.ts';
import { createAppService } from './services/app-service.ts';
import { createDocumentService } from './services/document-service.ts';
import { forkWorkspaceProcess } from './services/fork-workspace-process.ts';
import { createGuideService } from './services/guide-service.ts';
import { createImageService } from './services/image-service.ts';
import { createLayoutService } from './services/layout-service.ts';
import type { Log } from './services/log.ts';
import type { RecentFolders } from './services/recent-folders.ts';
import { prepareSample } from './services/sample-folder.ts';
import type { SettingsService } from './services/settings-service.ts';
import { createShellService } from './services/shell-service.ts';
import type { Stores } from './services/stores.ts';
import { createTargetService } from './services/target-service.ts';
import { createWorkspaceService } from './services/workspace-service.ts';
import type { AppWindow } from './windows/app-window.ts';

/** Where things lie: the built code, the sample that comes with it, and this machine's own data. */
export interface Places {
  readonly built: string;
  readonly sample: string;
  readonly userData: string;
}

/** Joins the services whose requests make up the contract. */
export function composeHandlers(parts: {
  readonly info: Omit<AppInfo, 'launchFolder'>;
  readonly places: Places;
  readonly saver: Saver;
  readonly stores: Stores;
  readonly settings: SettingsService;
  readonly recent: RecentFolders;
  readonly windows: () => readonly AppWindow[];
  readonly log: Log;
}): Handlers {
  const { info, places, saver, stores, settings, recent, windows, log } = parts;
  const { locale } = settings;
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
        startProcess: forkWorkspaceProcess(join(places.built, 'main', 'lint-process.js')),
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
      sampleFolder: () => prepareSample(places.sample, join(places.userData, 'sample')),
    }),
    ...createDocumentService(),
    ...createGuideService({ saver, now: Date.now, locale }),
    ...createImageService(locale),
    ...targets.handlers,
    ...createShellService(shell, locale),
  };
}
