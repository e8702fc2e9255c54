import type { EditorState } from '@codemirror/state';

/** Longest part of a line around the caret that is looked at: what is completed is short, lines may not be. */
const reach = 300;

/** The line around the caret, as far as it is looked at. */
export interface BodyPlace {
  readonly state: EditorState;
  readonly at: number;
  /** The text of the line before the caret, and whether that is all of it. */
  readonly before: string;
  readonly isWhole: boolean;
  /** The text of the line after the caret. */
  readonly after: string;
}

/** Looks at the line of the caret, never at more than a few hundred characters. */
export function bodyPlace(state: EditorState, at: number): BodyPlace {
  const line = state.doc.lineAt(at);
  const from = Math.max(line.from, at - reach);
  return {
    ...{ state, at },
    before: state.sliceDoc(from, at),
    isWhole: from === line.from,
    after: state.sliceDoc(at, Math.min(line.to, at + reach)),
  };
}
