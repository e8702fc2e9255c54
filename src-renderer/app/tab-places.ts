import type { Layout } from '#core/ipc/layout';
import { detailsFoldField, foldDetails } from '../editor/details-fold.ts';
import { foldedLines, foldLines } from '../editor/folding/fold-commands.ts';
import type { OpenSession } from '../editor/open-session.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';

/** Where a guide was left: caret, folds and scroll position. */
type TabPlace = NonNullable<Layout['tabs']>[number];

// Older ones are forgotten: their guides open at the top, as new ones do.
const MOST_CLOSED = 200;

// Of guides whose tab is closed, the one closed last at the end; and of tabs about to be opened.
const left = new Map<string, TabPlace>();

/** Where an open guide stands now; `undefined` where it is not open. */
export function placeOf(path: string): TabPlace | undefined {
  const session = sessionOf(path);
  if (!session) return undefined;
  const { state } = session;
  const { anchor, head } = state.selection.main;
  const isShown = useDocumentsStore.getState().active === path;
  return {
    path,
    caret: head,
    anchor,
    length: state.doc.length,
    scroll: (isShown ? manuscript.view?.topLine() : undefined) ?? session.topLine,
    folds: foldedLines(state).map(({ at, lines }) => [at, lines]),
    detailsOpen: !state.field(detailsFoldField).folded,
  };
}

/** Keeps where a guide stands, before its tab is closed. */
export function rememberPlace(path: string): void {
  const place = placeOf(path);
  if (!place) return;
  // Unsaved text stays open without a tab; it comes back the same way.
  const session = sessionOf(path);
  if (session) session.topLine = place.scroll;
  left.delete(path);
  left.set(path, place);
  for (const oldest of [...left.keys()].slice(0, -MOST_CLOSED)) left.delete(oldest);
}

/** Where the closed guides of this folder were left, the one closed last at the end. */
export function closedPlaces(): TabPlace[] {
  return [...left.values()].filter(({ path }) => sessionOf(path) === undefined);
}

/** Takes the place of those known so far: the folder is another one. */
export function takePlaces(places: readonly TabPlace[]): void {
  left.clear();
  for (const place of places) left.set(place.path, place);
}

/** Lets the place of a closed guide follow its file to another name, or forgets it where there is none. */
export function movePlace(from: string, to: string | undefined): void {
  const place = left.get(from);
  left.delete(from);
  if (place && to !== undefined) left.set(to, { ...place, path: to });
}

/**
 * Brings a guide just opened to where it was left; what no longer fits its text is left out. Where the text
 * has been typed on since that was noted, the caret goes behind the last change (`lastTo`).
 */
export function returnToPlace(session: OpenSession, lastTo?: number): void {
  const place = left.get(session.path);
  const { state } = session;
  const { length } = state.doc;
  const clamp = (at: number): number => Math.max(0, Math.min(Math.trunc(at), length));
  if (lastTo !== undefined && place?.length !== length) {
    session.dispatch({ selection: { anchor: clamp(lastTo) } });
  } else if (place) {
    const { caret, anchor = caret } = place;
    session.dispatch({ selection: { anchor: clamp(anchor), head: clamp(caret) } });
  }
  if (!place) return;
  const folds = (place.folds ?? []).map(([at, lines]) => ({ at, lines }));
  session.dispatch({
    effects: [
      ...(place.detailsOpen === true ? [foldDetails.of(false)] : []),
      ...foldLines(session.state, folds),
    ],
  });
  session.topLine = place.scroll;
}
