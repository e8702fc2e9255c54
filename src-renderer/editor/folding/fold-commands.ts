import { foldedRanges, foldEffect, unfoldEffect } from '@codemirror/language';
import {
  EditorSelection,
  type EditorState,
  type StateCommand,
  type StateEffect,
} from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { editorMessages } from '#core/messages/editor';
import { translate } from '#core/messages/messages';
import { editorContext } from '../editor-context.ts';
import { type FoldRange, foldRangeAround, outermostFolds, sectionFoldOf } from './fold-range.ts';

/** The folds that touch a range, its ends included. */
function foldsAt(state: EditorState, from: number, to: number): readonly FoldRange[] {
  const folds: FoldRange[] = [];
  foldedRanges(state).between(from, to, (foldFrom, foldTo) => {
    folds.push({ from: foldFrom, to: foldTo });
  });
  return folds;
}

function lineCount({ doc }: EditorState, { from, to }: FoldRange): number {
  return doc.lineAt(to).number - doc.lineAt(from).number;
}

function say(state: EditorState, key: 'foldedLines' | 'unfoldedLines', count: number) {
  const { locale } = state.facet(editorContext);
  return EditorView.announce.of(translate(editorMessages, locale, key, { count }));
}

/** Nothing that is selected may be hidden: what lies in a fold goes to the end of the line that stays. */
function outsideOf({ selection }: EditorState, folds: readonly FoldRange[]): EditorSelection {
  const place = (at: number): number =>
    folds.find(({ from, to }) => at > from && at <= to)?.from ?? at;
  return EditorSelection.create(
    selection.ranges.map(({ anchor, head }) => EditorSelection.range(place(anchor), place(head))),
    selection.mainIndex,
  );
}

/** Folds the smallest list item, block or section at each caret. */
export const foldAtCaret: StateCommand = ({ state, dispatch }) => {
  const folds = state.selection.ranges.flatMap(({ head }) => foldRangeAround(state, head) ?? []);
  if (folds.length === 0) return false;
  const count = folds.reduce((sum, range) => sum + lineCount(state, range), 0);
  dispatch(
    state.update({
      selection: outsideOf(state, folds),
      effects: [...folds.map((range) => foldEffect.of(range)), say(state, 'foldedLines', count)],
    }),
  );
  return true;
};

/** Opens what is folded on the line of each caret. */
export const unfoldAtCaret: StateCommand = ({ state, dispatch }) => {
  const folds = state.selection.ranges.flatMap(({ head }) => {
    const { from, to } = state.doc.lineAt(head);
    return foldsAt(state, from, to);
  });
  if (folds.length === 0) return false;
  const count = folds.reduce((sum, range) => sum + lineCount(state, range), 0);
  dispatch(
    state.update({
      // A caret behind the chip stands at the end of what was hidden: it stays with its line.
      selection: outsideOf(state, folds),
      effects: [
        ...folds.map((range) => unfoldEffect.of(range)),
        say(state, 'unfoldedLines', count),
      ],
    }),
  );
  return true;
};

/** Folds every section below the title. */
export const foldSections: StateCommand = ({ state, dispatch }) => {
  const folds = outermostFolds(state);
  if (folds.length === 0) return false;
  dispatch(
    state.update({
      selection: outsideOf(state, folds),
      effects: folds.map((range) => foldEffect.of(range)),
      scrollIntoView: true,
    }),
  );
  return true;
};

/** Opens everything that is folded in the body. */
export const unfoldAll: StateCommand = ({ state, dispatch }) => {
  const folds = foldsAt(state, 0, state.doc.length);
  if (folds.length === 0) return false;
  dispatch(state.update({ effects: folds.map((range) => unfoldEffect.of(range)) }));
  return true;
};

/** A fold by the beginning of the line that stays and the number of lines that it hides. */
export interface FoldedLine {
  readonly at: number;
  readonly lines: number;
}

/** What is folded, in a form that outlives the state; `foldLines` folds it again. */
export function foldedLines(state: EditorState): readonly FoldedLine[] {
  return foldsAt(state, 0, state.doc.length).map((range) => ({
    at: state.doc.lineAt(range.from).from,
    lines: lineCount(state, range),
  }));
}

// What a line looks like that may hide others but is no heading: list item, code, quotation, table, HTML.
const BLOCK_START = /^\s*(?:[-*+>|<]|\d+[.)]|```|~~~)/;

/** Folds again what `foldedLines` gave, where the text still has something to fold there. */
export function foldLines(
  state: EditorState,
  lines: readonly FoldedLine[],
): StateEffect<FoldRange>[] {
  const { doc } = state;
  return lines.flatMap(({ at, lines: hidden }) => {
    if (!Number.isInteger(at) || at < 0 || at > doc.length) return [];
    const line = doc.lineAt(at);
    // Not asked of the syntax tree: a guide just opened is parsed at its beginning only.
    const section = sectionFoldOf(state, line);
    if (section) return [foldEffect.of(section)];
    const last = line.number + hidden;
    const fits = Number.isInteger(hidden) && hidden > 0 && last <= doc.lines;
    return line.from === at && fits && BLOCK_START.test(line.text)
      ? [foldEffect.of({ from: line.to, to: doc.line(last).to })]
      : [];
  });
}
