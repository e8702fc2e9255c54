import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { createPageView, type PageView, type PageViewPorts } from './page-view.ts';

/** The view on the page inside a frame once that has loaded; `onLoad` belongs on the frame. */
export function usePageView(ports: PageViewPorts): {
  readonly view: PageView | undefined;
  readonly onLoad: (event: { readonly currentTarget: HTMLIFrameElement }) => void;
} {
  const [view, setView] = useState<PageView>();
  const latest = useRef(ports);
  useLayoutEffect(() => {
    latest.current = ports;
  });
  useEffect(() => () => view?.dispose(), [view]);
  return {
    view,
    onLoad({ currentTarget }) {
      const document = currentTarget.contentDocument;
      if (!document?.getElementById('page')) return;
      setView(
        createPageView(document, {
          imageAddress: (path) => latest.current.imageAddress(path),
          describe: (problem) => latest.current.describe(problem),
          isGuide: (slug) => latest.current.isGuide(slug),
          onLine: (line) => latest.current.onLine(line),
          onPick: (line) => latest.current.onPick(line),
          onOpenGuide: (slug) => latest.current.onOpenGuide(slug),
          onOpenExternal: (url) => latest.current.onOpenExternal(url),
        }),
      );
    },
  };
}
