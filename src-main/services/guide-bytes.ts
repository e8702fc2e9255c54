import type { Result } from '#core/ipc/contract';
import { halfCharacterAt } from '#core/text/half-character';
import { createLineIndex } from '#core/text/line-index';
import { editableBytes, encodeGuide } from '../files/guide-files.ts';
import { fail, succeed } from '../ipc/handlers.ts';
import type { WorkspaceSession } from './workspace-session.ts';

/** The bytes of a text as they go to disk, or why it cannot be saved. */
export function bytesToSave(text: string, bom: boolean): Result<Uint8Array> {
  const bytes = encodeGuide(text, bom);
  // The detail is the place, for the author: the number of the line, from 1.
  if (bytes === undefined) return fail('half-character', String(lineOfHalf(text)));
  if (bytes.byteLength > editableBytes) return fail('too-large', `${bytes.byteLength} bytes`);
  return succeed(bytes);
}

function lineOfHalf(text: string): number {
  return createLineIndex(text).positionAt(halfCharacterAt(text) ?? 0).line + 1;
}

/** Tells the process of a folder which files are different; the watch would too, but later and not everywhere. */
export function tellProcess(session: WorkspaceSession, ...paths: string[]): void {
  session.process.filesChanged(paths).catch(() => undefined);
}
