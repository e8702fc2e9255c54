import { pathParts } from '#core/catalog/file-name';
import { editDetails } from '#core/document/edit-details';
import { parseGuide } from '#core/document/parse-guide';
import { valueAt } from '#core/document/pointer';
import type { Failure, MadeGuide, Params, Result } from '#core/ipc/contract';
import { failureText } from '#core/messages/failure-words';
import { guideFilesMessages } from '#core/messages/guide-files';
import { type MessageValues, translate } from '#core/messages/messages';
import { writingStart } from '#core/catalog/new-guide';
import type { OpenSession } from '../editor/open-session.ts';
import { request } from '../platform/bridge.ts';
import { changeDocument, useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { currentEditorContext } from './editor-context-of.ts';
import { followFile, type NotUndone, offerUndo, tellNotDone, withdrawOffers } from './file-undo.ts';
import { forgetTab, moveTab, openGuide, saveGuide } from './guide-actions.ts';
import { manuscript } from './manuscript.ts';
import { whileMoving } from './moves-under-way.ts';
import { movePlaces } from './visited-places.ts';
import {
  moveSession,
  removeSession,
  reportUnsaved,
  sessionOf,
  takeBackSession,
} from './sessions.ts';

type Key = keyof typeof guideFilesMessages.ja;

const say = (key: Key, values?: MessageValues): string =>
  translate(guideFilesMessages, useSettingsStore.getState().locale, key, values);

/** What the author calls a guide: its name, else its file's. */
export function nameOfGuide(path: string): string {
  const name = useWorkspaceStore.getState().entries.get(path)?.name ?? '';
  return name === '' ? fileNameOf(path) : name;
}

const fileNameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const wordsOf = ({ code, detail }: Failure): string =>
  failureText(code, detail)[useSettingsStore.getState().locale];

const notUndone = (failure: Failure): NotUndone => ({ words: wordsOf(failure), final: false });

/** The text of a guide that is not saved yet; `null` where the file has it all. */
function unsavedText(session: OpenSession | undefined): string | null {
  return session?.unsaved === true && !session.readOnly ? session.fileText() : null;
}

async function sessionAtRest(path: string): Promise<OpenSession | undefined> {
  const session = sessionOf(path);
  // Half a word must not reach a file.
  if (session?.composing) await manuscript.compositionEnd();
  return session;
}

/** Opens a guide that was just made, and offers to take it back as long as nothing is written in it. */
async function showMade({ path, hash }: MadeGuide, key: Key, name: string): Promise<void> {
  useDocumentsStore.setState({ view: 'source' });
  await openGuide(path, currentEditorContext());
  offerUndo('file', path, say(key, { name }), async (now) => {
    const session = sessionOf(now);
    if (session?.unsaved || (session && session.baseHash !== hash)) {
      return { words: `${say('keptText')}${say('keptTextNext')}`, final: true };
    }
    const params = { path: now, text: null, bom: false, baseHash: hash };
    const result = await request('guide.trash', params);
    if (!result.ok) return notUndone(result.failure);
    leaveGuide(now);
    return undefined;
  });
}

/** Why a guide was not made; `field` where one answer is to blame. */
export interface NotMade {
  readonly field: 'slug' | undefined;
  readonly text: string;
}

const notMade = (failure: Failure): NotMade => ({
  field: failure.code === 'already-exists' ? 'slug' : undefined,
  text: wordsOf(failure),
});

/** Makes a new guide and puts the caret where writing begins; gives why it could not. */
export async function createGuide(answers: Params<'guide.create'>): Promise<NotMade | undefined> {
  const result = await request('guide.create', answers);
  if (!result.ok) return notMade(result.failure);
  const { path } = result.value;
  await showMade(result.value, 'created', answers.name);
  const session = sessionOf(path);
  if (session) {
    const { from, to } = writingStart(session.text());
    session.dispatch({ selection: { anchor: from, head: to } });
    // The dialog gives the focus back first, and the manuscript must be on the page before it can scroll.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        // Whoever is quick has typed by now, and goes on there.
        const now = session.state.selection.main;
        if (sessionOf(path) === session) manuscript.view?.reveal(now.anchor, now.head);
      }),
    );
  }
  return undefined;
}

