import { setTimeout as delay } from 'node:timers/promises';
import type { WorkspaceProcess } from '../../src-main/lint-process/api.ts';
import type { SessionPorts } from '../../src-main/services/workspace-session.ts';
import { fakeProcesses } from './fake-process.ts';
import { keptLog } from './kept-log.ts';

/** Ports of a session with a process in memory and no watch; `hint` plays the watch. */
export function sessionPorts(process: Partial<WorkspaceProcess> = {}) {
  const processes = fakeProcesses(process);
  let onHint: ((paths: readonly string[] | undefined) => void) | undefined;
  const targets: Record<string, string> = {};
  const ports: SessionPorts = {
    startProcess: processes.start,
    watch: async (_, listener) => {
      onHint = listener;
      return { stop: async () => undefined };
    },
    wait: () => delay(1),
    now: () => 0,
    every: () => () => undefined,
    targetRoots: async () => ({ ...targets }),
    log: keptLog().log,
  };
  return {
    ...{ ports, targets },
    started: processes.started,
    hint: (paths?: readonly string[]) => onHint?.(paths),
  };
}
