import type { Failure } from '#core/ipc/contract';
import type { OpenDocument } from '../../stores/documents-store.ts';

/** The lasting state that the banner tells about, the gravest of those that hold. */
export type BannerState =
  | { readonly kind: 'save-failed'; readonly failure: Failure }
  | { readonly kind: 'deleted' }
  | { readonly kind: 'changed'; readonly unsaved: boolean }
  | { readonly kind: 'recovered'; readonly at: number }
  | { readonly kind: 'not-utf8' }
  | { readonly kind: 'read-only'; readonly reason: 'too-large' | 'not-writable' }
  | { readonly kind: 'away' }
  | { readonly kind: 'unwatched' };

/** What the folder of the guides is like. */
export interface FolderState {
  /** Nothing tells of changes in it. */
  readonly unwatched: boolean;
  /** Its volume was taken away. */
  readonly away: boolean;
}

/**
 * The banner of an open guide; `undefined` where all is well. `recoveredAt` (milliseconds since
 * 1970) is set where its text came back after an abrupt end.
 */
export function bannerState(
  document: OpenDocument,
  recoveredAt: number | undefined,
  folder: FolderState = { unwatched: false, away: false },
): BannerState | undefined {
  if (folder.away) return { kind: 'away' };
  if (document.disk === 'deleted') return { kind: 'deleted' };
  // "Changed on disk" is both a failure and a state; the state offers the choice.
  if (document.disk === 'changed' || document.saveFailure?.code === 'changed-on-disk') {
    return { kind: 'changed', unsaved: document.unsaved };
  }
  if (document.saveFailure !== undefined && document.saveFailure.code !== 'cancelled') {
    return { kind: 'save-failed', failure: document.saveFailure };
  }
  if (recoveredAt !== undefined) return { kind: 'recovered', at: recoveredAt };
  if (document.readOnly === 'not-utf8') return { kind: 'not-utf8' };
  if (document.readOnly !== undefined) return { kind: 'read-only', reason: document.readOnly };
  if (folder.unwatched) return { kind: 'unwatched' };
  return undefined;
}