/** Copies a guide with its unsaved text and opens the copy; gives why it could not. */
export async function duplicateGuide(
  path: string,
  names: Pick<Params<'guide.duplicate'>, 'name' | 'title' | 'slug'>,
): Promise<NotMade | undefined> {
  const session = await sessionAtRest(path);
  const text = unsavedText(session);
  const result = await request('guide.duplicate', {
    path,
    text,
    bom: session?.bom ?? false,
    ...names,
  });
  if (!result.ok) return notMade(result.failure);
  const key = result.value.asWritten ? 'duplicatedAsWritten' : 'duplicated';
  await showMade(result.value, key, names.name);
  return undefined;
}

function askToMove(path: string, to: string): Promise<Result<unknown>> {
  const { folder } = pathParts(to);
  return folder === pathParts(path).folder
    ? request('guide.rename', { path, to })
    : request('guide.move', { path, folder: folder.slice(0, -1) });
}

/**
 * Lets an open guide go on where another program has put its file, with text, history and caret; where that
 * cannot be, it stays as one whose file is gone.
 */
export async function followMoved(path: string, to: string): Promise<void> {
  const session = await sessionAtRest(path);
  if (!session) return;
  const { baseHash } = session;
  const failure = await moveGuide(path, to, () => request('guide.follow', { path, to, baseHash }));
  if (failure !== undefined) {
    changeDocument(path, { disk: 'deleted' });
    return;
  }
  changeDocument(to, { disk: 'same', saveFailure: undefined });
  showToast({ id: `followed ${to}`, text: say('followed', { from: path, to }) });
}

/** Gives a guide's file another name or folder; tab, text and history follow. Gives why it could not, in words. */
async function moveGuide(
  path: string,
  to: string,
  asked: () => Promise<Result<unknown>> = () => askToMove(path, to),
): Promise<string | undefined> {
  // A guide that had this name, and is gone from the disk, has its text in this window only.
  if (to !== path && sessionOf(to)) return say('nameHasText', { name: fileNameOf(to) });
  let failure: string | undefined;
  await whileMoving(
    path,
    asked().then((result) => {
      if (!result.ok) failure = wordsOf(result.failure);
      else {
        withdrawOffers(path);
        followFile(path, to);
        movePlaces(path, to);
        moveSession(path, to);
        moveTab(path, to);
        useWorkspaceStore.setState(({ findings }) => {
          const next = new Map(findings);
          const found = next.get(path);
          next.delete(path);
          if (found) next.set(to, found);
          return { findings: next };
        });
        reportUnsaved();
      }
      return result.ok ? to : path;
    }),
  );
  return failure;
}

/** Gives the URL name of a guide another value, and saves where nothing else was waiting to be saved. */
async function changeSlug(
  path: string,
  slug: string,
  onlyFrom?: string,
): Promise<string | undefined> {
  if (!sessionOf(path)) await openGuide(path, currentEditorContext());
  const session = await sessionAtRest(path);
  if (!session) return undefined;
  const head = session.head();
  const before = valueAt(parseGuide(head).data, '/slug');
  if (typeof before !== 'string' || (onlyFrom !== undefined && before !== onlyFrom))
    return undefined;
  const edited = editDetails(head, { kind: 'set', pointer: '/slug', value: slug });
  if (!edited.ok) return undefined;
  const wasSaved = !session.unsaved;
  session.edit(edited.edits, 'command');
  if (wasSaved) await saveGuide(path);
  return before;
}

