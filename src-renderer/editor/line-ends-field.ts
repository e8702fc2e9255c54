import {
  type EditorState,
  type Extension,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
} from '@codemirror/state';

import type { LineEnd, LineEndException } from '#core/text/line-ends';

class LineEndValue extends RangeValue {
  readonly end: LineEnd;

  constructor(end: LineEnd) {
    super();
    this.end = end;
  }

  override eq(other: RangeValue): boolean {
    return other instanceof LineEndValue && other.end === this.end;
  }
}

function toRanges(exceptions: readonly LineEndException[]): RangeSet<LineEndValue> {
  return RangeSet.of(
    exceptions.map(({ at, end }) => new LineEndValue(end).range(at, at + 1)),
    true,
  );
}

/** Replaces the exceptional line ends, after the file was read again. */
export const setLineEnds = StateEffect.define<readonly LineEndException[]>();

/**
 * CodeMirror knows one line end a document. The breaks that differ from the file's usual one are
 * kept as ranges over their LF, move with the text, and vanish when their LF is deleted.
 */
const lineEndsField = StateField.define<RangeSet<LineEndValue>>({
  create: () => RangeSet.empty,
  update(ranges, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setLineEnds)) return toRanges(effect.value);
    }
    return transaction.docChanged && ranges.size > 0 ? ranges.map(transaction.changes) : ranges;
  },
});

/** Starts a document with the line ends that differ from its usual one. */
export function lineEnds(exceptions: readonly LineEndException[]): Extension {
  return lineEndsField.init(() => toRanges(exceptions));
}

/** The breaks that differ from the file's usual one, where they are now. */
export function lineEndExceptions(state: EditorState): LineEndException[] {
  const exceptions: LineEndException[] = [];
  for (const cursor = state.field(lineEndsField).iter(); cursor.value; cursor.next()) {
    if (cursor.to > cursor.from) exceptions.push({ at: cursor.from, end: cursor.value.end });
  }
  return exceptions;
}
