import type { StateEffect } from '@codemirror/state';
import { EditorView } from 'codemirror';
import { takeAfterFrame } from './after-frame.ts';
import { isComposing } from '../ui/composing.ts';
import { foldDetails } from './details-fold.ts';
import { styleNonce } from './style-nonce.ts';
import { headField } from './head-field.ts';
import type { OpenSession } from './open-session.ts';
import { nearEnd, towardsEnd } from './scroll-end.ts';

/** What the manuscript tells the window around it. */
export interface ManuscriptEvents {
  /** The caret, the text or the guide shown has changed, or the manuscript has the focus again. */
  onUpdate(session: OpenSession): void;
  /**
   * The line (from 0, with a fraction) at the top of what can be seen, and how far the manuscript has come
   * into the last stretch of its way (0 to 1); only after the author scrolled.
   */
  onScroll(topLine: number, end: number): void;
  /** A composition has ended and its text is in. */
  onCompositionEnd(): void;
}

/** The one CodeMirror view; it shows one open guide at a time. */
export interface ManuscriptView {
  show(session: OpenSession | undefined): void;
  /** Selects a range, scrolls it into sight and gives the manuscript the focus. */
  reveal(from: number, to: number): void;
  /**
   * Scrolls so that a line (from 0, with a fraction) is at the top, and towards the end of the text as
   * far as `end` (0 to 1) says; without telling `onScroll`.
   */
  scrollToLine(line: number, end?: number): void;
  topLine(): number;
  focus(): void;
  hasFocus(): boolean;
  /** Runs a CodeMirror command on the view. */
  run(command: (view: EditorView) => boolean): void;
  destroy(): void;
}

function topLineOf(view: EditorView): number {
  const top = view.scrollDOM.scrollTop - view.documentPadding.top;
  const block = view.lineBlockAtHeight(Math.max(0, top));
  const within = block.height === 0 ? 0 : Math.max(0, top - block.top) / block.height;
  const first = view.state.doc.lineAt(block.from).number - 1;
  const lines = view.state.doc.lineAt(block.to).number - first;
  return first + Math.min(within, 0.999) * lines;
}

/** Makes the view inside an element; its text is that of the guide given to `show`. */
export function createManuscriptView(parent: Element, events: ManuscriptEvents): ManuscriptView {
  let shown: OpenSession | undefined;
  // Each guide comes back where it was left; a new one begins at its top.
  const left = new WeakMap<OpenSession, StateEffect<unknown>>();
  // Scrolling that we did ourselves must not come back as the author's: no loop with the preview.
  let ownScrollTop: number | undefined;
  const updates = takeAfterFrame<OpenSession>((updated) => {
    if (shown && updated.includes(shown)) events.onUpdate(shown);
  });
  const view = new EditorView({
    parent,
    // Even the empty view brings its style sheet, which the page's policy lets in by its nonce.
    extensions: EditorView.cspNonce.of(styleNonce()),
    dispatchTransactions(transactions, target) {
      target.update(transactions);
      shown?.applied(transactions);
      if (shown && transactions.some((tr) => tr.docChanged || tr.selection)) updates.add(shown);
    },
  });
  // A key of the input method is none of the manuscript's, whatever its state: CodeMirror goes by the
  // composition that it knows of, which begins after the first key and is forgotten with the text shown.
  // Not by preventDefault, which some input methods would notice.
  view.dom.addEventListener(
    'keydown',
    (event) => {
      if (isComposing(event)) event.stopPropagation();
    },
    { capture: true },
  );
  let scheduled = false;
  const onScroll = (): void => {
    if (scheduled) return;
    scheduled = true;
    requestAnimationFrame(() => {
      scheduled = false;
      const own = ownScrollTop;
      ownScrollTop = undefined;
      if (own !== undefined && Math.abs(own - view.scrollDOM.scrollTop) < 2) return;
      events.onScroll(topLineOf(view), nearEnd(view.scrollDOM));
    });
  };
  const scrollToLine = (line: number, end = 0): void => {
    const { doc } = view.state;
    const whole = Math.max(0, Math.min(Math.floor(line), doc.lines - 1));
    const block = view.lineBlockAt(doc.line(whole + 1).from);
    const first = doc.lineAt(block.from).number - 1;
    const lines = doc.lineAt(block.to).number - first;
    const within = Math.max(0, Math.min((line - first) / lines, 1));
    const top = block.top + within * block.height + view.documentPadding.top;
    ownScrollTop = towardsEnd(top, end, view.scrollDOM);
    view.scrollDOM.scrollTop = ownScrollTop;
  };
  // A guide opened again stands at its top until its lines have been measured.
  let returning = false;
  const returnTo = (session: OpenSession): void => {
    returning = true;
    const { doc } = view.state;
    const line = doc.line(Math.max(1, Math.min(Math.floor(session.topLine) + 1, doc.lines)));
    view.dispatch({ effects: EditorView.scrollIntoView(line.from, { y: 'start', yMargin: 0 }) });
    requestAnimationFrame(() => {
      if (shown !== session || !returning) return;
      returning = false;
      scrollToLine(session.topLine);
      events.onScroll(topLineOf(view), nearEnd(view.scrollDOM));
    });
  };
  view.scrollDOM.addEventListener('scroll', onScroll, { passive: true });
  view.contentDOM.addEventListener('compositionend', () => {
    // CodeMirror takes the composed text in after the event; the next task sees it.
    setTimeout(() => {
      shown?.compositionEnded();
      events.onCompositionEnd();
    });
  });
  // A caret that was there before the focus came is news too.
  view.contentDOM.addEventListener('focus', () => shown && events.onUpdate(shown));

  return {
    show(session) {
      if (session === shown) return;
      if (shown && !returning) {
        left.set(shown, view.scrollSnapshot());
        shown.topLine = topLineOf(view);
      }
      returning = false;
      const composing = view.compositionStarted;
      shown?.detach();
      shown = session;
      session?.attach(view);
      // Another text ends the composition without an event; whoever waits for it must not wait for ever.
      if (composing) events.onCompositionEnd();
      if (!session) return;
      const place = left.get(session);
      if (place) view.dispatch({ effects: place });
      else if (session.topLine > 0) returnTo(session);
      else view.scrollDOM.scrollTop = 0;
      events.onUpdate(session);
    },
    reveal(from, to) {
      returning = false;
      const { length } = view.state.doc;
      const anchor = Math.min(from, length);
      const inHead = anchor < view.state.field(headField).to;
      view.dispatch({
        selection: { anchor, head: Math.min(to, length) },
        effects: [
          ...(inHead ? [foldDetails.of(false)] : []),
          EditorView.scrollIntoView(anchor, { y: 'center' }),
        ],
      });
      view.focus();
    },
    scrollToLine,
    topLine: () => topLineOf(view),
    focus: () => view.focus(),
    hasFocus: () => view.hasFocus,
    run(command) {
      command(view);
    },
    destroy() {
      shown?.detach();
      view.destroy();
    },
  };
}
