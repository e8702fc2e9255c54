import { useEffect, useRef } from 'react';
import {
  createManuscriptView,
  type ManuscriptEvents,
  type ManuscriptView,
} from './manuscript-view.ts';
import type { OpenSession } from './open-session.ts';
import './editor.css';
import './completion/completion.css';
import './link-card.css';
import './folding.css';

interface SourceEditorProps extends ManuscriptEvents {
  readonly session: OpenSession | undefined;
  /** Hands out the view for scrolling and focus; `undefined` when it is gone. */
  readonly onView: (view: ManuscriptView | undefined) => void;
}

/** The manuscript: one CodeMirror view that stays while guides and views change. */
export function SourceEditor({ session, onView, ...events }: SourceEditorProps) {
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<ManuscriptView>(undefined);
  const handlers = useRef(events);
  useEffect(() => {
    handlers.current = events;
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const created = createManuscriptView(host.current, {
      onUpdate: (shown) => handlers.current.onUpdate(shown),
      onScroll: (topLine, end) => handlers.current.onScroll(topLine, end),
      onCompositionEnd: () => handlers.current.onCompositionEnd(),
    });
    view.current = created;
    onView(created);
    return () => {
      onView(undefined);
      created.destroy();
      view.current = undefined;
    };
  }, [onView]);

  useEffect(() => view.current?.show(session), [session]);

  return <div className="editor" ref={host} />;
}
