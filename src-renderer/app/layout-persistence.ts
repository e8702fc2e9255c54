import type { Layout } from '#core/ipc/layout';
import { demand } from '../platform/bridge.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { useScrollStore } from './scroll-store.ts';
import { closedPlaces, placeOf, takePlaces } from './tab-places.ts';

const SAVE_DELAY_MS = 500;
// While someone types without a pause, the caret must not stay behind by more than this.
const SAVE_WITHIN_MS = 1000;

/** The layout of this window as it is now, to be restored at the next start. */
function currentLayout(): Layout {
  const { documents, active, view } = useDocumentsStore.getState();
  const { sidebarOpen, panelOpen, previewOpen, outlineOpen, beforeFocus } =
    useLayoutStore.getState();
  const { sizes, previewShows, previewWidth, previewScheme, sort, groupByCategory } =
    useLayoutStore.getState();
  return {
    sidebarOpen,
    panelOpen,
    previewOpen,
    outlineOpen,
    beforeFocus,
    sizes: { ...sizes },
    previewShows,
    previewWidth,
    previewScheme,
    sort,
    groupByCategory,
    view,
    tabs: documents.flatMap(({ path, hidden }) => (hidden ? [] : (placeOf(path) ?? []))),
    closed: closedPlaces(),
    ...(active === undefined ? {} : { activeTab: active }),
  };
}

/** Sends main the layout as it is now, before the window goes. */
export function sendLayout(): void {
  if (useWorkspaceStore.getState().workspace) void demand('layout.set', currentLayout());
}

/** Keeps main's copy of the layout in step, some time after the last change. */
export function startLayoutPersistence(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince: number | undefined;
  const schedule = (): void => {
    const now = performance.now();
    waitingSince ??= now;
    clearTimeout(timer);
    const rest = Math.max(0, waitingSince + SAVE_WITHIN_MS - now);
    timer = setTimeout(
      () => {
        waitingSince = undefined;
        sendLayout();
      },
      Math.min(SAVE_DELAY_MS, rest),
    );
  };
  useLayoutStore.subscribe(schedule);
  useDocumentsStore.subscribe(schedule);
  useScrollStore.subscribe(schedule);
}

/** Takes a stored layout into the stores and gives back the tabs to open. */
export function restoreLayout(layout: Layout): NonNullable<Layout['tabs']> {
  const { tabs, closed, activeTab: _, view, ...rest } = layout;
  takePlaces([...(tabs ?? []), ...(closed ?? [])]);
  const known = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  useLayoutStore.setState({ ...known, beforeFocus: layout.beforeFocus });
  if (view) useDocumentsStore.setState({ view });
  return tabs ?? [];
}
