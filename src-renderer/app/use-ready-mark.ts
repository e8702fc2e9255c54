import { useEffect } from 'react';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';

/** True once the window shows what it was started for: a guide, an empty folder, or the first page. */
function useReady(): boolean {
  const started = useSettingsStore((state) => state.info !== undefined);
  const opening = useWorkspaceStore((state) => state.opening);
  const hasWorkspace = useWorkspaceStore((state) => state.workspace !== undefined);
  const isEmpty = useWorkspaceStore(
    ({ entries, progress }) => entries.size === 0 && progress === undefined,
  );
  const active = useDocumentsStore((state) => state.active);
  if (!started || opening) return false;
  if (!hasWorkspace) return true;
  return active !== undefined || isEmpty;
}

/** Marks the page as ready after the frame that shows it, for pictures and tests. */
export function useReadyMark(): void {
  const ready = useReady();
  useEffect(() => {
    if (!ready) return undefined;
    const frame = requestAnimationFrame(() => {
      document.body.dataset.ready = 'true';
    });
    return () => cancelAnimationFrame(frame);
  }, [ready]);
}
