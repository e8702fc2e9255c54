import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { manuscript } from './manuscript.ts';

/** Closes the outline; the focus goes to the text. */
export function closeOutline(): void {
  useLayoutStore.setState({ outlineOpen: false });
  manuscript.view?.focus();
}

/** Opens the outline with the focus in it, or closes it where it has the focus already. */
export function toggleOutline(): void {
  const field = (): HTMLInputElement | null => document.querySelector('.outline input');
  if (useLayoutStore.getState().outlineOpen && document.activeElement === field()) {
    closeOutline();
    return;
  }
  useDocumentsStore.setState({ view: 'source' });
  useLayoutStore.setState({ outlineOpen: true });
  requestAnimationFrame(() => field()?.focus());
}

/**
 * Leaves the text alone in the window, or brings back exactly what was beside it. What the author opens
 * meanwhile stays open until then.
 */
export function toggleFocusMode(): void {
  const { beforeFocus, sidebarOpen, panelOpen, previewOpen } = useLayoutStore.getState();
  if (beforeFocus) useLayoutStore.setState({ ...beforeFocus, beforeFocus: undefined });
  else {
    useDocumentsStore.setState({ view: 'source' });
    useLayoutStore.setState({
      beforeFocus: { sidebarOpen, panelOpen, previewOpen },
      sidebarOpen: false,
      panelOpen: false,
      previewOpen: false,
    });
  }
  requestAnimationFrame(() => manuscript.view?.focus());
}
