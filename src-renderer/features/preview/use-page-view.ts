import { type RefCallback, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPageView, type PageView, type PageViewPorts } from './page-view.ts';

/** The view on the page inside a frame once that has loaded; `frame` and `onLoad` belong on the frame. */
export function usePageView(ports: PageViewPorts): {
  readonly view: PageView | undefined;
  readonly frame: RefCallback<HTMLIFrameElement>;
  readonly onLoad: (event: { readonly currentTarget: HTMLIFrameElement }) => void;
} {
  const [view, setView] = useState<PageView>();
  const latest = useRef(ports);
  useLayoutEffect(() => {
    latest.current = ports;
  });
  useEffect(() => () => view?.dispose(), [view]);
  // A frame that is taken away takes its page with it.
  const frame = useCallback(() => () => setView(undefined), []);
  return {
    view,
    frame,
    onLoad({ currentTarget }) {
      const document = currentTarget.contentDocument;
      if (!document?.getElementById('page')) return;
      setView(
        createPageView(document, {
          imageAddress: (path) => latest.current.imageAddress(path),
          describe: (problem) => latest.current.describe(problem),
          isGuide: (slug) => latest.current.isGuide(slug),
          onLine: (line, end) => latest.current.onLine(line, end),
          onPick: (line, address) => latest.current.onPick(line, address),
          onPickNote: (id) => latest.current.onPickNote(id),
          onOpenGuide: (slug, id) => latest.current.onOpenGuide(slug, id),
          onOpenExternal: (url) => latest.current.onOpenExternal(url),
        }),
      );
    },
  };
}
