import type { OpenedGuide } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { EditorContext } from '../editor/editor-context.ts';
import { isUnsaved, lastHash, type RecoveredGuide } from '#core/recovery/recovered-guide';
import { presentFinding } from '../editor/findings.ts';
import { replayJournal } from '../editor/replay-journal.ts';
import { demand, request } from '../platform/bridge.ts';
import { changeDocument, type OpenDocument, useDocumentsStore } from '../stores/documents-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { tellConverted, tellReloaded, tellSaveWarnings } from './finished.ts';
import { keepText } from './keep-text.ts';
import { manuscript } from './manuscript.ts';
import { settledPath } from './moves-under-way.ts';
import { noteSaved } from './site-states.ts';
import {
  addReplayed,
  addSession,
  refreshUnsaved,
  removeSession,
  replaceSession,
  reportUnsaved,
  sendChanges,
  sessionOf,
} from './sessions.ts';
import { movePlace, rememberPlace, returnToPlace } from './tab-places.ts';

const closedTabs: string[] = [];

function newDocument({ path, readOnly, encoding }: OpenedGuide): OpenDocument {
  return {
    path,
    unsaved: false,
    saving: false,
    readOnly,
    encoding,
    disk: 'same',
    savedAt: undefined,
    saveFailure: undefined,
  };
}

/** Takes a guide in as the journal has it: with text that is not saved, or with the history of one that is. */
function takeRecovered(
  path: string,
  file: OpenedGuide | undefined,
  kept: RecoveredGuide,
  context: EditorContext,
): void {
  const replayed = replayJournal(kept, file, context);
  const { session } = replayed;
  addReplayed(replayed);
  returnToPlace(session, replayed.lastTo);
  const known = file?.hash === session.baseHash ? 'same' : 'changed';
  const disk = file ? known : 'deleted';
  const document = newDocument({ ...(file ?? { text: '', bom: false, hash: '' }), path });
  const recovered: OpenDocument = {
    ...document,
    ...{ disk, unsaved: session.unsaved, recoveredAt: replayed.lastAt },
  };
  useDocumentsStore.setState((state) => ({ documents: [...state.documents, recovered] }));
  reportUnsaved();
}

/**
 * Opens a guide as it was when the application ended, however it ended: what the journal holds of it comes
 * back, else the file is read. False where there is neither.
 */
export async function reopenGuide(path: string, context: EditorContext): Promise<boolean> {
  const kept = await demand('recovery.take', { path });
  if (kept === null || sessionOf(path)) return openGuide(path, context);
  const result = await request('guide.open', { path });
  const file = result.ok ? result.value : undefined;
  if (!isUnsaved(kept) && file?.hash !== lastHash(kept)) return openGuide(path, context);
  takeRecovered(path, file, kept, context);
  useDocumentsStore.setState({ active: path, place: 'editor' });
  // Everything typed was taken back again, or saved: the text follows the file.
  if (file) await onChangedOnDisk(path, file.hash);
  return true;
}

/** Shows a guide in a tab, reading it first where it is not open; a failure is left to the banner. */
export async function openGuide(path: string, context: EditorContext): Promise<boolean> {
  const { documents } = useDocumentsStore.getState();
  if (!documents.some((document) => document.path === path)) {
    const result = await request('guide.open', { path });
    if (!result.ok) {
      useWorkspaceStore.setState({ openFailure: result.failure });
      return false;
    }
    // A second click may have opened it meanwhile.
    if (!sessionOf(path)) {
      const session = addSession(result.value, context);
      returnToPlace(session);
      const known = useWorkspaceStore.getState().findings.get(path);
      if (known) session.showFindings(0, known);
      useDocumentsStore.setState((state) => ({
        documents: [...state.documents, newDocument(result.value)],
      }));
    }
  }
  changeDocument(path, { hidden: false });
  useDocumentsStore.setState({ active: path, place: 'editor' });
  return true;
}

/** Closes a tab. Unsaved text is kept: the guide stays marked in the list until it is saved. */
export function closeGuide(path: string): void {
  const { documents, active } = useDocumentsStore.getState();
  const tabs = documents.filter(({ hidden }) => !hidden);
  const index = tabs.findIndex((document) => document.path === path);
  if (index < 0) return;
  rememberPlace(path);
  const rest = tabs.filter((document) => document.path !== path);
  const next = active === path ? rest[Math.min(index, rest.length - 1)]?.path : active;
  useDocumentsStore.setState({ active: next });
  // The session's word counts: the mark in the list follows a frame later.
  if (sessionOf(path)?.unsaved) changeDocument(path, { hidden: true, unsaved: true });
  else {
    useDocumentsStore.setState({ documents: documents.filter((one) => one.path !== path) });
    removeSession(path);
  }
  closedTabs.push(path);
}

/** Takes a guide out of the tabs, and out of those that can be opened again: its file is gone. */
export function forgetTab(path: string): void {
  closeGuide(path);
  movePlace(path, undefined);
  useDocumentsStore.setState(({ documents }) => ({
    documents: documents.filter((one) => one.path !== path),
  }));
  closedTabs.splice(0, closedTabs.length, ...closedTabs.filter((one) => one !== path));
}

/** Lets the tab of a guide follow its file to another name. */
export function moveTab(from: string, to: string): void {
  useDocumentsStore.setState(({ documents, active }) => ({
    documents: documents.map((one) => (one.path === from ? { ...one, path: to } : one)),
    active: active === from ? to : active,
  }));
  movePlace(from, to);
  closedTabs.splice(0, closedTabs.length, ...closedTabs.map((one) => (one === from ? to : one)));
}

