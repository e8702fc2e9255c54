import { useCallback, useEffect, useRef } from 'react';
import { Outline } from '../../features/outline/Outline.tsx';
import { type Heading, headingsOf } from '../../editor/headings/headings.ts';
import { sectionAt } from '../../editor/headings/sections.ts';
import type { OpenSession } from '../../editor/open-session.ts';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { useLayoutStore } from '../../stores/layout-store.ts';
import { manuscript } from '../manuscript.ts';
import { closeOutline } from '../outline.ts';
import { moveSectionOf } from '../run-sections.ts';
import { sessionOf, useActiveSession } from '../sessions.ts';
import { useHeadings } from '../use-headings.ts';

/** Where a heading of the list stands in the text of now, which may be a moment younger than the list. */
function presentIndex(session: OpenSession, heading: Heading | undefined, index: number): number {
  const isIt = (one: Heading | undefined): boolean =>
    one !== undefined && one.level === heading?.level && one.text === heading.text;
  const now = headingsOf(session.state);
  return isIt(now[index]) ? index : now.findIndex(isIt);
}

function OpenOutline() {
  const session = useActiveSession();
  const headings = useHeadings(session);
  const caret = useDocumentsStore((state) => state.caret.offset);
  const list = useRef(headings);
  useEffect(() => {
    list.current = headings;
  });

  const go = useCallback((index: number) => {
    const shown = sessionOf(useDocumentsStore.getState().active);
    if (!shown) return;
    const heading = headingsOf(shown.state)[presentIndex(shown, list.current[index], index)];
    if (heading) manuscript.view?.reveal(heading.textFrom, heading.textFrom);
    // Over the text, the outline would hide what was asked for.
    const outline = document.querySelector('.outline');
    if (outline && getComputedStyle(outline).position === 'absolute') closeOutline();
  }, []);
  const move = (index: number, direction: 1 | -1): number | undefined => {
    if (!session) return undefined;
    const at = presentIndex(session, headings[index], index);
    const offset = at < 0 ? undefined : moveSectionOf(session, at, direction);
    return offset === undefined ? undefined : sectionAt(headingsOf(session.state), offset);
  };

  return (
    <Outline
      headings={headings}
      current={sectionAt(headings, caret)}
      onGo={go}
      onMove={move}
      onClose={closeOutline}
    />
  );
}

/** The outline of the guide in front, while it is open. */
export function OutlinePart() {
  const open = useLayoutStore((state) => state.outlineOpen);
  return open ? <OpenOutline /> : null;
}
