import { ipcMain } from 'electron';
import type { Log } from '../services/log.ts';
import { isTrustedSender } from '../security/origin.ts';
import type { AppWindow } from '../windows/app-window.ts';
import type { Answer } from './answer-request.ts';
import { fail } from './handlers.ts';

/** Listens to the requests of all windows; one that does not come from a window's own page is refused. */
export function serveRequests(
  windowOf: (webContentsId: number) => AppWindow | undefined,
  answer: Answer,
  log: Log,
): void {
  ipcMain.handle('shirube:request', async (event, method: unknown, params: unknown) => {
    const caller = windowOf(event.sender.id);
    if (caller === undefined || !isTrustedSender(event.senderFrame)) {
      log.error('request refused', { window: event.sender.id });
      return fail('not-allowed', 'sender');
    }
    return answer(caller, method, params);
  });
}
