import type { Root } from 'hast';
import type { RenderProblem } from './renderer.ts';

/** Key of the footnotes, which stand after the last section; sections count from 1. */
export const notesKey = 0;

/** A section of the page whose look changed. */
export interface SectionPatch {
  readonly key: number;
  /** Line ends in its source; the sum of those before is the body line (from 0) where it begins. */
  readonly lines: number;
  /** With heading ids; `data-line` counts from the start of the section. */
  readonly hast: Root;
  readonly problem: RenderProblem | undefined;
}

/** A heading of level 2, for the table of contents. */
export interface OutlineEntry {
  readonly text: string;
  /** Empty where the site gives headings no ids. */
  readonly id: string;
}

/** What changed on the page since the patch before. */
export interface PagePatch {
  /** In the order of keys, `remove` keys from index `at` on give way to `insert`. */
  readonly order: {
    readonly at: number;
    readonly remove: number;
    readonly insert: readonly { readonly key: number; readonly lines: number }[];
  };
  readonly sections: readonly SectionPatch[];
  /** Absent where it is the same as before. */
  readonly outline?: readonly OutlineEntry[];
  /** Whether nothing is left to render. */
  readonly done: boolean;
  /** The whole body is not shown, for this reason. */
  readonly problem: RenderProblem | undefined;
}
