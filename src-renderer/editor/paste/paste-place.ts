import { syntaxTree } from '@codemirror/language';
import type { EditorState } from '@codemirror/state';
import { isInDetails, isVerbatim, treeTo } from '../format/format-command.ts';

/** Whether Markdown means nothing at an offset: in the guide details and in code. There text is pasted as it is. */
export function isPlainPlace(state: EditorState, at: number): boolean {
  if (isInDetails(state, at) || isVerbatim(treeTo(state, at), at)) return true;
  let node = syntaxTree(state).resolveInner(at, 0);
  for (; node.parent; node = node.parent) {
    if (node.name === 'InlineCode' && node.from < at && at < node.to) return true;
  }
  return false;
}
