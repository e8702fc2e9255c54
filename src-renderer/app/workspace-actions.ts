import type { GuideEntry } from '#core/catalog/guide-entry';
import type { EventValues } from '#core/ipc/event-values';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { EditorContext } from '../editor/editor-context.ts';
import { demand, onEvent, request } from '../platform/bridge.ts';
import { changeDocument, useDocumentsStore } from '../stores/documents-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import {
  onChangedOnDisk,
  openGuide,
  reopenGuide,
  saveAll,
  startClosedTabs,
} from './guide-actions.ts';
import { forgetFileActions } from './file-undo.ts';
import { followMoved } from './guide-file-actions.ts';
import { restoreLayout, sendLayout } from './layout-persistence.ts';
import { withSiteState } from './site-states.ts';
import { forgetPlaces } from './visited-places.ts';
import { openSessions, removeAllSessions, sendAll, sessionOf, tellAnew } from './sessions.ts';

/** The first entry of the list by name; other documents only where there is no guide. */
function firstGuide(entries: ReadonlyMap<string, GuideEntry>): GuideEntry | undefined {
  const all = [...entries.values()];
  const guides = all.filter(({ kind }) => kind === 'guide');
  const choice = guides.length > 0 ? guides : all;
  return choice.sort((a, b) => a.name.localeCompare(b.name, 'ja'))[0];
}

/** Opens the tabs of the last time; without any, the first guide of the list once it is known. */
async function restoreTabs(contextOf: () => EditorContext): Promise<void> {
  const layout = await demand('layout.get');
  const tabs = restoreLayout(layout);
  // Asked for only now: the layout says whether focus mode is on.
  const context = contextOf();
  startClosedTabs((layout.closed ?? []).map(({ path }) => path));
  const unsaved = await demand('recovery.unsaved');
  const paths = new Set([...tabs.map(({ path }) => path), ...unsaved]);
  for (const path of paths) await reopenGuide(path, context);
  useWorkspaceStore.setState({ openFailure: undefined });
  const { documents } = useDocumentsStore.getState();
  const active = documents.find(({ path }) => path === layout.activeTab)?.path;
  if (active) useDocumentsStore.setState({ active });
  else if (documents.length === 0) {
    const first = firstGuide(useWorkspaceStore.getState().entries);
    if (first) await openGuide(first.path, context);
    else openFirstWhenKnown(context);
  }
}

function openFirstWhenKnown(context: EditorContext): void {
  const stop = useWorkspaceStore.subscribe(({ entries, workspace }) => {
    const first = firstGuide(entries);
    if (workspace && !first) return;
    stop();
    if (first && useDocumentsStore.getState().documents.length === 0) {
      void openGuide(first.path, context);
    }
  });
}

/** Stands for the sample that comes with the application, in place of a folder. */
export const sample: unique symbol = Symbol('sample');

/** Opens a folder of guides in this window, in place of the one that is open. */
export async function openWorkspace(
  root: string | typeof sample,
  context: () => EditorContext,
): Promise<boolean> {
  useWorkspaceStore.setState({
    opening: true,
    openFailure: undefined,
    unwatched: false,
    away: false,
  });
  const result =
    root === sample
      ? await request('workspace.openSample')
      : await request('workspace.open', { root });
  if (!result.ok) {
    useWorkspaceStore.setState({ opening: false, openFailure: result.failure });
    return false;
  }
  removeAllSessions();
  forgetPlaces();
  forgetFileActions();
  useDocumentsStore.setState({ documents: [], active: undefined, place: 'editor' });
  useWorkspaceStore.setState({ workspace: result.value, opening: false });
  await restoreTabs(context);
  return true;
}

/** Lets the author choose a folder and opens it. */
export async function chooseWorkspace(context: () => EditorContext): Promise<void> {
  const root = await demand('workspace.choose');
  if (root !== null) await openWorkspace(root, context);
}

function takeEntries({ reset, upserts, removes }: EventValues['workspace.entries']): void {
  useWorkspaceStore.setState((state) => {
    const entries = new Map(reset ? [] : state.entries);
    for (const path of removes) entries.delete(path);
    for (const entry of upserts) entries.set(entry.path, withSiteState(entry));
    return { entries };
  });
}

// A first check reports thousands of guides one by one; the lists take them together.
const FINDINGS_BATCH_MS = 60;
const arrived = new Map<string, readonly Diagnostic[]>();
let flushing: ReturnType<typeof setTimeout> | undefined;

function flushFindings(): void {
  flushing = undefined;
  useWorkspaceStore.setState((state) => {
    const findings = new Map(state.findings);
    for (const [path, diagnostics] of arrived) {
      if (diagnostics.length === 0) findings.delete(path);
      else findings.set(path, diagnostics);
    }
    return { findings };
  });
  arrived.clear();
}

function takeFindings({ path, version, diagnostics }: EventValues['findings.changed']): void {
  const session = sessionOf(path);
  // Findings of the file on disk say nothing of a text that is open.
  if (session && version < 0) return;
  session?.showFindings(version, diagnostics);
  arrived.set(path, diagnostics);
  flushing ??= setTimeout(flushFindings, FINDINGS_BATCH_MS);
}

function takeAway({ away }: EventValues['workspace.away']): void {
  useWorkspaceStore.setState({ away });
  if (away) return;
  // What kept them from being saved is over.
  for (const { path, saveFailure } of useDocumentsStore.getState().documents) {
    if (saveFailure?.code === 'folder-away') changeDocument(path, { saveFailure: undefined });
  }
}

/** Follows what main says of the folder, its guides and the window. */
export function followWorkspace(): void {
  onEvent('workspace.entries', takeEntries);
  onEvent('findings.changed', takeFindings);
  onEvent('workspace.changed', (workspace) => useWorkspaceStore.setState({ workspace }));
  onEvent('workspace.progress', (progress) => {
    useWorkspaceStore.setState({
      progress: progress.done < progress.total ? progress : undefined,
    });
  });
  onEvent('guide.changedOnDisk', ({ path, hash, to }) => {
    void (to === undefined ? onChangedOnDisk(path, hash) : followMoved(path, to));
  });
  onEvent('workspace.unwatched', () => useWorkspaceStore.setState({ unwatched: true }));
  onEvent('workspace.away', takeAway);
  onEvent('document.wanted', ({ path }) => tellAnew(path));
  onEvent('recovery.failing', ({ failing }) =>
    useWorkspaceStore.setState({ unprotected: failing }),
  );
  onEvent('history.failing', ({ failing }) =>
    useWorkspaceStore.setState({ historyFailing: failing }),
  );
  onEvent('window.closing', ({ saveFirst }) => {
    if (saveFirst) void saveAll();
    else {
      sendLayout();
      sendAll();
    }
  });
}

/** Gives every open guide the language in use and the window's callbacks. */
export function changeContextOfAll(context: EditorContext): void {
  for (const session of openSessions()) session.setContext(context);
}
