import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { formatCommands } from '#core/commands/format-commands';
import { readListLine } from './list-line.ts';

/** Id of a formatting command. */
type FormatId = (typeof formatCommands)[number]['id'];

const byNode: Readonly<Record<string, FormatId>> = {
  StrongEmphasis: 'format.bold',
  Emphasis: 'format.italic',
  Strikethrough: 'format.strike',
  InlineCode: 'format.code',
  ATXHeading1: 'format.heading1',
  ATXHeading2: 'format.heading2',
  ATXHeading3: 'format.heading3',
  ATXHeading4: 'format.heading4',
  SetextHeading1: 'format.heading1',
  SetextHeading2: 'format.heading2',
  Blockquote: 'format.quote',
  FencedCode: 'format.codeBlock',
  HorizontalRule: 'format.rule',
};

const byList = {
  bullet: 'format.bulletList',
  ordered: 'format.numberedList',
  task: 'format.taskList',
} as const;

function formatOf(state: EditorState, node: SyntaxNode): FormatId | undefined {
  if (node.name === 'Link') {
    return node.getChildren('LinkMark').length > 2 ? 'format.link' : undefined;
  }
  if (node.name !== 'ListItem') return byNode[node.name];
  const item = readListLine(state.doc.lineAt(node.from).text);
  return item && byList[item.kind];
}

/**
 * The commands that would take a format off at the main caret, sorted. Looks at what the parser has read
 * so far and no further, so that it costs nothing to follow the caret.
 */
export function activeFormats(state: EditorState): readonly FormatId[] {
  const { from, to, head } = state.selection.main;
  const found = new Set<FormatId>();
  let isInnermostList = true;
  for (
    let node: SyntaxNode | null = syntaxTree(state).resolveInner(head, -1);
    node;
    node = node.parent
  ) {
    if (node.from > from || node.to < to) continue;
    const id = formatOf(state, node);
    if (node.name === 'ListItem') {
      if (!isInnermostList) continue;
      isInnermostList = false;
    }
    if (id !== undefined) found.add(id);
  }
  return [...found].sort();
}
