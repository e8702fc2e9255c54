import { countLines, type Section } from './section.ts';

/** Longest part of a line that decides whether it is a heading: six signs, a blank, one more. */
const marker = 8;

/** Index of the first section that an edit behind `head` can touch, and where that section starts. */
export function firstTouched(
  sections: readonly Section[],
  head: number,
): { readonly index: number; readonly from: number } {
  let index = 0;
  let from = 0;
  let previous = 0;
  for (const { length } of sections) {
    if (index + 1 === sections.length || from + length >= head) break;
    previous = from;
    from += length;
    index += 1;
  }
  return index > 0 && from + marker > head ? { index: index - 1, from: previous } : { index, from };
}

/** Sections in the place of others; unchanged texts keep their section, changed ones its key. */
export function matchSections(input: {
  readonly old: readonly Section[];
  readonly oldText: string;
  readonly oldFrom: number;
  readonly text: string;
  readonly cuts: readonly number[];
  readonly createKey: () => number;
}): Section[] {
  const { old, oldText, text, cuts, createKey } = input;
  const byText = new Map<string, Section>();
  let from = input.oldFrom;
  for (const section of old) {
    byText.set(oldText.slice(from, from + section.length), section);
    from += section.length;
  }
  const kept = new Set<Section>();
  const pieces = cuts.slice(0, -1).map((start, index) => {
    const to = cuts[index + 1] ?? start;
    const isLast = to === text.length;
    const same = byText.get(text.slice(start, to));
    if (!same || same.isLast !== isLast || kept.has(same)) return { start, to, isLast };
    kept.add(same);
    return { start, to, isLast, same };
  });
  const free = old.filter((section) => !kept.has(section));
  return pieces.map(({ start, to, isLast, same }) => {
    if (same) return same;
    const place = free.shift();
    return {
      key: place?.key ?? createKey(),
      length: to - start,
      lines: countLines(text, start, to),
      isLast,
      stale: true,
      rendered: place?.rendered,
      shown: place?.shown,
      ids: place?.ids ?? [],
    };
  });
}
