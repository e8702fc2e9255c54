import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { SiteImage } from '#core/ipc/contract';
import { findingsField } from '../editor/findings.ts';
import type { OpenSession } from '../editor/open-session.ts';
import { demand } from '../platform/bridge.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';

const none: readonly Diagnostic[] = [];

/** Findings of a guide; the same empty list where there are none. */
export function useFindingsOf(path: string | undefined): readonly Diagnostic[] {
  return useWorkspaceStore((state) =>
    path === undefined ? none : (state.findings.get(path) ?? none),
  );
}

/** Findings of an open guide where they stand in its text at this moment. */
export function usePresentFindings(session: OpenSession | undefined): readonly Diagnostic[] {
  const subscribe = useCallback(
    (onChange: () => void) => {
      const stops = [session?.onChange(onChange), useWorkspaceStore.subscribe(onChange)];
      return () => stops.forEach((stop) => stop?.());
    },
    [session],
  );
  return useSyncExternalStore(subscribe, () => session?.state.field(findingsField) ?? none);
}

/** The images of the static folder, read again whenever `key` changes. */
export function useSiteImages(key: string | undefined): readonly SiteImage[] {
  const [images, setImages] = useState<readonly SiteImage[]>([]);
  const read = useCallback(async () => {
    if (key !== undefined) setImages(await demand('images.list'));
  }, [key]);
  useEffect(() => void read(), [read]);
  return images;
}
