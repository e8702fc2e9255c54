import { createBirpc } from 'birpc';
import { utilityProcess } from 'electron';
import type { WorkspaceProcess, WorkspaceProcessEvents } from '../lint-process/api.ts';
import type { StartProcess } from '../services/workspace-process.ts';

/** Starts workspace processes as Electron utility processes; `entry` is the built lint process. */
export function forkWorkspaceProcess(entry: string): StartProcess {
  return (events) => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'Shirube workspace',
      stdio: 'inherit',
    });
    const rpc = createBirpc<WorkspaceProcess, WorkspaceProcessEvents>(events, {
      post: (message) => child.postMessage(message),
      on: (listener) => child.on('message', listener),
      // Calls are limited in time where that makes sense, in workspace-process.ts.
      timeout: -1,
    });
    return {
      api: rpc,
      onExit: (listener) => void child.once('exit', listener),
      kill: () => void child.kill(),
    };
  };
}
