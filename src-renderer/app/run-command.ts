import type { CommandId } from '#core/commands/commands';
import { demand } from '../platform/bridge.ts';
import { askForCompletion } from '../editor/completion/completion.ts';
import { saveBeforeExport } from './autosave.ts';
import { detailsFoldField } from '../editor/details-fold.ts';
import { findingsAt, findingsOf } from '../editor/findings.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { type Dialog, useLayoutStore } from '../stores/layout-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { changeSettings, useSettingsStore } from '../stores/settings-store.ts';
import type { EditorContext } from '../editor/editor-context.ts';
import { openFind } from '../editor/search-panel.ts';
import {
  applyFix,
  closeGuide,
  lastClosedTab,
  openGuide,
  reloadGuide,
  saveAll,
  saveCopy,
  saveGuide,
} from './guide-actions.ts';
import { undoFileAction } from './file-undo.ts';
import { askToTrash } from './guide-file-actions.ts';
import { openDialogOf } from './guide-menu.ts';
import { showHistory } from './history-actions.ts';
import { formatRuns } from './run-format.ts';
import { placeRuns } from './run-places.ts';
import { sectionRuns } from './run-sections.ts';
import { tableRuns } from './run-table.ts';
import { textViewRuns } from './run-text-view.ts';
import { foldDetailsInManuscript, showCardAtCaret, stepFinding } from './go-to.ts';
import { copyAsHtml } from './copy-as-html.ts';
import { tellNothingToFix } from './finished.ts';
import { findRuns } from './run-find.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';
import { chooseWorkspace, openWorkspace, sample } from './workspace-actions.ts';

/** What commands need of the window beyond the stores. */
export interface CommandContext {
  readonly editor: () => EditorContext;
  /** Shows the field of a JSON pointer in the form. */
  readonly showField: (pointer: string) => void;
  /** Switches to the same place in the other view. */
  readonly toOtherView: () => void;
  readonly focusRegion: (direction: 1 | -1) => void;
  readonly focusFilter: () => void;
}

/** The width after each, narrow to wide. */
const nextWidth = { phone: 'tablet', tablet: 'desktop', desktop: 'phone' } as const;

const activePath = (): string | undefined => useDocumentsStore.getState().active;

function onActive(action: (path: string) => unknown): () => void {
  return () => {
    const path = activePath();
    if (path !== undefined) action(path);
  };
}

function open(dialog: Dialog): () => void {
  return () => useLayoutStore.setState({ dialog });
}

function toggle(part: 'sidebarOpen' | 'panelOpen' | 'previewOpen'): () => void {
  return () => useLayoutStore.setState((state) => ({ [part]: !state[part] }));
}

/** Shows the guide as others will see it; the page again where that is shown already. */
function showInPreview(shows: 'search' | 'social'): void {
  useLayoutStore.setState(({ previewOpen, previewShows }) => ({
    previewOpen: true,
    previewShows: previewOpen && previewShows === shows ? 'page' : shows,
  }));
}

function stepTab(direction: 1 | -1): void {
  const { documents, active } = useDocumentsStore.getState();
  const tabs = documents.filter(({ hidden }) => !hidden);
  const index = tabs.findIndex(({ path }) => path === active);
  const next = tabs[(index + direction + tabs.length) % tabs.length];
  if (next) useDocumentsStore.setState({ active: next.path, place: 'editor' });
}

function inManuscript(
  command: (target: NonNullable<ReturnType<typeof sessionOf>>) => unknown,
): () => void {
  return onActive((path) => {
    const session = sessionOf(path);
    if (session) command(session);
  });
}

function showSource(): void {
  useDocumentsStore.setState({ view: 'source' });
  requestAnimationFrame(() => manuscript.view?.focus());
}

