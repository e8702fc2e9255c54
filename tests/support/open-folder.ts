import { setTimeout as delay } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { WorkspaceProcess } from '../../src-main/lint-process/api.ts';
import { openSession, type SessionPorts } from '../../src-main/services/workspace-session.ts';
import { fakeProcesses } from './fake-process.ts';
import { type FakeWindow, fakeWindow } from './fake-window.ts';
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

/** A window that shows a folder, disposed of when the test ends. */
export async function windowWithFolder(
  root: string,
  process: Partial<WorkspaceProcess> = {},
): Promise<{ readonly window: FakeWindow } & ReturnType<typeof sessionPorts>> {
  const made = sessionPorts(process);
  const window = fakeWindow();
  const opened = await openSession(root, made.ports, (event, value) => window.emit(event, value));
  if (!opened.ok) throw new Error(opened.failure.detail);
  window.session = opened.value;
  opened.value.activate();
  onTestFinished(() => opened.value.dispose());
  return { window, ...made };
}
