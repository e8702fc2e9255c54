import { isolateHistory } from '@codemirror/commands';
import { foldedRanges, foldEffect } from '@codemirror/language';
import {
  EditorSelection,
  type EditorState,
  type StateEffect,
  type Transaction,
} from '@codemirror/state';
import { lineEndsOf, setLineEnds } from '../line-ends-field.ts';
import { type Heading, headingsOf } from './headings.ts';
import { afterSection, sectionAt, sectionContentTo, siblingOf } from './sections.ts';

/**
 * Why a section stays where it is: the caret is in none, it is the title, there is none beside it, or
 * the text would be read otherwise afterwards (such as behind a code block that nothing closes).
 */
export type MoveRefusal = 'no-section' | 'title' | 'edge' | 'would-change';

/** A move as one step, or why there is none. */
export type SectionMove =
  | { readonly transaction: Transaction; readonly heading: Heading; readonly refused?: undefined }
  | { readonly refused: MoveRefusal };

/** Two sections under one heading and what parts them; the separator stays where it is. */
interface Swap {
  readonly first: number;
  readonly firstTo: number;
  readonly second: number;
  readonly secondTo: number;
}

/** Where a character of the old text stands after the swap. */
function swapped({ first, firstTo, second, secondTo }: Swap, at: number): number {
  if (at < first || at >= secondTo) return at;
  if (at < firstTo) return at + secondTo - firstTo;
  return at < second ? at - firstTo + first + secondTo - second : at - second + first;
}

/** Folds of the text that is taken out and put in again; the others move by themselves. */
function keepFolds(
  state: EditorState,
  swap: Swap,
  from: number,
  to: number,
): StateEffect<unknown>[] {
  const effects: StateEffect<unknown>[] = [];
  foldedRanges(state).between(from, to, (foldFrom, foldTo) => {
    if (foldFrom < from || foldTo > to) return;
    const at = swapped(swap, foldFrom);
    effects.push(foldEffect.of({ from: at, to: at + foldTo - foldFrom }));
  });
  return effects;
}

/** The headings as they must be after the swap of the sections `a` and `b`, which ends before `end`. */
function expected(
  headings: readonly Heading[],
  swap: Swap,
  [a, b, end]: readonly [number, number, number],
): readonly Heading[] {
  const move = (heading: Heading): Heading => ({
    ...heading,
    from: swapped(swap, heading.from),
    to: swapped(swap, heading.to - 1) + 1,
    textFrom: swapped(swap, heading.from) + heading.textFrom - heading.from,
    contentTo: swapped(swap, heading.contentTo - 1) + 1,
  });
  return [
    ...headings.slice(0, a),
    ...headings.slice(b, end),
    ...headings.slice(a, b),
    ...headings.slice(end),
  ].map(move);
}

function isSame(one: readonly Heading[], other: readonly Heading[]): boolean {
  return (
    one.length === other.length &&
    one.every((heading, index) => {
      const { from, to, level, contentTo } = other[index]!;
      return (
        heading.from === from &&
        heading.to === to &&
        heading.level === level &&
        heading.contentTo === contentTo
      );
    })
  );
}

/**
 * Moves the section of a heading, with its subsections, past the one beside it. The rules and blank lines
 * between sections stay where they are, so that each section is parted from the next as before, and the
 * text ends as before. The selection goes with the moved text.
 */
export function moveSection(state: EditorState, index: number, direction: 1 | -1): SectionMove {
  const headings = headingsOf(state);
  const heading = headings[index];
  if (!heading) return { refused: 'no-section' };
  if (heading.level === 1) return { refused: 'title' };
  const other = siblingOf(headings, index, direction);
  if (other === undefined) return { refused: 'edge' };
  const [a, b] = direction === 1 ? [index, other] : [other, index];
  const swap: Swap = {
    first: headings[a]!.from,
    firstTo: sectionContentTo(headings, a),
    second: headings[b]!.from,
    secondTo: sectionContentTo(headings, b),
  };
  const { first, firstTo, second, secondTo } = swap;
  const separator = state.doc.slice(firstTo, second);
  // The author's own section stays in the document; the other one goes past it.
  const changes =
    direction === 1
      ? [
          { from: first, insert: state.doc.slice(second, secondTo).append(separator) },
          { from: firstTo, to: secondTo },
        ]
      : [
          { from: first, to: second },
          { from: secondTo, insert: separator.append(state.doc.slice(first, firstTo)) },
        ];
  const end = headings[afterSection(headings, b)]?.from ?? state.doc.length;
  const [to, behind] = direction === 1 ? [firstTo, second] : [secondTo, end];
  const movedTo = swapped(swap, to - 1) + 1;
  const isBehind = (at: number): boolean => at < behind || behind === state.doc.length;
  const place = (at: number): number => {
    // What parts the section from the next one stays, but a caret there means the section.
    if (at >= to && isBehind(at)) return movedTo;
    return at === firstTo || at === secondTo ? swapped(swap, at - 1) + 1 : swapped(swap, at);
  };
  const { ranges, mainIndex } = state.selection;
  const { dominant, exceptions } = lineEndsOf(state);
  const transaction = state.update({
    changes,
    selection: EditorSelection.create(
      ranges.map((range) => EditorSelection.range(place(range.anchor), place(range.head))),
      mainIndex,
    ),
    effects: [
      ...(direction === 1
        ? keepFolds(state, swap, second, secondTo)
        : keepFolds(state, swap, first, firstTo)),
      ...(exceptions.length === 0
        ? []
        : [
            setLineEnds.of({
              dominant,
              exceptions: exceptions
                .map((one) => ({ ...one, at: swapped(swap, one.at) }))
                .toSorted((x, y) => x.at - y.at),
            }),
          ]),
    ],
    annotations: isolateHistory.of('full'),
    userEvent: 'move.section',
    scrollIntoView: true,
  });
  const now = headingsOf(transaction.state);
  if (!isSame(now, expected(headings, swap, [a, b, afterSection(headings, b)]))) {
    return { refused: 'would-change' };
  }
  return { transaction, heading: now[sectionAt(now, swapped(swap, heading.from))]! };
}
