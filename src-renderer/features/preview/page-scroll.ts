import { nearEnd, towardsEnd } from '../../editor/scroll-end.ts';
import type { PageSections } from './page-sections.ts';
import type { PlacedBlock, SourceMap } from './source-map.ts';

/** How long (milliseconds) the page leads after the author last moved it. */
const leadMs = 600;
/** Where blocks are only estimated until they come into sight, the place is found in a few steps. */
const maxCorrections = 3;

interface ScrollPorts {
  readonly window: Window;
  readonly map: SourceMap;
  readonly page: PageSections;
  /** Line of the whole text where the body begins. */
  readonly bodyLine: () => number;
  /** Reports the place of the page after the author scrolled it, see `PageViewPorts`. */
  readonly onLine: (line: number, end: number) => void;
  readonly nowMs: () => number;
}

/** What the page should show: a line (from 0, with a fraction) at its top, and its end, see `nearEnd`. */
interface Place {
  readonly line: number;
  readonly end: number;
}

/** Keeps page and manuscript at the same place, whichever of them the author moves. */
export interface PageScroll {
  /** Shows a line (from 0, with a fraction) at the top; nothing while the author moves the page. */
  follow(line: number, end?: number): void;
  /**
   * Runs a change of the page so that what is at the top of the viewport stays where it is. While a page
   * is only being built, the place that was asked for last is looked for again instead.
   */
  keepPlace(change: () => void, isWhole?: boolean): void;
  /** The author touched the page: wheel, pointer or key. */
  lead(): void;
  /** The author turned to the window around the page, which the page follows again. */
  giveUpLead(): void;
  /** The page got another width, or an image its size: shows again what was at the top. */
  resized(): void;
  /** The page was scrolled, by the author or by `follow`. */
  scrolled(): void;
  /** Another page begins: the place of the one before means nothing there. */
  toTop(): void;
}

/** Scroll sync by source line, with the space between two blocks spread evenly over their lines. */
export function createPageScroll(ports: ScrollPorts): PageScroll {
  const { window, map, page, bodyLine, onLine, nowMs } = ports;
  const { documentElement } = window.document;
  let leadUntil = -Infinity;
  /** Where we last put the page; the scroll event that this causes is not the author's. */
  let ownTop = -1;
  let place: Place | undefined;
  let isBuilt = false;

  const topOf = (element: Element): number => element.getBoundingClientRect().top + window.scrollY;

  const bottomOf = (block: PlacedBlock): number => {
    if (block.next) return topOf(block.next);
    const last = page.sections.at(-1)?.element ?? block.element;
    return last.getBoundingClientRect().bottom + window.scrollY;
  };

  const heightAt = (line: number): number => {
    const block = map.blockAt(line);
    if (!block) {
      // Above the body stand the main image and the trail: the guide details' lines spread over them.
      const first = page.sections[0]?.element;
      return first && bodyLine() > 0 ? (topOf(first) * line) / bodyLine() : 0;
    }
    const top = topOf(block.element);
    const lines = Math.max(1, block.until - block.line);
    const share = Math.min(1, (line - block.line) / lines);
    return top + share * Math.max(0, bottomOf(block) - top);
  };

  const lineAtTop = (): number => {
    const block = map.blockAbove(0);
    if (!block) {
      const first = page.sections[0]?.element;
      const height = first ? topOf(first) : 0;
      return height > 0 ? (bodyLine() * window.scrollY) / height : 0;
    }
    const top = topOf(block.element);
    const height = bottomOf(block) - top;
    const share = height > 0 ? Math.min(1, (window.scrollY - top) / height) : 0;
    return block.line + share * (block.until - block.line);
  };

  const scrollTo = (top: number): void => {
    window.scrollTo({ top, behavior: 'instant' });
    ownTop = window.scrollY;
  };

  const show = ({ line, end }: Place): void => {
    for (let i = 0; i < maxCorrections; i += 1) {
      const wanted = line <= 0 ? 0 : heightAt(line);
      const top = Math.round(towardsEnd(wanted, end, documentElement));
      if (Math.abs(top - window.scrollY) < 1) break;
      const before = window.scrollY;
      scrollTo(top);
      if (window.scrollY === before) break;
    }
  };

  const isLed = (): boolean => nowMs() < leadUntil;
  const placeNow = (): Place => ({ line: lineAtTop(), end: nearEnd(documentElement) });

  return {
    follow(line, end = 0) {
      if (isLed()) return;
      place = { line, end };
      show(place);
    },
    resized() {
      // While the author moves the page, the browser's own anchoring does not break that movement off.
      if (place && !isLed()) show(place);
    },
    keepPlace(change, isWhole = isBuilt) {
      const anchor = window.scrollY > 0 ? map.blockAbove(0)?.element : undefined;
      const before = anchor?.getBoundingClientRect().top ?? 0;
      change();
      const wasBuilt = isBuilt;
      isBuilt = isWhole;
      if (place && !isLed() && (!wasBuilt || (anchor && !anchor.isConnected))) return show(place);
      if (!anchor?.isConnected) return;
      const moved = anchor.getBoundingClientRect().top - before;
      if (Math.abs(moved) >= 1) scrollTo(window.scrollY + moved);
      place = placeNow();
    },
    lead() {
      leadUntil = nowMs() + leadMs;
    },
    giveUpLead() {
      leadUntil = -Infinity;
    },
    scrolled() {
      if (Math.abs(window.scrollY - ownTop) < 2) return;
      ownTop = -1;
      if (!isLed()) return;
      place = placeNow();
      leadUntil = nowMs() + leadMs;
      onLine(place.line, place.end);
    },
    toTop() {
      place = undefined;
      isBuilt = false;
      leadUntil = -Infinity;
      scrollTo(0);
    },
  };
}
