import { onTestFinished } from 'vitest';
import type { WorkspaceProcess } from '../../src-main/lint-process/api.ts';
import { openSession } from '../../src-main/services/workspace-session.ts';
import { type FakeWindow, fakeWindow } from './fake-window.ts';
import { sessionPorts } from './session-ports.ts';

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
