import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { SiteImage, Values } from '#core/ipc/contract';
import { findingsOf } from '../editor/findings.ts';
import type { OpenSession } from '../editor/open-session.ts';
import { request } from '../platform/bridge.ts';
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
  return useSyncExternalStore(subscribe, () => (session ? findingsOf(session.state) : none));
}

/**
 * The images of the static folder, read again whenever `key` changes, the window comes to the
 * front, or `reload` is called; `undefined` until then.
 */
export function useSiteImages(key: string): {
  readonly images: readonly SiteImage[] | undefined;
  readonly reload: () => Promise<void>;
} {
  const [images, setImages] = useState<readonly SiteImage[]>();
  const asked = useRef(0);
  const reload = useCallback(async () => {
    const ticket = (asked.current += 1);
    const listed = await request('images.list');
    // An answer that a later one has overtaken is older than what is shown.
    if (listed.ok && ticket === asked.current) setImages(listed.value);
  }, []);
  useEffect(() => void reload(), [reload, key]);
  useEffect(() => {
    // Images are put into the folder by other programs, in front of which the window comes back.
    const onFocus = (): void => void reload();
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, [reload]);
  return { images, reload };
}

/** How many guides use each word of each vocabulary list, counted again whenever `key` changes; `undefined` until then. */
export function useVocabularyUses(key: string): Values['vocabulary.uses'] | undefined {
  const [uses, setUses] = useState<Values['vocabulary.uses']>();
  useEffect(() => {
    let isLatest = true;
    void request('vocabulary.uses').then((counted) => {
      if (counted.ok && isLatest) setUses(counted.value);
    });
    return () => {
      isLatest = false;
    };
  }, [key]);
  return uses;
}
