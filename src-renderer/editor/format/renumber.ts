import type { EditorState } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import { treeTo } from './format-command.ts';

interface Numbered {
  readonly line: number;
  readonly from: number;
  readonly digits: string;
}

function itemsOf(state: EditorState, list: SyntaxNode): readonly Numbered[] {
  return list.getChildren('ListItem').map(({ from }) => ({
    line: state.doc.lineAt(from).number,
    from,
    digits: /^\d+/.exec(state.sliceDoc(from, from + 10))?.[0] ?? '',
  }));
}

/** The numbers of a list whose items have moved: counted on from its first, or all alike where they were. */
function editsOf(
  items: readonly Numbered[],
  moved: ReadonlySet<number>,
  isNew: boolean,
): TextEdit[] {
  const stayed = items.filter(({ line }) => !moved.has(line));
  const [first] = stayed;
  const isUniform = stayed.length > 1 && stayed.every(({ digits }) => digits === first?.digits);
  const start = isNew || !first ? 1 : Number((isUniform ? first : items[0])?.digits);
  return items.flatMap(({ from, digits }, index) => {
    const insert = String(isUniform && !isNew ? start : start + index);
    return insert === digits ? [] : [{ from, to: from + digits.length, insert }];
  });
}

/**
 * The edits that number lists anew after some of their items went one level in or out: the list that an
 * item is in now, the one it left, and the one that it has taken over. `moved` holds the lines of the
 * items, from 1; `state` is the one after the move, in which the outermost list ends at `end`.
 */
export function renumberAround(
  state: EditorState,
  moved: ReadonlySet<number>,
  end: number,
): readonly TextEdit[] {
  const lines = [...moved].sort((a, b) => a - b);
  const edits = new Map<number, TextEdit>();
  const done = new Set<number>();
  const take = (list: SyntaxNode | null | undefined, isNew: boolean): void => {
    if (list?.name !== 'OrderedList' || done.has(list.from)) return;
    done.add(list.from);
    for (const edit of editsOf(itemsOf(state, list), moved, isNew)) edits.set(edit.from, edit);
  };
  const tree = treeTo(state, end);
  for (const number of lines) {
    const line = state.doc.line(number);
    const start = line.from + Math.max(0, line.text.search(/[^\s>]/));
    let item: SyntaxNode | null = tree.resolveInner(start, 1);
    while (item && item.name !== 'ListItem') item = item.parent;
    if (!item) continue;
    const list = item.parent;
    const firstLine = list && state.doc.lineAt(list.from).number;
    take(list, firstLine !== null && firstLine !== undefined && moved.has(firstLine));
    take(list?.parent?.parent, false);
    for (const inner of item.getChildren('OrderedList')) take(inner, true);
  }
  return [...edits.values()];
}
