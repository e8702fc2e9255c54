import { useEffect, useMemo, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import { createGuidePage, type GuidePage, readPageDetails } from '#core/markdown/page';
import type { GuideSession } from '../../editor/guide-session.ts';

type Details = NonNullable<ReturnType<typeof readPageDetails>>;

/** The page around the body, following the guide details; while they cannot be read, the last that could. */
export function useGuidePage(
  session: GuideSession,
  entries: ReadonlyMap<string, GuideEntry>,
  vocabulary: Vocabulary,
): GuidePage {
  const [read, setRead] = useState<{ session: GuideSession; details: Details }>();
  useEffect(() => {
    let head = '';
    const follow = (): void => {
      const now = session.head();
      if (now === head) return;
      head = now;
      const details = readPageDetails(head);
      if (details) setRead({ session, details });
    };
    follow();
    return session.onChange(({ edits }) => {
      // The last character of the head is its closing line's end: an edit behind it leaves it alone.
      if (head === '' || edits.some(({ from }) => from < head.length)) follow();
    });
  }, [session]);
  const details = read?.session === session ? read.details : undefined;
  return useMemo(
    () => createGuidePage(details ?? {}, entries.values(), vocabulary),
    [details, entries, vocabulary],
  );
}
