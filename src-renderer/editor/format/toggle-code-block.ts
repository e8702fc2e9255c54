import { EditorSelection, type Line, type Text } from '@codemirror/state';
import type { SyntaxNode, Tree } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import { bodyRange, type FormatCommand, treeTo } from './format-command.ts';
import { formatSpec } from './touched-lines.ts';

function fencedAt(tree: Tree, at: number): SyntaxNode | undefined {
  for (const side of [1, -1] as const) {
    for (let node: SyntaxNode | null = tree.resolve(at, side); node; node = node.parent) {
      if (node.name === 'FencedCode') return node;
    }
  }
  return undefined;
}

/** A fence longer than any run of backticks that a line of the code begins with. */
function fenceFor(code: string): string {
  const runs = Array.from(code.matchAll(/^[ \t>]*(`{3,})/gm), ([, run = '']) => run.length);
  return '`'.repeat(Math.max(3, ...runs.map((length) => length + 1)));
}

function indentOf(lines: readonly Line[]): string {
  const indents = lines
    .filter(({ text }) => text.trim() !== '')
    .map(({ text }) => /^[ \t]*/.exec(text)?.[0] ?? '');
  return indents.reduce((a, b) => (b.length < a.length ? b : a), indents[0] ?? '');
}

/** Takes the lines of the fence away; the code between them stays. */
function unfence(doc: Text, fenced: SyntaxNode): TextEdit[] {
  const [opening, closing] = fenced
    .getChildren('CodeMark')
    .map(({ from }) => doc.lineAt(from))
    .filter((line, index, all) => all.findIndex(({ number }) => number === line.number) === index);
  if (!opening) return [];
  const first = { from: opening.from, to: Math.min(opening.to + 1, doc.length), insert: '' };
  if (!closing) return [first];
  if (closing.number === opening.number + 1) return [{ ...first, to: closing.to }];
  return [first, { from: closing.from - 1, to: closing.to, insert: '' }];
}

/** The lines from one offset to another; a last one of which nothing is selected is left out. */
function wholeLines(doc: Text, from: number, to: number): readonly Line[] {
  const last = doc.lineAt(to);
  const end = to > from && to === last.from ? last.number - 1 : last.number;
  const first = doc.lineAt(from).number;
  return Array.from({ length: end - first + 1 }, (_, index) => doc.line(first + index));
}

/**
 * Puts a fence around the lines with a caret or selection, the caret where its language is written; in a
 * fenced block it takes the fence away.
 */
export const toggleCodeBlock: FormatCommand = (state) => {
  const { doc } = state;
  const edits: TextEdit[] = [];
  const languages: number[] = [];
  let covered = -1;
  let added = 0;
  for (const range of state.selection.ranges) {
    const body = bodyRange(state, range);
    if (!body || body.from <= covered) continue;
    const fenced = fencedAt(treeTo(state, doc.lineAt(body.to).to), body.from);
    if (fenced && body.to <= fenced.to) {
      covered = fenced.to;
      const removed = unfence(doc, fenced);
      edits.push(...removed);
      added -= removed.reduce((sum, { from, to }) => sum + to - from, 0);
      continue;
    }
    const lines = wholeLines(doc, body.from, body.to);
    const { from } = lines[0]!;
    const { to } = lines.at(-1)!;
    covered = to;
    const fence = indentOf(lines) + fenceFor(state.sliceDoc(from, to));
    edits.push({ from, to: from, insert: `${fence}\n` }, { from: to, to, insert: `\n${fence}` });
    languages.push(from + added + fence.length);
    added += 2 * (fence.length + 1);
  }
  if (edits.length === 0) return { refused: 'details' };
  const spec = formatSpec(state, edits);
  if (languages.length === 0) return { spec };
  const carets = languages.map((at) => EditorSelection.cursor(at));
  return { spec: { ...spec, selection: EditorSelection.create(carets) } };
};
