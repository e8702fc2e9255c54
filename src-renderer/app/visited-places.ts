import { useDocumentsStore } from '../stores/documents-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { currentEditorContext } from './editor-context-of.ts';
import { openAt } from './go-to-named.ts';
import { sessionOf } from './sessions.ts';

/** A place in a guide where the author has been. */
interface Place {
  readonly path: string;
  readonly offset: number;
  readonly line: number;
}

/** A jump of the caret over fewer lines is reading on, not going elsewhere. */
const fewestLines = 20;
/** Most places that are kept in each direction. */
const mostPlaces = 100;

let behind: Place[] = [];
let ahead: Place[] = [];
let here: Place | undefined;
/** The guide that a step back or forth has shown, until its caret is known. */
let arriving: string | undefined;

function note({ active, caret }: ReturnType<typeof useDocumentsStore.getState>): void {
  if (active === undefined) return;
  if (here?.path !== active) {
    // The caret that is known is still the other guide's.
    const offset = sessionOf(active)?.state.selection.main.head ?? 0;
    leave();
    here = { path: active, offset, line: 0 };
    return;
  }
  const next = { path: active, offset: caret.offset, line: caret.line };
  const isFar = here.line > 0 && Math.abs(next.line - here.line) >= fewestLines;
  if (isFar && arriving !== active) leave();
  arriving = undefined;
  here = next;
}

function leave(): void {
  if (arriving !== undefined || here === undefined) return;
  behind = [...behind.slice(1 - mostPlaces), here];
  ahead = [];
}

/** Follows where the author goes: from guide to guide, and far within one. */
export function followPlaces(): () => void {
  return useDocumentsStore.subscribe((state, before) => {
    if (state.active !== before.active || state.caret !== before.caret) note(state);
  });
}

function isThere({ path }: Place): boolean {
  return sessionOf(path) !== undefined || useWorkspaceStore.getState().entries.has(path);
}

function step(from: Place[], to: Place[]): Place | undefined {
  let place = from.pop();
  while (place && !isThere(place)) place = from.pop();
  if (!place) return undefined;
  const { active } = useDocumentsStore.getState();
  const offset = sessionOf(active)?.state.selection.main.head;
  if (active !== undefined && offset !== undefined) {
    to.push({ path: active, offset, line: useDocumentsStore.getState().caret.line });
  }
  arriving = place.path;
  return place;
}

async function show(place: Place | undefined): Promise<void> {
  if (place) await openAt(place.path, currentEditorContext(), place.offset);
}

/** Shows the place before this one; nothing where there is none. */
export async function goBack(): Promise<void> {
  await show(step(behind, ahead));
}

/** Shows the place that was left by going back. */
export async function goForward(): Promise<void> {
  await show(step(ahead, behind));
}

/** Lets the places of a guide follow its file to another name. */
export function movePlaces(from: string, to: string): void {
  const follow = (place: Place): Place => (place.path === from ? { ...place, path: to } : place);
  behind = behind.map(follow);
  ahead = ahead.map(follow);
  here = here && follow(here);
  if (arriving === from) arriving = to;
}

/** Forgets all places, before another folder opens. */
export function forgetPlaces(): void {
  behind = [];
  ahead = [];
  here = undefined;
  arriving = undefined;
}
