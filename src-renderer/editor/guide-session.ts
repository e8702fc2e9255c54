import type { TextEdit } from '#core/document/text-edit';
import type { LineEnds } from '#core/text/line-ends';

/** A change of an open guide's text; ranges refer to the text before, line ends count as one LF. */
export interface SessionChange {
  readonly version: number;
  readonly edits: readonly TextEdit[];
  /** What it was, in CodeMirror's words (user event), such as `input.type`; `undefined` where nobody said. */
  readonly event?: string;
  /** Where the undo history begins a new step. */
  readonly isolate?: 'before' | 'after' | 'full';
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The line ends of the whole text, where the change set them. */
  readonly lineEnds?: Omit<LineEnds, 'text'>;
  /** Hash of the file's bytes, where the change took its text over. */
  readonly hash?: string;
}

/**
 * One open guide: a CodeMirror document with its one undo history, of which source, form and
 * preview are views. Its text uses LF; the line ends of the file come back when it is saved.
 */
export interface GuideSession {
  readonly path: string;
  /** Counts the changes since opening, from 0. */
  readonly version: number;
  readonly readOnly: boolean;
  /** The whole text; costs a copy of it, so never on a keystroke. */
  text(): string;
  /** The text of a range; UTF-16 offsets. */
  slice(from: number, to?: number): string;
  /** Length in UTF-16 units. */
  readonly length: number;
  /** The guide details with their fences, up to where the body begins; empty where there are none. */
  head(): string;
  /**
   * Applies edits as one undoable step; `origin` tells listeners and history where it came from. While
   * an input method composes in the manuscript they wait for its end, and move with what it brings.
   */
  edit(edits: readonly TextEdit[], origin: 'form' | 'fix' | 'reload' | 'command'): void;
  /** Calls `listener` after every change of the text; the function returned stops it. */
  onChange(listener: (change: SessionChange) => void): () => void;
}