/** Starts with the tabs that were closed in a folder before; those of another folder are forgotten. */
export function startClosedTabs(paths: readonly string[]): void {
  closedTabs.splice(0, closedTabs.length, ...paths);
}

/** The tab closed last, taken from the list; `undefined` when there is none. */
export function lastClosedTab(): string | undefined {
  return closedTabs.pop();
}

/**
 * Writes a guide through main's saver. `overwrite` writes over a change made outside, after the
 * author chose so; `auto` was asked for by nobody, so that a failure stays told until it is over.
 * Waits for the end of a composition: half a word must not reach the file.
 */
export async function saveGuide(
  at: string,
  how: 'asked' | 'overwrite' | 'auto' = 'asked',
): Promise<boolean> {
  const settled = settledPath(at);
  const path = typeof settled === 'string' ? settled : await settled;
  const session = sessionOf(path);
  if (!session || session.readOnly) return false;
  if (session.composing) await manuscript.compositionEnd();
  sendChanges(session);
  const { state, version } = session;
  const auto = how === 'auto';
  changeDocument(path, { saving: true, ...(auto ? {} : { saveFailure: undefined }) });
  const result = await request('guide.save', {
    path,
    text: session.fileText(),
    bom: session.bom,
    baseHash: how === 'overwrite' ? null : session.baseHash,
    version,
    ...(auto ? { auto } : {}),
  });
  if (!result.ok) {
    const changed = result.failure.code === 'changed-on-disk';
    changeDocument(path, {
      saving: false,
      saveFailure: changed ? undefined : result.failure,
      ...(changed ? { disk: 'changed' as const } : {}),
    });
    return false;
  }
  session.markSaved(result.value.hash, state);
  changeDocument(path, {
    saving: false,
    savedAt: result.value.savedAt,
    disk: 'same',
    saveFailure: undefined,
    recoveredAt: undefined,
  });
  refreshUnsaved(session);
  noteSaved(path, result.value.hash);
  tellSaveWarnings(path, result.value.warnings ?? []);
  return true;
}

/** Saves every unsaved guide, one after the other; false where one could not be saved. */
export async function saveAll(): Promise<boolean> {
  let all = true;
  for (const { path, unsaved } of useDocumentsStore.getState().documents) {
    if (unsaved && !(await saveGuide(path))) all = false;
  }
  return all;
}

/**
 * Takes the text of the file into the open guide, as one step that can be undone. Where the file can be
 * edited only now, or no longer, the guide is opened anew and its history ends.
 */
export async function reloadGuide(path: string): Promise<void> {
  const session = sessionOf(path);
  if (!session) return;
  const result = await request('guide.open', { path });
  if (!result.ok) {
    if (result.failure.code === 'not-found') changeDocument(path, { disk: 'deleted' });
    return;
  }
  const { readOnly, encoding } = result.value;
  if (session.readOnly !== (readOnly !== undefined)) {
    if (session.unsaved) void keepText(session, 'given-up');
    const fresh = replaceSession(result.value, session.context);
    changeDocument(path, { disk: 'same', saveFailure: undefined, readOnly, encoding });
    refreshUnsaved(fresh);
    return;
  }
  if (session.composing) await manuscript.compositionEnd();
  const gaveUp = session.unsaved;
  // The history has it, also where the undo is gone.
  if (gaveUp) void keepText(session, 'given-up');
  session.reload(result.value);
  if (gaveUp) tellReloaded(session);
  changeDocument(path, { disk: 'same', saveFailure: undefined, readOnly, encoding });
  refreshUnsaved(session);
}

/** Makes the file of a guide UTF-8, keeping its original beside it, and opens it anew so that it can be edited. */
export async function convertGuide(path: string): Promise<void> {
  const session = sessionOf(path);
  if (!session) return;
  changeDocument(path, { convertFailure: undefined });
  const result = await request('guide.convert', { path, baseHash: session.baseHash });
  if (result.ok) {
    await reloadGuide(path);
    tellConverted(path, result.value.original);
    return;
  }
  if (result.failure.code === 'changed-on-disk') await reloadGuide(path);
  changeDocument(path, { convertFailure: result.failure });
}

/** SHA-256 of no bytes at all. */
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** What becomes of an open guide when its file changes outside: clean text follows, edited text stays. */
export async function onChangedOnDisk(path: string, hash: string | null): Promise<void> {
  const session = sessionOf(path);
  if (!session) return;
  // A word being composed is the author's already, though the text does not hold all of it yet.
  if (session.composing) await manuscript.compositionEnd();
  if (session.baseHash === hash) {
    // It is back, as this text knows it.
    changeDocument(path, { disk: 'same' });
    return;
  }
  if (hash === null) changeDocument(path, { disk: 'deleted' });
  // A sync service may leave a file empty until it has fetched it: never taken for what the guide says (F44).
  else if (session.unsaved || hash === hashOfNothing) changeDocument(path, { disk: 'changed' });
  else await reloadGuide(path);
}

/** Writes the open text of a guide to a place the author chooses; the guide itself stays where it is. */
export async function saveCopy(path: string): Promise<void> {
  const session = sessionOf(path);
  if (!session) return;
  await demand('guide.saveCopy', { path, text: session.fileText(), bom: session.bom });
}

/**
 * Applies one fix of a finding in an open guide as one undoable step. The finding may be older than
 * the text: it is applied where it stands now, and not at all where its own text has changed.
 */
export function applyFix(path: string, diagnostic: Diagnostic, index = 0): void {
  const session = sessionOf(path);
  if (!session) return;
  const fix = presentFinding(session.state, diagnostic)?.fixes?.[index];
  if (fix) session.edit(fix.edits, 'fix');
}