/** What each command does in this window; a command without an entry does not compile. */
export function commandRunner(context: CommandContext): (id: CommandId) => void {
  const locale = () => useSettingsStore.getState().locale;
  const run: Record<CommandId, () => unknown> = {
    'guide.new': open('new-guide'),
    'workspace.open': () => chooseWorkspace(context.editor),
    'workspace.openSample': () => openWorkspace(sample, context.editor),
    'workspace.welcome': () => useDocumentsStore.setState({ place: 'welcome' }),
    'guide.save': onActive((path) => saveGuide(path)),
    'guide.saveAll': saveAll,
    'guide.saveCopy': onActive(saveCopy),
    'guide.reload': onActive(reloadGuide),
    'guide.reveal': onActive((path) => demand('shell.reveal', { path })),
    'guide.duplicate': onActive(openDialogOf('duplicate')),
    'guide.rename': onActive(openDialogOf('rename')),
    'guide.move': onActive(openDialogOf('move')),
    'guide.trash': onActive(askToTrash),
    'file.history': onActive(showHistory),
    'guide.close': onActive(closeGuide),
    'guide.reopen': () => {
      const path = lastClosedTab();
      return path === undefined ? undefined : openGuide(path, context.editor());
    },
    async 'export.review'() {
      await saveBeforeExport();
      useDocumentsStore.setState({ place: 'export' });
    },
    'file.exportPdf': open('pdf'),
    'file.print': open('print'),
    'app.settings': open('settings'),
    'edit.undo': inManuscript((session) => session.undo()),
    'edit.redo': inManuscript((session) => session.redo()),
    'edit.undoFile': undoFileAction,
    'edit.pastePlain': () => {
      manuscript.view?.focus();
      return demand('edit.pastePlain');
    },
    'edit.copyAsHtml': inManuscript((session) => copyAsHtml(session)),
    'edit.find': () => {
      showSource();
      requestAnimationFrame(() => manuscript.view?.run(openFind(false)));
    },
    'edit.complete': () => {
      showSource();
      requestAnimationFrame(() => manuscript.view?.run(askForCompletion));
    },
    ...formatRuns,
    ...tableRuns,
    ...placeRuns,
    ...sectionRuns,
    'view.source': showSource,
    'view.form': () => useDocumentsStore.setState({ view: 'form' }),
    'view.preview': toggle('previewOpen'),
    'view.otherView': context.toOtherView,
    'view.previewWidth': () =>
      useLayoutStore.setState(({ previewWidth }) => ({
        previewWidth: nextWidth[previewWidth],
      })),
    'view.previewScheme'() {
      // A site without dark colours has only one form.
      if (useWorkspaceStore.getState().workspace?.look?.hasDark === false) return;
      useLayoutStore.setState(({ previewScheme }) => ({
        previewScheme: previewScheme === 'dark' ? 'light' : 'dark',
      }));
    },
    'view.searchResult': () => showInPreview('search'),
    'view.socialCard': () => showInPreview('social'),
    'view.sidebar': toggle('sidebarOpen'),
    'view.panel': toggle('panelOpen'),
    'view.foldDetails': inManuscript((session) => {
      foldDetailsInManuscript(!session.state.field(detailsFoldField).folded);
    }),
    ...textViewRuns,
    'view.theme': () => {
      const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
      const { theme } = useSettingsStore.getState().settings;
      const shown = theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
      return changeSettings({ theme: shown === 'dark' ? 'light' : 'dark' });
    },
    'view.language': () => changeSettings({ locale: locale() === 'ja' ? 'en' : 'ja' }),
    'go.palette': open('palette'),
    'go.actions': open('actions'),
    'go.filter': context.focusFilter,
    'go.nextFinding': () => stepFinding(1, context.showField),
    'go.previousFinding': () => stepFinding(-1, context.showField),
    'go.findingCard': showCardAtCaret,
    'go.nextRegion': () => context.focusRegion(1),
    'go.previousRegion': () => context.focusRegion(-1),
    'go.nextTab': () => stepTab(1),
    'go.previousTab': () => stepTab(-1),
    'finding.fix': inManuscript((session) => {
      const finding = findingsAt(session.state, session.state.selection.main.head).find(
        ({ fixes }) => fixes?.length,
      );
      if (finding) applyFix(session.path, finding);
    }),
    'finding.fixAll': () => {
      const session = sessionOf(activePath());
      if (!session) return;
      if (!findingsOf(session.state).some(({ fixes }) => fixes?.length)) {
        tellNothingToFix();
        return;
      }
      const [here] = findingsAt(session.state, session.state.selection.main.head);
      useLayoutStore.setState({ dialog: 'fix-all', fixAllCode: here?.code });
    },
    ...findRuns,
    'workspace.rescan': () => demand('workspace.rescan'),
    'workspace.fieldDefinitions': open('field-definitions'),
    'app.about': open('about'),
  };
  return (id) => void run[id]();
}
