import type { VersionKind } from '#core/history/history-version';
import type { OpenSession } from '../editor/open-session.ts';
import { request } from '../platform/bridge.ts';

/** How long somebody writes before the text is kept without a save. */
const workMs = 5 * 60 * 1000;
/** A word that is being composed is waited for. */
const composedMs = 2_000;

/** Keeps the text of a guide as it is at this moment in its history; what goes wrong there, main tells. */
export async function keepText(session: OpenSession, kind: VersionKind): Promise<void> {
  const { path, bom } = session;
  await request('history.keep', { path, text: session.fileText(), bom, kind });
}

/**
 * Keeps the text of a guide whenever five minutes were worked on it, as long as `isOpen`; nothing happens
 * where it was saved meanwhile. Costs a change nothing but to set the clock once.
 */
export function keepWork(session: OpenSession, isOpen: () => boolean): void {
  let waits = false;
  const keep = (): void => {
    if (isOpen() && session.composing) {
      setTimeout(keep, composedMs);
      return;
    }
    waits = false;
    if (isOpen() && session.unsaved) void keepText(session, 'work');
  };
  session.onChange(() => {
    if (waits) return;
    waits = true;
    setTimeout(keep, workMs);
  });
}
