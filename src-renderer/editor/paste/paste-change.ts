import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state';
import type { ListStyle, PastedHtml } from '#core/markdown/paste/pasted-html';
import { classify } from '#core/text/classify-url';
import { markerStyle } from '../format/list-line.ts';
import { blockInsertion } from '../table/insert-block.ts';

/** A place that pasted text goes to, UTF-16 offsets; what is between them is replaced. */
export interface PasteRange {
  readonly from: number;
  readonly to: number;
}

/** How the text around a place writes its lists. */
export function listStyleAt(state: EditorState, at: number): ListStyle {
  const { sign, gap } = markerStyle(state, state.doc.lineAt(at), 'bullet');
  const bullet = sign === '-' || sign === '+' ? sign : '*';
  return { bullet, indent: gap.length === 1 ? 'one' : 'tab' };
}

/** Words go where the carets are; blocks get the blank lines, quote marks and indent that they need there. */
export function markdownChange(
  state: EditorState,
  ranges: readonly PasteRange[],
  { markdown, isInline }: Pick<PastedHtml, 'markdown' | 'isInline'>,
): ChangeSpec {
  const [only] = ranges;
  if (isInline || !only || ranges.length > 1) {
    return ranges.map(({ from, to }) => ({ from, to, insert: markdown }));
  }
  const block = (prefix: string): string =>
    markdown
      .split('\n')
      .map((line) => (line === '' ? prefix.trimEnd() : prefix + line))
      .join('\n');
  return blockInsertion(state, only, block).changes ?? [];
}

/** Links of the selected words to a pasted address; `undefined` unless every selection can be one. */
export function linkChange(state: EditorState, pasted: string): TransactionSpec | undefined {
  const address = pasted.trim();
  const kind = classify(address);
  if ((kind !== 'external' && kind !== 'mail') || /[\s<>()]/.test(address)) return undefined;
  const canLink = state.selection.ranges.every(({ from, to, empty }) => {
    const words = state.sliceDoc(from, to);
    return !empty && words.trim() !== '' && !/[\n[\]]/.test(words) && !/^\w+:\S+$/.test(words);
  });
  if (!canLink) return undefined;
  return {
    ...state.changeByRange((range) => {
      const insert = `[${state.sliceDoc(range.from, range.to)}](${address})`;
      const end = range.from + insert.length;
      return {
        changes: { from: range.from, to: range.to, insert },
        range: range.extend(end, end),
      };
    }),
    userEvent: 'input.paste',
    scrollIntoView: true,
  };
}
