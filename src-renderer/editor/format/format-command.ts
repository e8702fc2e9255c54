import { ensureSyntaxTree, syntaxTree } from '@codemirror/language';
import type { EditorState, SelectionRange, TransactionSpec } from '@codemirror/state';
import type { Tree } from '@lezer/common';
import { headField } from '../head-field.ts';

/**
 * Why a command leaves the text alone: the caret is in the guide details, in code, in a table or a rule
 * where lines are concerned, at nothing that can be formatted, or where marks would not close.
 */
export type FormatRefusal = 'details' | 'code' | 'table' | 'nothing' | 'unclosed';

/** What a command would do to a text: one change, or a reason to do nothing. */
export type FormatResult =
  | { readonly spec: TransactionSpec; readonly refused?: undefined }
  | { readonly refused: FormatRefusal };

/** One formatting command; it computes, and never changes the state that it is given. */
export type FormatCommand = (state: EditorState) => FormatResult;

// A formatting command may wait this long for the parser to reach the caret of a long guide.
const PARSE_MS = 300;

/** The syntax of a manuscript, read as far as an offset. */
export function treeTo(state: EditorState, to: number): Tree {
  return ensureSyntaxTree(state, to, PARSE_MS) ?? syntaxTree(state);
}

/** Whether an offset is in the guide details, where formatting would break them. */
export function isInDetails(state: EditorState, at: number): boolean {
  const { to } = state.field(headField);
  return to > 0 && at <= to;
}

/** A selection without its part in the guide details; `undefined` where all of it is there. */
export function bodyRange(
  state: EditorState,
  { from, to }: SelectionRange,
): { readonly from: number; readonly to: number } | undefined {
  if (isInDetails(state, to)) return undefined;
  const { bodyFrom } = state.field(headField);
  return { from: Math.max(from, bodyFrom), to };
}

const verbatim: ReadonlySet<string> = new Set([
  'FencedCode',
  'CodeBlock',
  'HTMLBlock',
  'CommentBlock',
  'ProcessingInstructionBlock',
]);

/** Whether an offset is in a block whose text is shown as it is, where Markdown means nothing. */
export function isVerbatim(tree: Tree, at: number): boolean {
  for (let node = tree.resolve(at, 1); ; node = node.parent) {
    if (verbatim.has(node.name)) return true;
    if (!node.parent) break;
  }
  for (let node = tree.resolve(at, -1); ; node = node.parent) {
    if (verbatim.has(node.name)) return true;
    if (!node.parent) return false;
  }
}
