import type { Heading } from './headings.ts';

/** Index of the heading whose section, without its subsections, holds an offset; -1 before the first heading. */
export function sectionAt(headings: readonly Heading[], offset: number): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (headings[middle]!.from <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first heading behind a section and all its subsections; the number of headings for the last. */
export function afterSection(headings: readonly Heading[], index: number): number {
  const level = headings[index]?.level ?? 0;
  let next = index + 1;
  while (next < headings.length && headings[next]!.level > level) next += 1;
  return next;
}

/** Index of the heading that a section stands under; -1 where there is none. */
export function parentOf(headings: readonly Heading[], index: number): number {
  const level = headings[index]?.level ?? 0;
  let parent = index - 1;
  while (parent >= 0 && headings[parent]!.level >= level) parent -= 1;
  return parent;
}

/** End of a section with its subsections, without the rules and blank lines that part it from the next one. */
export function sectionContentTo(headings: readonly Heading[], index: number): number {
  return headings[afterSection(headings, index) - 1]?.contentTo ?? 0;
}

/** Index of the section beside one under the same heading and of the same level; `undefined` at the edge. */
export function siblingOf(
  headings: readonly Heading[],
  index: number,
  direction: 1 | -1,
): number | undefined {
  const level = headings[index]?.level;
  if (level === undefined) return undefined;
  if (direction === 1) {
    const next = afterSection(headings, index);
    return headings[next]?.level === level ? next : undefined;
  }
  for (let before = index - 1; before >= 0; before -= 1) {
    const other = headings[before]!.level;
    if (other === level) return before;
    if (other < level) return undefined;
  }
  return undefined;
}
