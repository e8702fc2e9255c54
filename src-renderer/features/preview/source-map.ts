import type { Block, PageSections } from './page-sections.ts';

/** A block with its line in the whole text, from 0. */
export interface PlacedBlock extends Block {
  /** Line where the next block further down begins; the end of the body for the last one. */
  readonly until: number;
  /** The next block further down. */
  readonly next: HTMLElement | undefined;
}

/** Finds blocks of the page by line of the whole text, and by height on the page. */
export interface SourceMap {
  /** The innermost block that begins at a line or nearest before it. */
  blockAt(line: number): PlacedBlock | undefined;
  /** The last block whose top is at or above a height (pixels from the top of the viewport). */
  blockAbove(height: number): PlacedBlock | undefined;
}

/** Index of the last item for which `isBefore` holds, -1 where there is none; it must hold for a first part. */
function lastIndex<Item>(items: readonly Item[], isBefore: (item: Item) => boolean): number {
  let low = -1;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const item = items[middle];
    if (item !== undefined && isBefore(item)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The map of a page whose body begins at `bodyLine()` of the whole text. */
export function createSourceMap(page: PageSections, bodyLine: () => number): SourceMap {
  const startsOf = (): number[] => {
    const starts: number[] = [];
    let line = bodyLine();
    for (const section of page.sections) {
      starts.push(line);
      line += section.lines;
    }
    starts.push(line);
    return starts;
  };

  const placed = (
    index: number,
    at: number,
    starts: readonly number[],
  ): PlacedBlock | undefined => {
    const section = page.sections[index];
    const block = section && page.blocksOf(section)[at];
    if (!block) return undefined;
    const line = block.line + (starts[index] ?? 0);
    // Blocks inside one another share a line; the next one for scrolling is further down.
    for (let i = index; i < page.sections.length; i += 1) {
      const following = page.sections[i];
      const blocks = following ? page.blocksOf(following) : [];
      const next = blocks.find((one, j) => {
        return (i > index || j > at) && one.line + (starts[i] ?? 0) > line;
      });
      if (next) {
        const until = next.line + (starts[i] ?? 0);
        return { line, element: block.element, until, next: next.element };
      }
    }
    return { line, element: block.element, until: starts.at(-1) ?? line, next: undefined };
  };

  /** The block found in a section, or the last one of the nearest section before that has any. */
  const lastOf = (
    index: number,
    at: number,
    starts: readonly number[],
  ): PlacedBlock | undefined => {
    if (at >= 0) return placed(index, at, starts);
    for (let i = index - 1; i >= 0; i -= 1) {
      const section = page.sections[i];
      const count = section ? page.blocksOf(section).length : 0;
      if (count > 0) return placed(i, count - 1, starts);
    }
    return undefined;
  };

  return {
    blockAt(line) {
      const starts = startsOf();
      const index = lastIndex(starts.slice(0, -1), (start) => start <= line);
      const section = page.sections[index];
      if (!section) return undefined;
      const start = starts[index] ?? 0;
      const at = lastIndex(page.blocksOf(section), (block) => block.line + start <= line);
      return lastOf(index, at, starts);
    },
    blockAbove(height) {
      const topOf = (element: HTMLElement): number => element.getBoundingClientRect().top;
      const index = lastIndex(page.sections, ({ element }) => topOf(element) <= height);
      const section = page.sections[index];
      if (!section) return undefined;
      const at = lastIndex(page.blocksOf(section), ({ element }) => topOf(element) <= height);
      return lastOf(index, at, startsOf());
    },
  };
}
