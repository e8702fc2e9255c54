import { EditorSelection, type EditorState, type SelectionRange } from '@codemirror/state';
import type { SyntaxNode } from '@lezer/common';
import type { TextEdit } from '#core/document/text-edit';
import { withoutBlanks } from '#core/lint/emphasis-place';
import {
  bodyRange,
  type FormatCommand,
  type FormatRefusal,
  isVerbatim,
  treeTo,
} from './format-command.ts';
import { wordAround } from './word-around.ts';
import { linesWithin, wordBlocks, wordPlace } from './word-blocks.ts';

const address = /^(?:https?:\/\/|mailto:|\/(?!\/))[^\s<>]+$/;

/** The links (with an address, not only brackets) that a range is in or touches. */
function linksAt(state: EditorState, from: number, to: number): readonly SyntaxNode[] {
  const links: SyntaxNode[] = [];
  treeTo(state, to).iterate({
    from,
    to,
    enter({ name, node }) {
      // Brackets alone are text; those of a link are followed by an address, be it an empty one.
      if (name === 'Link' && node.getChildren('LinkMark').length > 2) links.push(node);
    },
  });
  return links;
}

/** Leaves the words of a link and takes away the rest. */
function unlink(link: SyntaxNode): TextEdit[] {
  const [open, close] = link.getChildren('LinkMark');
  if (!open || !close) return [];
  return [
    { from: open.from, to: open.to, insert: '' },
    { from: close.from, to: link.to, insert: '' },
  ];
}

/** Whether words can stand in the brackets of a link: their own brackets are in pairs, and none is a link. */
function canBeLinked(words: string): boolean {
  const bare = words.replaceAll(/\\[[\]\\]/g, '');
  let depth = 0;
  for (const char of bare) {
    if (char === '[') depth += 1;
    else if (char === ']') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && !/\][([]/.test(bare);
}

interface Planned {
  readonly edits: readonly TextEdit[];
  /** Caret after the change, from the place of the last insertion on; `undefined` keeps the selection. */
  readonly caret?: { readonly at: number; readonly by: number } | undefined;
}

function planWords(state: EditorState, from: number, to: number): Planned | undefined {
  const words = state.sliceDoc(from, to);
  if (address.test(words)) {
    const edits = [{ from, to, insert: `[](${words})` }];
    return { edits, caret: { at: from, by: 1 } };
  }
  if (!canBeLinked(words)) return undefined;
  const edits = [
    { from, to: from, insert: '[' },
    { from: to, to, insert: ']()' },
  ];
  return { edits, caret: { at: to, by: 2 } };
}

function planRange(state: EditorState, range: SelectionRange): Planned | FormatRefusal {
  const body = bodyRange(state, range);
  if (!body) return 'details';
  const { from, to } = body;
  const links = linksAt(state, from, to);
  const inner = links.filter((link) => link.from < to && link.to > from);
  const around = from === to ? links.filter((link) => link.from < from && link.to > to) : inner;
  if (around.length > 0) return { edits: around.flatMap(unlink) };
  if (isVerbatim(treeTo(state, to), from)) return 'code';
  if (from === to) {
    const place = wordPlace(state, from);
    if (!place) return 'nothing';
    const { at, block } = place;
    const word = block && wordAround(state, block, at);
    if (word) return planWords(state, word.from, word.to) ?? 'unclosed';
    return { edits: [{ from: at, to: at, insert: '[]()' }], caret: { at, by: 1 } };
  }
  const parts = wordBlocks(state, from, to)
    .flatMap((block) => linesWithin(state, block, from, to))
    .map((part) => {
      const trimmed = withoutBlanks(state.sliceDoc(part.from, part.to), {
        from: 0,
        to: part.to - part.from,
      });
      return { from: part.from + trimmed.from, to: part.from + trimmed.to };
    })
    .filter((part) => part.to > part.from);
  const planned = parts.flatMap((part) => planWords(state, part.from, part.to) ?? []);
  if (planned.length === 0) return parts.length > 0 ? 'unclosed' : 'nothing';
  return { edits: planned.flatMap(({ edits }) => edits), caret: planned[0]?.caret };
}

/**
 * Makes each selection (or the word at a caret) the words of a link, the caret where its address goes; an
 * address that is selected becomes the address. In a link it leaves the words alone.
 */
export const toggleLink: FormatCommand = (state) => {
  const edits: TextEdit[] = [];
  const plans = state.selection.ranges.map((range) => ({ range, plan: planRange(state, range) }));
  let refused: FormatRefusal | undefined;
  for (const { plan } of plans) {
    if (typeof plan === 'string') refused ??= plan;
    else edits.push(...plan.edits);
  }
  if (edits.length === 0) return { refused: refused ?? 'nothing' };
  const unique = [...new Map(edits.map((edit) => [`${edit.from} ${edit.to}`, edit])).values()];
  const changes = state.changes(unique.map((edit) => ({ ...edit })));
  const ranges = plans.map(({ range, plan }) => {
    const caret = typeof plan === 'string' ? undefined : plan.caret;
    if (!caret) return range.map(changes, 1);
    return EditorSelection.cursor(changes.mapPos(caret.at, -1) + caret.by);
  });
  const selection = EditorSelection.create(ranges, state.selection.mainIndex);
  return { spec: { changes, selection, userEvent: 'input.format', scrollIntoView: true } };
};
