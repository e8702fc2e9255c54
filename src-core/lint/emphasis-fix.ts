import type { TextEdit } from '../document/text-edit.ts';
import { applyEdits } from '../document/text-edit.ts';
import { type EmphasisPair, isClosed } from './emphasis-pairs.ts';

/** How a broken pair is mended: marks moved inside the brackets, or the closing mark put before what ends the stretch. */
export interface EmphasisFix {
  readonly way: 'inside' | 'beforeBracket' | 'beforeStop';
  readonly edits: readonly TextEdit[];
}

const closers = new Map(
  ['「」', '『』', '（）', '()', '【】', '〔〕', '〈〉', '《》', '“”', '‘’', '［］'].map((pair) => [
    pair.charAt(1),
    pair.charAt(0),
  ]),
);
const stops = '。、．，！？!?：:；;…';

/** Index of the bracket that the last character closes; -1 where it closes none. */
function openingOfLast(inner: string): number {
  const close = inner.slice(-1);
  const open = closers.get(close);
  let depth = 0;
  for (let at = inner.length - 1; open !== undefined && at >= 0; at -= 1) {
    if (inner[at] === close) depth += 1;
    else if (inner[at] === open) depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

/** Where each mark should stand instead: offsets of the emphasised text within the stretch between the marks. */
function betterInner(inner: string): (Omit<EmphasisFix, 'edits'> & { from: number; to: number })[] {
  const open = openingOfLast(inner);
  if (open === 0) return [{ way: 'inside', from: 1, to: inner.length - 1 }];
  if (open > 0) return [{ way: 'beforeBracket', from: 0, to: open }];
  let to = inner.length;
  while (to > 0 && stops.includes(inner.charAt(to - 1))) to -= 1;
  return to === inner.length ? [] : [{ way: 'beforeStop', from: 0, to }];
}

/** The character before (`-1`) or after (`1`) an offset, whole surrogate pairs; empty at a line's end. */
export function neighbour(text: string, at: number, side: -1 | 1): string {
  const chars = Array.from(side < 0 ? text.slice(Math.max(0, at - 2), at) : text.slice(at, at + 2));
  const char = (side < 0 ? chars.at(-1) : chars[0]) ?? '';
  return /[\r\n]/.test(char) ? '' : char;
}

/** The way to mend a pair with the same characters, tried out before it is offered; `undefined` where there is none. */
export function fixEmphasis(text: string, pair: EmphasisPair): EmphasisFix | undefined {
  const { from, to, markLength, style } = pair;
  const mark = text.slice(from, from + markLength);
  const innerFrom = from + markLength;
  const inner = text.slice(innerFrom, to - markLength);
  // Marks within the stretch could pair up differently once these have moved.
  if (/[*_~`[\]\\<\r\n]/.test(inner)) return undefined;
  for (const better of betterInner(inner)) {
    const content = inner.slice(better.from, better.to);
    if (content.trim() === '' || content.trim() !== content) continue;
    const edits: TextEdit[] = [];
    if (better.from > 0) {
      edits.push({ from, to: innerFrom + better.from, insert: inner.slice(0, better.from) + mark });
    }
    edits.push({ from: innerFrom + better.to, to, insert: mark + inner.slice(better.to) });
    const before = neighbour(text, from, -1);
    const start = from - before.length;
    const end = to + neighbour(text, to, 1).length;
    const moved = edits.map((edit) => ({ ...edit, from: edit.from - start, to: edit.to - start }));
    const opens = before.length + better.from;
    const closes = opens + content.length + 2 * markLength;
    if (isClosed(applyEdits(text.slice(start, end), moved), { style, from: opens, to: closes })) {
      return { way: better.way, edits };
    }
  }
  return undefined;
}