/** Renames the file of a guide, and its URL name where asked; gives why it could not, in words. */
export async function renameGuide(
  path: string,
  to: string,
  withSlug: boolean,
): Promise<string | undefined> {
  const failure = await moveGuide(path, to);
  if (failure !== undefined) return failure;
  const { stem } = pathParts(to);
  const slug = withSlug ? await changeSlug(to, stem) : undefined;
  const text = say('renamed', { from: fileNameOf(path), to: fileNameOf(to) });
  offerUndo('file', to, text, async (now) => {
    // Its folder may be another one by now; its name goes back.
    const back = `${pathParts(now).folder}${fileNameOf(path)}`;
    const words = await moveGuide(now, back);
    if (words !== undefined) return { words, final: false };
    if (slug !== undefined) await changeSlug(back, slug, stem);
    return undefined;
  });
  return undefined;
}

/** Puts the file of a guide into another folder (relative, empty at the top); gives why it could not, in words. */
export async function moveToFolder(path: string, folder: string): Promise<string | undefined> {
  const before = pathParts(path).folder;
  const inFolder = (at: string, name: string): string => `${at}${fileNameOf(name)}`;
  const to = inFolder(folder === '' ? '' : `${folder}/`, path);
  const name = nameOfGuide(path);
  const failure = await moveGuide(path, to);
  if (failure !== undefined) return failure;
  const shown = folder === '' ? say('renameTop') : folder;
  offerUndo('file', to, say('moved', { name, folder: shown }), async (now) => {
    const words = await moveGuide(now, inFolder(before, now));
    return words === undefined ? undefined : { words, final: false };
  });
  return undefined;
}

/** Takes a guide out of the tabs whose file is no longer there; gives its session for an undo. */
function leaveGuide(path: string): OpenSession | undefined {
  const session = sessionOf(path);
  withdrawOffers(path);
  forgetTab(path);
  removeSession(path, true);
  useWorkspaceStore.setState(({ findings }) => {
    const next = new Map(findings);
    next.delete(path);
    return { findings: next };
  });
  return session;
}

/** Brings a guide back from the trash, with its tab and the text that was not saved. */
async function restoreGuide(
  id: string,
  kept: OpenSession | undefined,
  unsaved: boolean,
): Promise<NotUndone> {
  const result = await request('guide.restore', { id });
  if (!result.ok) return notUndone(result.failure);
  if (!kept) return undefined;
  const { path } = result.value;
  await openGuide(path, currentEditorContext());
  // The same bytes are back, so what was written upon them still fits.
  if (sessionOf(path)?.baseHash !== kept.baseHash) return undefined;
  takeBackSession(kept);
  changeDocument(path, { unsaved });
  reportUnsaved();
  return undefined;
}

/** Moves a guide to the trash and offers to bring it back; gives why it could not, in words. */
export async function trashGuide(path: string): Promise<string | undefined> {
  const name = nameOfGuide(path);
  const session = await sessionAtRest(path);
  const text = unsavedText(session);
  let kept: OpenSession | undefined;
  const trashing = request('guide.trash', {
    path,
    text,
    bom: session?.bom ?? false,
    baseHash: session?.baseHash ?? null,
  }).then((result) => {
    if (result.ok) kept = leaveGuide(path);
    return result;
  });
  // A save that comes meanwhile must find the guide gone.
  await whileMoving(
    path,
    trashing.then(() => path),
  );
  const result = await trashing;
  if (!result.ok) return wordsOf(result.failure);
  const { id, keptIn } = result.value;
  const told =
    keptIn === undefined ? say('trashed', { name }) : say('trashedHere', { name, folder: keptIn });
  offerUndo('trash', path, told, () => restoreGuide(id, kept, text !== null));
  return undefined;
}

/** Moves a guide to the trash; where other guides name it, shows them first. */
export async function askToTrash(path: string): Promise<void> {
  const named = await request('guide.namedBy', { path });
  const count = named.ok ? named.value.byValue.length + named.value.byPath.length : 0;
  if (count > 0) {
    useLayoutStore.setState({ dialog: 'trash', dialogPath: path });
    return;
  }
  const failed = await trashGuide(path);
  if (failed !== undefined) tellNotDone(failed);
}
