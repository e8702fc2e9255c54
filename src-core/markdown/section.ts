import type { Element, Root } from 'hast';
import type { Definition, Root as Markdown } from 'mdast';
import type { RenderProblem } from './renderer.ts';

/** A section once it is rendered. */
export interface RenderedSection {
  /** Without heading ids; lines count from the start of the section. Shared, so never changed. */
  readonly root: Root;
  readonly problem: RenderProblem | undefined;
  /** The headings in `root` that get an id, in order. */
  readonly headings: readonly Element[];
  /** Their levels and texts, joined; as long as it stays, the ids of the document stay. */
  readonly headingTexts: string;
  /** Link definitions in the section, for references elsewhere. */
  readonly definitions: readonly Definition[];
  /** Identifiers of the footnotes defined in the section. */
  readonly footnotes: readonly string[];
  /** What `Known` it was rendered with, or `undefined` where it cannot matter (no `[`). */
  readonly knownVersion: number | undefined;
  /** Kept only where footnotes need the whole document's tree. */
  readonly tree: Markdown | undefined;
}

/** A section as the page shows it, without heading ids. */
export interface ShownSection {
  readonly root: Root;
  readonly headings: readonly Element[];
}

/** A piece of the body from one cut to the next; its text lives in the body only. */
export interface Section {
  /** Names the section as long as it stays the same place of the page; from 1. */
  readonly key: number;
  /** UTF-16 units. */
  length: number;
  /** Line ends in it. */
  lines: number;
  /** Whether it was the end of the body when it was last cut. */
  isLast: boolean;
  /** Its text, or what it refers to, changed since it was rendered. */
  stale: boolean;
  rendered: RenderedSection | undefined;
  /** What the page shows: the section rendered alone, or with the others where there are footnotes. */
  shown: ShownSection | undefined;
  /** Ids of the headings shown. */
  ids: readonly string[];
}

/** How many line ends are in a range of a text: LF, CR, and both together count once. */
export function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
    count += 1;
  }
  for (let at = text.indexOf('\r', from); at !== -1 && at < to; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') count += 1;
  }
  return count;
}
