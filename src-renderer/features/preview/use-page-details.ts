import { useEffect, useState } from 'react';
import type { DetailsData } from '#core/document/json-data';
import { readPageDetails } from '#core/markdown/page';
import type { GuideSession } from '../../editor/guide-session.ts';

const noDetails: DetailsData = {};

/** The guide details as they are written; while they cannot be read, the last that could. */
export function usePageDetails(session: GuideSession): DetailsData {
  const [read, setRead] = useState<{ session: GuideSession; details: DetailsData }>();
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
  return read?.session === session ? read.details : noDetails;
}
