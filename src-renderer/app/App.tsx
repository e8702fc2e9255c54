import { useEffect, useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { I18nProvider } from 'react-aria-components';
import { shellMessages } from '#core/messages/shell';
import { ExportReview } from '../features/export-review/ExportReview.tsx';
import { Welcome } from '../features/welcome/Welcome.tsx';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { changeSettings, useSettingsStore } from '../stores/settings-store.ts';
import { closeToast, useToastStore } from '../stores/toast-store.ts';
import { useText } from '../stores/use-text.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { keyLabel } from '../ui/key-label.ts';
import { LiveRegions } from '../ui/LiveRegions.tsx';
import { ToastRegion } from '../ui/ToastRegion.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { currentEditorContext } from './editor-context-of.ts';
import { goToFinding } from './go-to.ts';
import { openGuide } from './guide-actions.ts';
import { onEscape } from './on-escape.ts';
import { AppBarPart } from './parts/AppBarPart.tsx';
import { BannerPart } from './parts/BannerPart.tsx';
import { ComparePart } from './parts/ComparePart.tsx';
import { Dialogs } from './parts/Dialogs.tsx';
import { FormPart } from './parts/FormPart.tsx';
import { HistoryPart } from './parts/HistoryPart.tsx';
import { OutlinePart } from './parts/OutlinePart.tsx';
import { PaneBarPart } from './parts/PaneBarPart.tsx';
import { PanelPart } from './parts/PanelPart.tsx';
import { PreviewPart } from './parts/PreviewPart.tsx';
import { SidebarPart } from './parts/SidebarPart.tsx';
import { SourcePart } from './parts/SourcePart.tsx';
import { StatusPart } from './parts/StatusPart.tsx';
import { TabsPart } from './parts/TabsPart.tsx';
import { focusFilter, focusRegion } from './regions.ts';
import { commandRunner } from './run-command.ts';
import { useScrollStore } from './scroll-store.ts';
import { Shell } from './Shell.tsx';
import { refreshSiteStates } from './site-states.ts';
import { startWindow } from './start-window.ts';
import { switchToOtherView } from './other-view.ts';
import { useAnnouncements } from './use-announcements.ts';
import { useDroppedFolder } from './use-dropped-folder.ts';
import { useReadyMark } from './use-ready-mark.ts';
import { openWorkspace } from './workspace-actions.ts';

function onScroll(topLine: number, end: number): void {
  useScrollStore.setState({ topLine, end });
}

/** The window: the frame, its parts, and whatever covers it. */
export function App() {
  const text = useText(shellMessages);
  // Only what is used: the caret changes at every key, and this component holds the whole window.
  const { workspace, opening, openFailure, recent } = useWorkspaceStore(
    useShallow(({ workspace, opening, openFailure, recent }) => ({
      workspace,
      opening,
      openFailure,
      recent,
    })),
  );
  const { active, view, place } = useDocumentsStore(
    useShallow(({ active, view, place }) => ({ active, view, place })),
  );
  const locale = useSettingsStore((state) => state.locale);
  const [focusPointer, setFocusPointer] = useState<string>();
  const dragging = useDroppedFolder((root) => void openWorkspace(root, currentEditorContext));

  const workspaceId = workspace?.id;
  const run = useMemo(() => {
    const showField = (pointer: string): void => {
      useDocumentsStore.setState({ view: 'form' });
      // A pointer shown twice must be taken as new.
      setFocusPointer(undefined);
      requestAnimationFrame(() => setFocusPointer(pointer));
    };
    const runner = commandRunner({
      editor: currentEditorContext,
      showField,
      toOtherView: () => switchToOtherView(showField),
      focusRegion,
      focusFilter: () => {
        useLayoutStore.setState({ sidebarOpen: true });
        requestAnimationFrame(focusFilter);
      },
    });
    return Object.assign(runner, { showField });
  }, []);

  useEffect(() => void startWindow(run), [run]);
  useEffect(() => {
    if (place === 'welcome') return onEscape(() => useDocumentsStore.setState({ place: 'editor' }));
    return undefined;
  }, [place]);
  // An effect, since leaving the review ends its own plan first and ours must come after that.
  useEffect(() => {
    if (workspaceId !== undefined && place === 'editor') void refreshSiteStates();
  }, [workspaceId, place]);
  useReadyMark();
  const announcements = useAnnouncements();
  const toasts = useToastStore((state) => state.toasts);

  const startsHere = !workspace || place === 'welcome';
  const cover = startsHere ? (
    <Welcome
      recent={recent}
      locale={locale}
      failure={openFailure}
      busy={opening}
      onOpenFolder={() => run('workspace.open')}
      onOpenSample={() => run('workspace.openSample')}
      onOpenRecent={(root) => void openWorkspace(root, currentEditorContext)}
      onLocale={(next) => void changeSettings({ locale: next })}
      onSettings={() => run('app.settings')}
    />
  ) : place === 'export' ? (
    <ExportReview
      workspace={workspace}
      onClose={() => useDocumentsStore.setState({ place: 'editor' })}
      onOpenGuide={(path) => void openBlocked(path, run.showField)}
    />
  ) : place === 'compare' && active !== undefined ? (
    <ComparePart path={active} />
  ) : place === 'history' && active !== undefined ? (
    <HistoryPart path={active} />
  ) : undefined;

  return (
    // What the components say by themselves follows the window's language, not the system's.
    <I18nProvider locale={locale}>
      <Shell
        appBar={<AppBarPart run={run} />}
        sidebar={<SidebarPart />}
        tabs={<TabsPart />}
        banner={<BannerPart />}
        paneBar={<PaneBarPart run={run} />}
        view={view}
        source={<SourcePart onScroll={onScroll} />}
        outline={<OutlinePart />}
        form={<FormPart focusPointer={focusPointer} />}
        preview={<PreviewPart run={run} />}
        panel={<PanelPart showField={run.showField} />}
        statusBar={<StatusPart />}
        empty={
          active === undefined ? (
            <EmptyState
              title={text('noGuide')}
              text={text('noGuideText', { key: keyLabel('CmdOrCtrl+P') })}
            />
          ) : undefined
        }
        cover={cover}
        dialogs={<Dialogs run={run} showField={run.showField} />}
      />
      {dragging && <DropOverlay />}
      <ToastRegion
        toasts={toasts}
        onClose={closeToast}
        label={text('toasts')}
        closeLabel={text('close')}
      />
      <LiveRegions {...announcements} />
    </I18nProvider>
  );
}

/** Opens a guide at its first error, where the way back from the export review leads. */
async function openBlocked(path: string, showField: (pointer: string) => void): Promise<void> {
  if (!(await openGuide(path, currentEditorContext()))) return;
  const findings = useWorkspaceStore.getState().findings.get(path) ?? [];
  const first = findings.find(({ severity }) => severity === 'error');
  if (first) goToFinding(first, showField);
}
