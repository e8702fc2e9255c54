import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode, Tree } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import type { FormatCommand } from './format-command.ts';
import { formatSpec, touchedLines } from './touched-lines.ts';

/** Level of a heading; 0 is a paragraph. */
export type HeadingLevel = 0 | 1 | 2 | 3 | 4;

// Quote marks, indents and list markers that a heading can stand behind.
const containers = /^[ \t]*(?:>[ \t]*|(?:[-*+]|\d{1,9}[.)])[ \t]+)*/;

interface HeadingLine {
  readonly line: Line;
  /** 0 where it is none. */
  readonly level: number;
  /** Where the marks of the heading stand, or would; the blanks after them included. */
  readonly markFrom: number;
  readonly markTo: number;
  /** Marks at the end of the line, which count for nothing. */
  readonly closing: TextEdit | undefined;
  /** The line under a heading that is underlined. */
  readonly underline: TextEdit | undefined;
}

function underlineOf(tree: Tree, at: number): SyntaxNode | undefined {
  for (let node: SyntaxNode | null = tree.resolveInner(at, 1); node; node = node.parent) {
    if (node.name.startsWith('SetextHeading')) return node.getChild('HeaderMark') ?? undefined;
  }
  return undefined;
}

function readLine(state: EditorState, tree: Tree, line: Line): HeadingLine {
  const start = containers.exec(line.text)?.[0].length ?? 0;
  const rest = line.text.slice(start);
  const marks = /^(#{1,6})(?:[ \t]+|$)/.exec(rest);
  const markFrom = line.from + start;
  if (marks) {
    const markTo = markFrom + marks[0].length;
    const end = /[ \t]+#+[ \t]*$/.exec(rest.slice(marks[0].length));
    const closing = end && { from: markTo + end.index, to: line.to, insert: '' };
    const level = marks[1]?.length ?? 0;
    return { line, level, markFrom, markTo, closing: closing ?? undefined, underline: undefined };
  }
  const mark = underlineOf(tree, markFrom);
  const level = mark && (state.sliceDoc(mark.from, mark.to).startsWith('=') ? 1 : 2);
  const under = mark && state.doc.lineAt(mark.from);
  const underline = under && { from: under.from - 1, to: under.to, insert: '' };
  return {
    line,
    level: level ?? 0,
    markFrom,
    markTo: markFrom,
    closing: undefined,
    underline,
  };
}

function editsOf(heading: HeadingLine, level: HeadingLevel): TextEdit[] {
  const { markFrom, markTo, closing, underline } = heading;
  if (heading.level === level && !underline) return [];
  const more = underline ? [underline] : [];
  if (level === 0) {
    const mark = { from: markFrom, to: markTo, insert: '' };
    return [...(markTo > markFrom ? [mark] : []), ...(closing ? [closing] : []), ...more];
  }
  const hashes = '#'.repeat(level);
  if (markTo === markFrom) {
    return [{ from: markFrom, to: markFrom, insert: `${hashes} ` }, ...more];
  }
  return [{ from: markFrom, to: markFrom + heading.level, insert: hashes }];
}

/**
 * Makes the lines with a caret or selection headings of a level, or paragraphs where all of them are
 * that already (or `level` is 0). Quote marks and list markers before them stay.
 */
export function toggleHeading(level: HeadingLevel): FormatCommand {
  return (state) => {
    const { lines, tree, refused } = touchedLines(state);
    if (lines.length === 0) return { refused: refused ?? 'nothing' };
    const headings = lines.map((line) => readLine(state, tree, line));
    const isOn = headings.every((heading) => heading.level === level);
    const all = headings.flatMap((heading) => editsOf(heading, isOn ? 0 : level));
    // Two lines of one underlined heading have one underline.
    const edits = [...new Map(all.map((edit) => [edit.from, edit])).values()];
    if (edits.length === 0) return { refused: 'nothing' };
    return { spec: formatSpec(state, edits) };
  };
}
