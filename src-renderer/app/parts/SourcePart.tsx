import { useCallback } from 'react';
import { countBodyOf, selectedCharacters } from '../../editor/body-count.ts';
import { activeFormats } from '../../editor/format/active-formats.ts';
import type { ManuscriptView } from '../../editor/manuscript-view.ts';
import type { OpenSession } from '../../editor/open-session.ts';
import { SourceEditor } from '../../editor/SourceEditor.tsx';
import { useDocumentsStore } from '../../stores/documents-store.ts';
import { caretMoved } from '../field-tie.ts';
import { setActiveFormats } from '../format-store.ts';
import { manuscript } from '../manuscript.ts';
import { sessionOf } from '../sessions.ts';

// The status bar and the lists follow the caret this much later, so that the frame of a key is the
// manuscript's alone.
const FOLLOW_MS = 50;
let following: ReturnType<typeof setTimeout> | undefined;

function onUpdate(session: OpenSession): void {
  clearTimeout(following);
  following = setTimeout(() => follow(session), FOLLOW_MS);
  caretMoved(session);
}

function follow(session: OpenSession): void {
  if (useDocumentsStore.getState().active !== session.path) return;
  const { state } = session;
  const { main } = state.selection;
  const line = state.doc.lineAt(main.head);
  const { caret } = useDocumentsStore.getState();
  const next = {
    offset: main.head,
    line: line.number,
    column: main.head - line.from + 1,
    selected: selectedCharacters(state),
  };
  setActiveFormats(activeFormats(state));
  const bodyCount = countBodyOf(state);
  const same = caret.offset === next.offset && caret.selected === next.selected;
  useDocumentsStore.setState(same ? { bodyCount } : { caret: next, bodyCount });
}

function onView(view: ManuscriptView | undefined): void {
  manuscript.view = view;
}

/** The manuscript of the guide in front. */
export function SourcePart({
  onScroll,
}: {
  readonly onScroll: (topLine: number, end: number) => void;
}) {
  const active = useDocumentsStore((state) => state.active);
  // Where this changes, the guide was opened anew and has another session.
  useDocumentsStore((state) => state.documents.find(({ path }) => path === active)?.readOnly);
  const onCompositionEnd = useCallback(() => manuscript.compositionEnded(), []);
  return (
    <SourceEditor
      session={sessionOf(active)}
      onView={onView}
      onUpdate={onUpdate}
      onScroll={onScroll}
      onCompositionEnd={onCompositionEnd}
    />
  );
}
