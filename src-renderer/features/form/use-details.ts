import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { type ParsedGuide, parseGuide } from '#core/document/parse-guide';
import type { GuideSession } from '../../editor/guide-session.ts';

/** The guide details of an open guide, read anew whenever their text changes; the body does not matter. */
export function useDetails(session: GuideSession): ParsedGuide {
  const subscribe = useCallback((listener: () => void) => session.onChange(listener), [session]);
  const head = useSyncExternalStore(subscribe, () => {
    const text = session.head();
    if (text !== '') return text;
    // Details that no fence closes have no head; the parser says so from the whole text.
    return /^(?:---|\+\+\+)/.test(session.slice(0, 3)) ? session.text() : '';
  });
  return useMemo(() => parseGuide(head), [head]);
}
