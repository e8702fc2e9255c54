import { invertedEffects } from '@codemirror/commands';
import {
  type ChangeDesc,
  type ChangeSet,
  type EditorState,
  type Extension,
  MapMode,
  type Range,
  RangeSet,
  RangeValue,
  StateEffect,
  StateField,
  type Text,
  type Transaction,
} from '@codemirror/state';
import type { LineEnd, LineEndException, LineEnds } from '#core/text/line-ends';
import { onlyLineFeeds } from './only-line-feeds.ts';

class LineEndValue extends RangeValue {
  readonly end: LineEnd;
  // What is typed directly before or behind a break is not part of it.
  override startSide = 1;
  override endSide = -1;

  constructor(end: LineEnd) {
    super();
    this.end = end;
  }

  override eq(other: RangeValue): boolean {
    return other instanceof LineEndValue && other.end === this.end;
  }
}

/** How the lines of a file end: most of them alike, and the breaks that differ. */
export type FileLineEnds = Omit<LineEnds, 'text'>;

interface HeldLineEnds {
  readonly dominant: LineEnd;
  /** One range over the LF of each break that differs from `dominant`. */
  readonly ranges: RangeSet<LineEndValue>;
}

const toRange = ({ at, end }: LineEndException): Range<LineEndValue> =>
  new LineEndValue(end).range(at, at + 1);

function hold({ dominant, exceptions }: FileLineEnds): HeldLineEnds {
  return { dominant, ranges: RangeSet.of(exceptions.map(toRange), true) };
}

/** The break at an offset after changes; `undefined` where its LF is deleted. */
function mapException(
  { at, end }: LineEndException,
  changes: ChangeDesc,
): LineEndException | undefined {
  const moved = changes.mapPos(at, 1, MapMode.TrackAfter);
  return moved === null ? undefined : { at: moved, end };
}

function mapFileLineEnds(ends: FileLineEnds, changes: ChangeDesc): FileLineEnds {
  return {
    dominant: ends.dominant,
    exceptions: ends.exceptions.flatMap((one) => mapException(one, changes) ?? []),
  };
}

/** Replaces all line ends, after the file was read again; offsets are those after the transaction. */
export const setLineEnds = StateEffect.define<FileLineEnds>({ map: mapFileLineEnds });

/** What undo and redo give back with the breaks they bring back: those not named end as most lines do. */
const returnLineEnds = StateEffect.define<readonly LineEndException[]>({
  map: (list, changes) => list.flatMap((one) => mapException(one, changes) ?? []),
});

function endAt({ dominant, ranges }: HeldLineEnds, at: number): LineEnd {
  let end = dominant;
  ranges.between(at, at + 1, (from, _to, value) => {
    if (from === at) end = value.end;
  });
  return end;
}

/** How a line ends that is begun inside another: as that one does, the last one as the one before it. */
function endAround(held: HeldLineEnds, doc: Text, at: number): LineEnd {
  const line = doc.lineAt(at);
  if (line.to < doc.length) return endAt(held, line.to);
  return line.from > 0 ? endAt(held, line.from - 1) : held.dominant;
}

function withoutDeleted(
  ranges: RangeSet<LineEndValue>,
  changes: ChangeSet,
): RangeSet<LineEndValue> {
  const deleted: { from: number; to: number }[] = [];
  changes.iterChanges((from, to) => {
    if (to > from) deleted.push({ from, to });
  });
  const [first] = deleted;
  const last = deleted.at(-1);
  if (!first || !last) return ranges;
  return ranges.update({
    filterFrom: first.from,
    filterTo: last.to,
    filter(from) {
      let low = 0;
      let high = deleted.length;
      // The first deletion that ends behind the break.
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((deleted[middle]?.to ?? Infinity) <= from) low = middle + 1;
        else high = middle;
      }
      return from < (deleted[low]?.from ?? Infinity);
    },
  });
}

