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
  /** Reports the line (from 0, with a fraction) at the top of the page after the author scrolled it. */
  readonly onLine: (line: number) => void;
  readonly nowMs: () => number;
}

/** Keeps page and manuscript at the same place, whichever of them the author moves. */
export interface PageScroll {
  /** Shows a line (from 0, with a fraction) at the top; nothing while the author moves the page. */
  follow(line: number): void;
  /** Runs a change of the page so that what is at the top of the viewport stays where it is. */
  keepPlace(change: () => void): void;
  /** The author touched the page: wheel, pointer or key. */
  lead(): void;
  /** The page got another width: shows the line last followed again. */
  resized(): void;
  /** The page was scrolled, by the author or by `follow`. */
  scrolled(): void;
}

/** Scroll sync by source line, with the space between two blocks spread evenly over their lines. */
export function createPageScroll(ports: ScrollPorts): PageScroll {
  const { window, map, page, bodyLine, onLine, nowMs } = ports;
  let leadUntil = -Infinity;
  /** Where `follow` last put the page; the scroll event that this causes is not the author's. */
  let ownTop = -1;
  let followed: number | undefined;

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

  const follow = (line: number): void => {
    if (nowMs() < leadUntil) return;
    followed = line;
    for (let i = 0; i < maxCorrections; i += 1) {
      const top = line <= 0 ? 0 : Math.round(heightAt(line));
      if (Math.abs(top - window.scrollY) < 1) break;
      const before = window.scrollY;
      scrollTo(top);
      if (window.scrollY === before) break;
    }
  };

  return {
    follow,
    resized() {
      if (followed !== undefined) follow(followed);
    },
    keepPlace(change) {
      const anchor = window.scrollY > 0 ? map.blockAbove(0)?.element : undefined;
      const before = anchor?.getBoundingClientRect().top ?? 0;
      change();
      if (!anchor?.isConnected) return;
      const moved = anchor.getBoundingClientRect().top - before;
      if (Math.abs(moved) >= 1) scrollTo(window.scrollY + moved);
    },
    lead() {
      leadUntil = nowMs() + leadMs;
    },
    scrolled() {
      if (Math.abs(window.scrollY - ownTop) < 2) return;
      ownTop = -1;
      if (nowMs() >= leadUntil) return;
      followed = undefined;
      leadUntil = nowMs() + leadMs;
      onLine(lineAtTop());
    },
  };
}
