import { describe, expect, it, vi } from 'vitest';
import { createPageScroll } from '../../../src-renderer/features/preview/page-scroll.ts';
import type { PageSections } from '../../../src-renderer/features/preview/page-sections.ts';
import { createSourceMap } from '../../../src-renderer/features/preview/source-map.ts';

/**
 * A page of sections given as rows of [line, top, bottom] from the section's start and the page's
 * top, below 10 lines of guide details and 200 pixels of frame.
 */
function createLaidOutPage(
  rows: readonly (readonly [number, number, number])[][],
  lines: number[],
) {
  const documentElement = {
    get scrollTop() {
      return window.scrollY;
    },
    scrollHeight: 2000,
    clientHeight: 500,
  };
  const window = {
    scrollY: 0,
    scrollTo: ({ top }: { top: number }) => (window.scrollY = top),
    document: { documentElement },
  };
  const box = (top: number, bottom: number): HTMLElement => {
    const element = document.createElement('p');
    element.getBoundingClientRect = () => new DOMRect(0, top - window.scrollY, 100, bottom - top);
    return element;
  };
  const sections = rows.map((blocks, key) => ({
    key: key + 1,
    lines: lines[key] ?? 0,
    element: box(blocks[0]?.[1] ?? 0, blocks.at(-1)?.[2] ?? 0),
    blocks: blocks.map(([line, top, bottom]) => ({ line, element: box(top, bottom) })),
  }));
  const page: PageSections = {
    apply: () => undefined,
    sections,
    blocksOf: (section) => section.blocks ?? [],
  };
  const map = createSourceMap(page, () => 10);
  const onLine = vi.fn<(line: number, end: number) => void>();
  let clock = 10_000;
  const scroll = createPageScroll({
    window: window as unknown as Window,
    map,
    page,
    bodyLine: () => 10,
    onLine,
    nowMs: () => clock,
  });
  return { window, scroll, onLine, map, tick: (ms: number) => (clock += ms) };
}

const page = () =>
  createLaidOutPage(
    [
      [
        [0, 200, 230],
        [2, 240, 400],
      ],
      [
        [0, 410, 440],
        [2, 450, 850],
      ],
    ],
    [10, 10],
  );

describe('scroll sync', () => {
  it.each([
    [0, 0],
    [5, 100],
    [10, 200],
    [12, 240],
    [16, 325],
    [20, 410],
    [22, 450],
    [26, 650],
    [30, 850],
  ])('shows line %d at height %d', (line, height) => {
    const { window, scroll } = page();
    scroll.follow(line);
    expect(window.scrollY).toBe(height);
  });

  it.each([
    [100, 5],
    [200, 10],
    [220, 11],
    [325, 16],
    [450, 22],
    [650, 26],
  ])('reports for height %d line %d when the author scrolls there', (height, line) => {
    const { window, scroll, onLine } = page();
    scroll.lead();
    window.scrollY = height;
    scroll.scrolled();
    expect(onLine.mock.calls).toEqual([[line, 0]]);
  });

  it('does not report its own scrolling back', () => {
    const { scroll, onLine } = page();
    scroll.follow(22);
    scroll.scrolled();
    expect(onLine).not.toHaveBeenCalled();
  });

  it('does not report scrolling that nobody asked for, as when an image above arrives late', () => {
    const { window, scroll, onLine } = page();
    window.scrollY = 300;
    scroll.scrolled();
    expect(onLine).not.toHaveBeenCalled();
  });

  it('does not follow while the author moves the page, and follows again after that', () => {
    const { window, scroll, tick } = page();
    scroll.lead();
    window.scrollY = 450;
    scroll.scrolled();
    scroll.follow(10);
    expect(window.scrollY).toBe(450);
    tick(601);
    scroll.follow(10);
    expect(window.scrollY).toBe(200);
  });

  it('keeps the block at the top in its place while blocks above it grow', () => {
    const { window, scroll, map } = page();
    window.scrollY = 460;
    const anchor = map.blockAbove(0)?.element;
    document.body.append(anchor ?? '');
    scroll.keepPlace(() => {
      const top = 530;
      if (anchor)
        anchor.getBoundingClientRect = () => new DOMRect(0, top - window.scrollY, 100, 400);
    });
    expect(window.scrollY).toBe(540);
  });
});

describe('the ends of page and manuscript', () => {
  it('shows the end of the page when the manuscript is at its own, wherever its line is', () => {
    const { window, scroll } = page();
    scroll.follow(22, 1);
    expect(window.scrollY).toBe(1500);
  });

  it('follows at once when the author turns from the page to the window around it', () => {
    const { window, scroll } = page();
    scroll.lead();
    scroll.giveUpLead();
    scroll.follow(22);
    expect(window.scrollY).toBe(450);
  });
});
