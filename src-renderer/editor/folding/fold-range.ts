import { foldable, syntaxTree } from '@codemirror/language';
import type { EditorState, Line } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import { headField } from '../head-field.ts';
import { type Heading, headingsOf } from '../headings/headings.ts';
import { afterSection, sectionAt, sectionContentTo } from '../headings/sections.ts';

/** What is hidden by a fold: from the end of the line that stays to the end of the last one that goes. */
export interface FoldRange {
  readonly from: number;
  readonly to: number;
}

/** What folds away under a heading, subsections included; what parts the section from the next one stays. */
function sectionFold(headings: readonly Heading[], index: number): FoldRange | undefined {
  const heading = headings[index];
  const to = sectionContentTo(headings, index);
  return heading && to > heading.to ? { from: heading.to, to } : undefined;
}

/** Whether the line begins a block of several lines that is worth an arrow; a mere paragraph is not. */
function beginsBlock(state: EditorState, line: Line): boolean {
  const indent = /^\s*/.exec(line.text)?.[0].length ?? 0;
  let node = syntaxTree(state).resolveInner(line.from + indent, 1);
  for (; node.parent; node = node.parent) {
    if (/^(?:ListItem|FencedCode|Blockquote|Table|HTMLBlock|CommentBlock)$/.test(node.name)) {
      return state.doc.lineAt(node.from).from === line.from;
    }
  }
  return false;
}

/** What folds away under a line that is a heading; `undefined` for every other line. */
export function sectionFoldOf(state: EditorState, line: Line): FoldRange | undefined {
  const headings = headingsOf(state);
  const index = sectionAt(headings, line.from);
  return headings[index]?.from === line.from ? sectionFold(headings, index) : undefined;
}

/** What can be folded under a line of the body: a section, a list item, code, a table; `undefined` for none. */
export function foldRangeOf(state: EditorState, line: Line): FoldRange | undefined {
  if (line.from < state.field(headField).bodyFrom) return undefined;
  const section = sectionFoldOf(state, line);
  if (section) return section;
  if (!beginsBlock(state, line)) return undefined;
  return foldable(state, line.from, line.to) ?? undefined;
}

/** The smallest range around an offset that can be folded; its own line counts first. */
export function foldRangeAround(state: EditorState, offset: number): FoldRange | undefined {
  const line = state.doc.lineAt(offset);
  const own = foldRangeOf(state, line);
  if (own) return own;
  let node: SyntaxNode | null = syntaxTree(state).resolveInner(offset, -1);
  for (; node; node = node.parent) {
    if (!/^(?:ListItem|FencedCode|Table)$/.test(node.name)) continue;
    const range = foldRangeOf(state, state.doc.lineAt(node.from));
    if (range && range.to >= offset) return range;
  }
  const headings = headingsOf(state);
  return sectionFold(headings, sectionAt(headings, offset));
}

/** The outermost sections below the title; those of the title itself where there is nothing below it. */
export function outermostFolds(state: EditorState): readonly FoldRange[] {
  const headings = headingsOf(state);
  const ranges: FoldRange[] = [];
  for (let index = 0; index < headings.length;) {
    const next = afterSection(headings, index);
    if (headings[index]!.level === 1 && next > index + 1) {
      index += 1;
      continue;
    }
    const range = sectionFold(headings, index);
    if (range) ranges.push(range);
    index = next;
  }
  return ranges;
}
