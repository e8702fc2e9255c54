import type { EventValues } from '#core/ipc/event-values';
import type { OpenDocument } from '../../stores/documents-store.ts';

/** What the status bar says about saving, the gravest first. */
export type SaveState =
  'read-only' | 'deleted' | 'cannot-save' | 'saving' | 'changed-outside' | 'unsaved' | 'saved';

/** The saved state of an open guide. */
export function saveState(document: OpenDocument): SaveState {
  if (document.readOnly !== undefined) return 'read-only';
  if (document.disk === 'deleted') return 'deleted';
  if (document.saving) return 'saving';
  if (document.saveFailure !== undefined) return 'cannot-save';
  if (document.disk === 'changed') return 'changed-outside';
  return document.unsaved ? 'unsaved' : 'saved';
}

/** How far reading or checking has come in whole percent; 100 only when all is done. */
export function percentDone({ done, total }: EventValues['workspace.progress']): number {
  return total <= 0 ? 100 : Math.floor((done / total) * 100);
}

/** Time of day as the status bar writes it: `14:32`. */
export function clockTime(timeMs: number): string {
  const date = new Date(timeMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}