function follow(held: HeldLineEnds, transaction: Transaction): HeldLineEnds {
  const { changes, startState, effects } = transaction;
  if (held.ranges.size === 0) return held;
  const ranges = withoutDeleted(held.ranges, changes).map(changes);
  const added: Range<LineEndValue>[] = [];
  if (!effects.some((effect) => effect.is(returnLineEnds))) {
    changes.iterChanges((fromA, _toA, fromB, _toB, inserted) => {
      if (inserted.lines === 1) return;
      const end = endAround(held, startState.doc, fromA);
      if (end === held.dominant) return;
      for (let number = 1; number < inserted.lines; number += 1) {
        added.push(toRange({ at: fromB + inserted.line(number).to, end }));
      }
    });
  }
  return { ...held, ranges: added.length > 0 ? ranges.update({ add: added }) : ranges };
}

/**
 * CodeMirror knows one line end a document. The breaks that differ from the file's usual one are kept
 * beside it; they move with the text, go with their LF and come back with it by undo.
 */
const lineEndsField = StateField.define<HeldLineEnds>({
  create: () => ({ dominant: '\n', ranges: RangeSet.empty }),
  update(held, transaction) {
    let next = transaction.docChanged ? follow(held, transaction) : held;
    for (const effect of transaction.effects) {
      if (effect.is(setLineEnds)) next = hold(effect.value);
      else if (effect.is(returnLineEnds) && effect.value.length > 0) {
        next = {
          ...next,
          ranges: next.ranges.update({ add: effect.value.map(toRange), sort: true }),
        };
      }
    }
    return next;
  },
});

function exceptionsIn({ ranges }: HeldLineEnds): LineEndException[] {
  const exceptions: LineEndException[] = [];
  for (const cursor = ranges.iter(); cursor.value; cursor.next()) {
    exceptions.push({ at: cursor.from, end: cursor.value.end });
  }
  return exceptions;
}

/** What the history keeps of a transaction, so that undoing it gives back the very line ends. */
function invert(transaction: Transaction): readonly StateEffect<unknown>[] {
  const held = transaction.startState.field(lineEndsField);
  if (transaction.effects.some((effect) => effect.is(setLineEnds))) {
    return [setLineEnds.of({ dominant: held.dominant, exceptions: exceptionsIn(held) })];
  }
  const after = transaction.state.field(lineEndsField);
  if (held.ranges.size === 0 && after.ranges.size === 0) return [];
  const lost: LineEndException[] = [];
  let bringsBreaks = false;
  transaction.changes.iterChanges((fromA, toA) => {
    const { doc } = transaction.startState;
    if (toA > fromA && doc.lineAt(fromA).to < toA) bringsBreaks = true;
    held.ranges.between(fromA, toA, (from, to, { end }) => {
      if (from >= fromA && to <= toA) lost.push({ at: from, end });
    });
  });
  return bringsBreaks ? [returnLineEnds.of(lost)] : [];
}

/** Starts a document with the line ends of its file. */
export function lineEnds(ends: FileLineEnds): Extension {
  return [lineEndsField.init(() => hold(ends)), invertedEffects.of(invert), onlyLineFeeds];
}

/** The line ends of a document as they are now. */
export function lineEndsOf(state: EditorState): FileLineEnds {
  const held = state.field(lineEndsField);
  return { dominant: held.dominant, exceptions: exceptionsIn(held) };
}

/** Whether two states of a document with equal texts end all their lines alike; both are looked through. */
export function haveSameLineEnds(a: EditorState, b: EditorState): boolean {
  const [one, other] = [a.field(lineEndsField), b.field(lineEndsField)];
  if (one === other) return true;
  if (one.dominant !== other.dominant || one.ranges.size !== other.ranges.size) return false;
  const [left, right] = [one.ranges.iter(), other.ranges.iter()];
  for (; left.value && right.value; left.next(), right.next()) {
    if (left.from !== right.from || !left.value.eq(right.value)) return false;
  }
  return true;
}

/** Whether a transaction sets the line ends of the whole text. */
export function setsLineEnds(transaction: Transaction): boolean {
  return transaction.effects.some((effect) => effect.is(setLineEnds));
}
