import { useEffect, useState } from 'react';
import type { GuideReference } from '#core/ipc/contract';
import type { GuideHeading } from '#core/markdown/guide-headings';
import { request } from '../platform/bridge.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';

/** How long the folder must be still before it is asked again, in milliseconds. */
const STILL_MS = 300;

/** Asks again whenever the folder has changed, or another guide is in front; `undefined` until the first answer. */
function useAsked<Value>(
  path: string | undefined,
  ask: (path: string) => Promise<Value | undefined>,
) {
  const [answer, setAnswer] = useState<{ readonly path: string; readonly value: Value }>();
  // Both are replaced when the folder has been read or a text was checked.
  const entries = useWorkspaceStore((state) => state.entries);
  const findings = useWorkspaceStore((state) => state.findings);
  const isKnown = answer?.path === path;
  useEffect(() => {
    if (path === undefined) return undefined;
    let isLatest = true;
    const timer = setTimeout(
      () => {
        void ask(path).then((value) => {
          if (isLatest && value !== undefined) setAnswer({ path, value });
        });
      },
      isKnown ? STILL_MS : 0,
    );
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
    // A first answer is no reason to ask again.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [path, ask, entries, findings]);
  return answer?.path === path ? answer?.value : undefined;
}

async function askReferences(path: string): Promise<readonly GuideReference[] | undefined> {
  const answer = await request('guide.references', { path });
  return answer.ok ? answer.value : undefined;
}

async function askCount(path: string): Promise<number | undefined> {
  const answer = await request('guide.namedBy', { path });
  return answer.ok ? new Set([...answer.value.byValue, ...answer.value.byPath]).size : undefined;
}

/** The places that name a guide, kept up to date; `undefined` until they are known. */
export function useReferences(path: string | undefined): readonly GuideReference[] | undefined {
  return useAsked(path, askReferences);
}

/** How many guides name a guide, kept up to date; `undefined` until it is known. */
export function useReferenceCount(path: string | undefined): number | undefined {
  return useAsked(path, askCount);
}

async function askHeadings(path: string): Promise<readonly GuideHeading[] | undefined> {
  const answer = await request('guide.headings', { path });
  return answer.ok ? answer.value : undefined;
}

/** The headings of a guide, kept up to date; `undefined` until they are known. */
export function useHeadings(path: string | undefined): readonly GuideHeading[] | undefined {
  return useAsked(path, askHeadings);
}
