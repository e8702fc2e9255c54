import type { Root } from 'hast';
import type { GuidePage } from '#core/markdown/page';
import type { RenderProblem } from '#core/markdown/renderer';
import { markMissingImage } from './hast-to-dom.ts';
import { createPageFrame } from './page-frame.ts';
import { anchoredElement, linkTarget, noteAround } from './page-links.ts';
import { createPageLooks } from './page-looks.ts';
import { createPageMarks, type PageMark } from './page-marks.ts';
import { createPageScroll } from './page-scroll.ts';
import { createPageSections } from './page-sections.ts';
import type { PreviewAnswer } from './preview-protocol.ts';
import { createSourceMap } from './source-map.ts';

/** What the page asks of the window around it. */
export interface PageViewPorts {
  readonly imageAddress: (path: string) => string | undefined;
  readonly describe: (problem: RenderProblem) => string;
  readonly isGuide: (slug: string) => boolean;
  /**
   * The author scrolled the page; the line (from 0, with a fraction) now at its top, and how far the page
   * has come into the last stretch of its way (0 to 1).
   */
  readonly onLine: (line: number, end: number) => void;
  /**
   * The author clicked a block; the line where its source begins, and the address of the link in it that was
   * clicked but leads nowhere.
   */
  readonly onPick: (line: number, address?: string) => void;
  /** The author clicked a footnote's text; see `noteAround`. */
  readonly onPickNote: (id: string) => void;
  /** `id` is that of a heading, as authors write it; `undefined` for the guide as a whole. */
  readonly onOpenGuide: (slug: string, id: string | undefined) => void;
  readonly onOpenExternal: (url: string) => void;
}

/** The previewed page in its frame's document, which has no scripts of its own. */
export interface PageView {
  apply(answer: PreviewAnswer): void;
  setPage(page: GuidePage): void;
  /** What the site's template printed; the default page where `undefined`, nothing at all for `waiting`. */
  setTemplate(tree: Root | 'waiting' | undefined): void;
  /** Addresses of the style sheets that give the page its looks. */
  setLooks(addresses: readonly string[]): void;
  setMarks(marks: readonly PageMark[]): void;
  setCurrent(line: number | undefined): void;
  /** Shows a line of the manuscript at the top, and the end of the page as far as `end` (0 to 1) says. */
  follow(line: number, end: number): void;
  /** Goes back to the top, as for another guide. */
  toTop(): void;
  /** Stops listening; the page stays. */
  dispose(): void;
}

/** Takes over an empty page; `ports` may change their answers at any time. */
export function createPageView(document: Document, ports: PageViewPorts): PageView {
  const window = document.defaultView;
  const root = document.getElementById('page');
  if (!window || !root) throw new Error('the preview frame has no page');
  const context = { document, imageAddress: (path: string) => ports.imageAddress(path) };
  const frame = createPageFrame(root, context);
  const page = createPageSections(frame.body, context, (problem) => ports.describe(problem));
  let bodyLine = 0;
  const map = createSourceMap(page, () => bodyLine);
  const marks = createPageMarks(root, map, () => bodyLine);
  const scroll = createPageScroll({
    window,
    map,
    page,
    bodyLine: () => bodyLine,
    onLine: (line, end) => ports.onLine(line, end),
    nowMs: () => performance.now(),
  });

  const looks = createPageLooks(document, () => scroll.resized());

  /** False for a link that leads nowhere. */
  const follow = (link: Element, href: string): boolean => {
    const slug = link.getAttribute('data-slug');
    const target = linkTarget(href, (one) => ports.isGuide(one));
    const anchored = target.kind === 'anchor' ? anchoredElement(document, target.id) : null;
    if (slug !== null) ports.onOpenGuide(slug, undefined);
    else if (target.kind === 'guide') ports.onOpenGuide(target.slug, target.id);
    else if (target.kind === 'external') ports.onOpenExternal(target.url);
    else if (anchored) anchored.scrollIntoView();
    else return false;
    return true;
  };

  const pick = (clicked: Element, address?: string): void => {
    const note = noteAround(clicked);
    if (note !== undefined) return ports.onPickNote(note);
    const wanted = clicked.closest('[data-line]');
    const section = page.sections.find(({ element }) => element.contains(clicked));
    if (!section || !wanted) return;
    let line = bodyLine;
    for (const one of page.sections) {
      if (one === section) break;
      line += one.lines;
    }
    ports.onPick(line + Number(wanted.getAttribute('data-line')), address);
  };

  const onClick = (event: Event): void => {
    const clicked = event.target as Element | null;
    const link = clicked?.closest('a');
    // The frame must never go anywhere, whichever button was used (case T42).
    event.preventDefault();
    if (!clicked || (event.type === 'auxclick' && !link)) return;
    const href = link?.getAttribute('href') ?? undefined;
    if (link && href !== undefined && follow(link, href)) return;
    if (event.type === 'auxclick') return;
    // A key press on a link that leads nowhere counts too, whatever is selected.
    if (href !== undefined || document.getSelection()?.isCollapsed !== false) pick(clicked, href);
  };

  const listeners: readonly (readonly [EventTarget, string, (event: Event) => void, boolean?])[] = [
    [document, 'click', onClick],
    [document, 'auxclick', onClick],
    [document, 'submit', (event) => event.preventDefault()],
    [document, 'dragover', (event) => event.preventDefault()],
    [document, 'drop', (event) => event.preventDefault()],
    [
      document,
      'error',
      (event) => {
        markMissingImage(event.target as Element);
        scroll.resized();
      },
      true,
    ],
    [document, 'wheel', () => scroll.lead()],
    [document, 'pointerdown', () => scroll.lead()],
    [document, 'keydown', () => scroll.lead()],
    [window, 'scroll', () => scroll.scrolled()],
    [document, 'load', () => scroll.resized(), true],
    [window, 'resize', () => scroll.resized()],
    // Events of the frame do not reach the window around it, so one there is meant for something else.
    ...(window.parent === window ? [] : ['wheel', 'pointerdown', 'keydown']).map(
      (type) => [window.parent, type, () => scroll.giveUpLead(), true] as const,
    ),
  ];
  for (const [target, type, listener, capture = false] of listeners) {
    target.addEventListener(type, listener, { capture, passive: type === 'wheel' });
  }

  return {
    apply({ patch, fresh, bodyLine: line }) {
      scroll.keepPlace(() => {
        bodyLine = line;
        page.apply(patch, fresh);
        if (patch.outline) frame.setOutline(patch.outline);
        frame.placeOutline();
      }, patch.done);
      marks.refresh();
    },
    setPage: (model) => scroll.keepPlace(() => frame.setPage(model)),
    setTemplate: (tree) => scroll.keepPlace(() => frame.setTemplate(tree)),
    setLooks: (addresses) => looks.set(addresses),
    setMarks: (next) => marks.setMarks(next),
    setCurrent: (line) => marks.setCurrent(line),
    follow: (line, end) => scroll.follow(line, end),
    toTop: () => scroll.toTop(),
    dispose() {
      for (const [target, type, listener, capture = false] of listeners) {
        target.removeEventListener(type, listener, { capture });
      }
    },
  };
}
