import type { EditorState, Line, TransactionSpec } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import { bodyRange, type FormatRefusal, isVerbatim, treeTo } from './format-command.ts';

/** The lines that a command about lines may change, and why there are none. */
export interface TouchedLines {
  readonly lines: readonly Line[];
  readonly tree: Tree;
  readonly refused: FormatRefusal | undefined;
}

/** All lines with a caret or a part of a selection, but for the guide details; each once, in order. */
export function selectedLines(state: EditorState): TouchedLines {
  const found = new Map<number, Line>();
  let refused: FormatRefusal | undefined;
  for (const range of state.selection.ranges) {
    const body = bodyRange(state, range);
    if (!body) {
      refused = 'details';
      continue;
    }
    // A selection that ends where a line begins has nothing of that line.
    const last = state.doc.lineAt(body.to);
    const isBefore = body.to > body.from && body.to === last.from;
    const end = isBefore ? last.number - 1 : last.number;
    for (let number = state.doc.lineAt(body.from).number; number <= end; number += 1) {
      found.set(number, state.doc.line(number));
    }
  }
  const lines = [...found.values()].sort((a, b) => a.number - b.number);
  const tree = treeTo(state, lines.at(-1)?.to ?? 0);
  return { lines, tree, refused };
}

/** Whether a line is part of a block of some kinds, by the names of the syntax. */
export function isInside(tree: Tree, line: Line, names: RegExp): boolean {
  const text = line.text.search(/\S/);
  const at = line.from + Math.max(0, text);
  for (let node = tree.resolveInner(at, 1); ; node = node.parent) {
    if (names.test(node.name)) return true;
    if (!node.parent) return false;
  }
}

/**
 * The lines whose words can become a heading or an item: neither code nor tables, and empty ones only
 * where a caret alone stands on one.
 */
export function touchedLines(state: EditorState): TouchedLines {
  const { lines, tree, refused } = selectedLines(state);
  const words = lines.filter(
    (line) =>
      !isVerbatim(tree, line.from + Math.max(0, line.text.search(/\S/))) &&
      !isInside(tree, line, /^(?:Table|HorizontalRule)$/),
  );
  const full = words.filter(({ text }) => text.trim() !== '');
  const kept = full.length > 0 ? full : words;
  if (kept.length > 0) return { lines: kept, tree, refused: undefined };
  const [first] = lines;
  const isTable = first && isInside(tree, first, /^(?:Table|HorizontalRule)$/);
  return { lines: [], tree, refused: first ? (isTable ? 'table' : 'code') : refused };
}

/** One change of the text as the author's own formatting; what is selected stays selected. */
export function formatSpec(state: EditorState, edits: readonly TextEdit[]): TransactionSpec {
  const changes = state.changes(edits.map((edit) => ({ ...edit })));
  return {
    changes,
    selection: state.selection.map(changes, 1),
    userEvent: 'input.format',
    scrollIntoView: true,
  };
}
