import { useEffect, useState } from 'react';
import { type Heading, readHeadings } from '../editor/headings/headings.ts';
import type { OpenSession } from '../editor/open-session.ts';

// After the last key, so that its frame is the manuscript's alone.
const FOLLOW_MS = 150;
// How long the headings of a long text may be read before the window gets its turn.
const SLICE_MS = 8;

/** The headings of a guide, read in slices some time after each change; empty until they are known. */
export function useHeadings(session: OpenSession | undefined): readonly Heading[] {
  const [known, setKnown] = useState<{
    readonly of: OpenSession;
    readonly headings: readonly Heading[];
  }>();
  useEffect(() => {
    if (!session) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = (): void => {
      const headings = readHeadings(session.state, SLICE_MS);
      if (headings) setKnown({ of: session, headings });
      else timer = setTimeout(read);
    };
    read();
    const stop = session.onChange(() => {
      clearTimeout(timer);
      timer = setTimeout(read, FOLLOW_MS);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [session]);
  return known && known.of === session ? known.headings : [];
}
