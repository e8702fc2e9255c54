import { setTimeout as delay } from 'node:timers/promises';
import { app } from 'electron';

/** A slow disk gets this long; what is not on it then is lost, but no file is ever half-written. */
const withinMs = 10_000;

/** Lets the application end only when `flush` has settled: windows are closed, their last saves are not. */
export function flushBeforeQuit(flush: () => Promise<unknown>): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    void Promise.race([flush().catch(() => undefined), delay(withinMs)]).then(() => app.exit());
  });
}
