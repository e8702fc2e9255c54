import { create } from 'zustand';
import type { Failure } from '#core/ipc/contract';
import { failureWords } from '#core/messages/failure-words';
import { type MessageValues, translate } from '#core/messages/messages';
import { pasteMessages } from '#core/messages/paste';
import type { OpenSession } from '../editor/open-session.ts';
import { isPlainPlace } from '../editor/paste/paste-place.ts';
import { request } from '../platform/bridge.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { closeToast, showToast } from '../stores/toast-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { sessionOf } from './sessions.ts';
import { type TrackedPlace, trackPlace } from './track-place.ts';

const id = 'image';
const mostBytes = 20 * 1024 * 1024;
/** Work that takes no longer than this is not told about. */
const tellAfterMs = 1000;

/** An image on disk for which the author is asked where it goes. */
export interface AskedImage {
  /** Tells this question from the one before it. */
  readonly id: number;
  readonly sitePath: string;
  readonly session: OpenSession;
  readonly place: TrackedPlace;
  /** Which of how many, from 1. */
  readonly index: number;
  readonly count: number;
  /** Called once, when the question is answered. */
  readonly done: () => void;
}

/** The image that the dialog 'image' asks about. */
export const useImageStore = create<{ readonly asked: AskedImage | undefined }>(() => ({
  asked: undefined,
}));

/** Tells something about an image at the bottom of the window. */
export function tellImage(
  key: keyof typeof pasteMessages.ja,
  values: MessageValues = {},
  action?: { readonly label: string; readonly onPress: () => void },
): void {
  const { locale } = useSettingsStore.getState();
  const text = translate(pasteMessages, locale, key, values);
  showToast({ id, text, ...(action === undefined ? {} : { action }) });
}

function tellFailure({ code, detail }: Failure): void {
  const { locale } = useSettingsStore.getState();
  if (code === 'too-large') tellImage('tooLarge');
  else if (code === 'bad-request') {
    tellImage(detail === 'svg' ? 'isSvg' : detail === 'cut' ? 'isCut' : 'notImage');
  } else {
    const { what, next } = failureWords(code);
    showToast({ id, text: `${what[locale]}${next[locale]}` });
  }
}

/** The URL name of a guide: that of its details, else its file's name. */
function slugOf(path: string): string {
  const slug = useWorkspaceStore.getState().entries.get(path)?.slug ?? '';
  return slug === '' ? (/([^/]*?)(?:\.[^./]*)?$/.exec(path)?.[1] ?? '') : slug;
}

/** Settles when the image asked about now is decided about; another may be asked about by then. */
function answered(): Promise<void> {
  return new Promise((resolve) => {
    const stop = useImageStore.subscribe(({ asked }) => {
      if (asked) return;
      stop();
      resolve();
    });
  });
}

let questions = 0;

/** Opens the question about one image, once the one before it is answered, and waits for its answer. */
async function ask(image: Omit<AskedImage, 'done' | 'id'>): Promise<void> {
  while (useImageStore.getState().asked) await answered();
  await new Promise<void>((resolve) => {
    useImageStore.setState({ asked: { ...image, id: (questions += 1), done: resolve } });
    useLayoutStore.setState({ dialog: 'image' });
  });
}

async function add(file: File, slug: string): Promise<string | undefined> {
  if (file.size > mostBytes) {
    tellImage('tooLarge');
    return undefined;
  }
  // A file that has gone meanwhile, and a folder, cannot be read.
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) {
    tellFailure({ code: 'not-found', detail: file.name });
    return undefined;
  }
  const name = file.name.slice(-255);
  const added = await request('images.add', { name, bytes: new Uint8Array(bytes), slug });
  if (added.ok) return added.value.sitePath;
  tellFailure(added.failure);
  return undefined;
}

async function takeAll(files: readonly File[], session: OpenSession, at: number): Promise<void> {
  // Several images stand in the order that they came in.
  const place = trackPlace(session, at, 'before');
  const count = files.length;
  for (const [before, file] of files.entries()) {
    const index = before + 1;
    const telling = setTimeout(
      () => tellImage(count > 1 ? 'addingOf' : 'adding', { index, count }),
      tellAfterMs,
    );
    const sitePath = await add(file, slugOf(session.path));
    clearTimeout(telling);
    if (sitePath === undefined) continue;
    closeToast(id);
    await ask({ sitePath, session, place, index, count });
  }
  place.stop();
}

/**
 * Takes image files for a place of the manuscript (an offset as it is now): each is put on disk first and
 * then asked about, one after another; a link is only written to what is there (F52).
 */
export function takeImages(files: readonly File[], at: number): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session || session.readOnly) return;
  void takeAll(files, session, at);
}

/** Takes image files that come while one is asked about: they stand behind it, and are asked about after it. */
export function takeMoreImages(files: readonly File[]): void {
  const { asked } = useImageStore.getState();
  if (asked) void takeAll(files, asked.session, asked.place.offset());
}

/** Lets the author choose an image, and asks about it as about one that was pasted. */
export async function chooseImage(): Promise<void> {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session || session.readOnly || session.composing) return;
  if (useImageStore.getState().asked) {
    tellImage('oneFirst');
    return;
  }
  const { head } = session.state.selection.main;
  if (isPlainPlace(session.state, head)) {
    tellImage('noPlace');
    return;
  }
  const place = trackPlace(session, head, 'before');
  const chosen = await request('images.choose', {});
  if (!chosen.ok) tellFailure(chosen.failure);
  else if (chosen.value !== null) {
    await ask({ sitePath: chosen.value, session, place, index: 1, count: 1 });
  }
  place.stop();
}
