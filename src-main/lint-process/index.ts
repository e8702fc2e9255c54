import { setTimeout as delay } from 'node:timers/promises';
import { createBirpc } from 'birpc';
import { createNodeWorkspaceFiles } from '../files/node-workspace-files.ts';
import { createSaver } from '../files/saver.ts';
import { dataFolder, exportsFolderOf } from '../services/export-data-folder.ts';
import { recoverExports } from '../services/export-recovery.ts';
import { createLog, describeError } from '../services/log.ts';
import type { WorkspaceProcess, WorkspaceProcessEvents } from './api.ts';
import { createProcessService } from './process-service.ts';

/** The port to main, which only a utility process has. */
const port = process.parentPort;

const log = createLog((level, line) => void process.stderr.write(`${level} ${line}\n`));

// A bug in one check must not take the text of all open guides with it.
process.on('uncaughtException', (error) => log.error('uncaught', describeError(error)));
process.on('unhandledRejection', (error) => log.error('unhandled', describeError(error)));

const saver = createSaver();
const pause = (): Promise<void> => new Promise((resume) => setImmediate(resume));

const rpc = createBirpc<WorkspaceProcessEvents, WorkspaceProcess>(
  createProcessService({
    createFiles: createNodeWorkspaceFiles,
    events: {
      entries: (value) => send(rpc.entries.asEvent(value)),
      progress: (value) => send(rpc.progress.asEvent(value)),
      findings: (value) => send(rpc.findings.asEvent(value)),
      workspaceChanged: (value) => send(rpc.workspaceChanged.asEvent(value)),
      exportProgress: (value) => send(rpc.exportProgress.asEvent(value)),
      schemaProgress: (value) => send(rpc.schemaProgress.asEvent(value)),
      searchResults: (value) => send(rpc.searchResults.asEvent(value)),
      searchOutdated: (value) => send(rpc.searchOutdated.asEvent(value)),
    },
    exports: { saver, dataFolder: dataFolder(), now: Date.now },
    pause,
    clock: { now: () => performance.now(), wait: delay },
    onError: (where, error) => log.error(`failed: ${where}`, describeError(error)),
  }),
  {
    post: (message) => port.postMessage(message),
    on: (listener) => port.on('message', (event) => listener(event.data)),
    timeout: -1,
  },
);

// An export that a crash cut off is finished or undone before anybody looks at its target again.
recoverExports(exportsFolderOf(dataFolder()), saver).then(
  (recoveries) => {
    for (const { outcome } of recoveries) log.info('export recovered', { outcome });
  },
  (error: unknown) => log.error('export not recovered', describeError(error)),
);

/** Events are not waited for; one that cannot be sent is no reason to stop working. */
function send(sent: Promise<unknown>): void {
  sent.catch((error: unknown) => log.error('event not sent', describeError(error)));
}
