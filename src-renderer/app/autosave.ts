import type { OpenSession } from '../editor/open-session.ts';
import { type OpenDocument, useDocumentsStore } from '../stores/documents-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { saveGuide } from './guide-actions.ts';
import { manuscript } from './manuscript.ts';
import { onTextChange, openSessions, sessionOf } from './sessions.ts';

/** A disk that refused a save is tried again this much later, without a word, until it takes it (F09). */
const againMs = 30_000;

type Timers = Map<OpenSession, ReturnType<typeof setTimeout>>;

const resting: Timers = new Map();
const pausing: Timers = new Map();

/** The control outside of the manuscript in which an input method composes. */
let composedIn: EventTarget | null = null;

function composesElsewhere(): boolean {
  // A control that was taken away, or left, ends its composition without an event.
  return composedIn !== null && composedIn === document.activeElement;
}

const mode = () => useSettingsStore.getState().settings.autosave;

function setTimer(timers: Timers, session: OpenSession, ms: number, task: () => unknown): void {
  clearTimeout(timers.get(session));
  const timer = setTimeout(() => {
    timers.delete(session);
    task();
  }, ms);
  timers.set(session, timer);
}

function clear(timers: Timers): void {
  for (const timer of timers.values()) clearTimeout(timer);
  timers.clear();
}

/**
 * The guide of a session where it may be saved without being asked for: not over a conflict, a deleted file
 * or text of the last time that the author has not decided about, and not under a review of the export.
 */
function savable(session: OpenSession): OpenDocument | undefined {
  if (mode() === 'off' || !session.unsaved || session.readOnly) return undefined;
  const { documents, place } = useDocumentsStore.getState();
  if (place === 'export' || sessionOf(session.path) !== session) return undefined;
  const found = documents.find(({ path }) => path === session.path);
  return found?.disk === 'same' && found.recoveredAt === undefined ? found : undefined;
}

async function autosave(session: OpenSession, isAgain = false): Promise<void> {
  const found = savable(session);
  if (!found) return;
  if (found.saveFailure && !isAgain) {
    if (!pausing.has(session)) tryAgain(session);
    return;
  }
  // Saved by hand meanwhile.
  if (isAgain && !found.saveFailure) return;
  if (composesElsewhere()) {
    rest(session, 1);
    return;
  }
  if (session.composing) {
    await manuscript.compositionEnd();
    return autosave(session, isAgain);
  }
  await saveGuide(session.path, 'auto');
  if (savable(session)?.saveFailure) tryAgain(session);
}

function tryAgain(session: OpenSession): void {
  setTimer(pausing, session, againMs, () => autosave(session, true));
}

/** Saves a guide so many seconds after its last change; a word being composed is one that goes on. */
function rest(session: OpenSession, seconds: number): void {
  setTimer(resting, session, seconds * 1000, () => {
    if (session.composing) rest(session, seconds);
    else void autosave(session);
  });
}

function restAll(): void {
  if (mode() !== 'rest') return;
  const { autosaveRest } = useSettingsStore.getState().settings;
  for (const session of openSessions()) if (session.unsaved) rest(session, autosaveRest);
}

function leave(sessions: readonly OpenSession[]): void {
  if (mode() !== 'leave') return;
  // Whoever takes a guide away has taken it by then.
  setTimeout(() => sessions.forEach((session) => void autosave(session)));
}

/** Saves what autosaving would save sooner or later, so that a review sees one version of it (F55). */
export async function saveBeforeExport(): Promise<void> {
  if (mode() !== 'off') await Promise.all(openSessions().map((session) => autosave(session)));
}

/** Saves guides without being told to, where the author chose that; the function returned stops it. */
export function startAutosave(): () => void {
  const onBlur = (): void => {
    // The preview is a page of its own: the focus may still be in this window.
    setTimeout(() => !document.hasFocus() && leave(openSessions()));
  };
  const onComposition = (event: CompositionEvent): void => {
    const { target, type } = event;
    const isElsewhere = target instanceof Element && target.closest('.cm-content') === null;
    composedIn = type === 'compositionstart' && isElsewhere ? target : null;
  };
  window.addEventListener('blur', onBlur);
  document.addEventListener('compositionstart', onComposition);
  document.addEventListener('compositionend', onComposition);
  const stops = [
    onTextChange((session) => {
      if (mode() === 'rest') rest(session, useSettingsStore.getState().settings.autosaveRest);
    }),
    useDocumentsStore.subscribe((now, before) => {
      if (now.place !== before.place && before.place === 'export') restAll();
      if (now.documents === before.documents && now.active === before.active) return;
      const left = now.documents.filter(
        ({ path, hidden }) =>
          (path === before.active && path !== now.active) ||
          (hidden === true && before.documents.some((one) => one.path === path && !one.hidden)),
      );
      if (left.length > 0) leave(left.flatMap(({ path }) => sessionOf(path) ?? []));
    }),
    useSettingsStore.subscribe(({ settings }, before) => {
      const { autosave: when, autosaveRest } = before.settings;
      if (settings.autosave === when && settings.autosaveRest === autosaveRest) return;
      clear(resting);
      if (settings.autosave === 'off') clear(pausing);
      restAll();
    }),
  ];
  return () => {
    window.removeEventListener('blur', onBlur);
    document.removeEventListener('compositionstart', onComposition);
    document.removeEventListener('compositionend', onComposition);
    for (const stop of stops) stop();
    for (const timers of [resting, pausing]) clear(timers);
  };
}
