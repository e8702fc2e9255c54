import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type ParsedGuide, parseGuide } from '#core/document/parse-guide';
import type { GuideSession } from '../../editor/guide-session.ts';

/** The guide details of an open guide, read anew whenever their text changes; the body does not matter. */
export function useDetails(session: GuideSession): ParsedGuide {
  const subscribe = useCallback((listener: () => void) => session.onChange(listener), [session]);
  const head = useSyncExternalStore(subscribe, () => session.head());
  return useMemo(() => parseGuide(head), [head]);
}
