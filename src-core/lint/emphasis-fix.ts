import type { TextEdit } from '../document/text-edit.ts';
import type { EmphasisPair } from './emphasis-pairs.ts';

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
/** Brackets around a remark, which may stay outside the emphasis; quotation marks belong to what they quote. */
const remarks = '）)】〕］';
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
export function betterRanges(
  inner: string,
): (Omit<EmphasisFix, 'edits'> & { from: number; to: number })[] {
  const open = openingOfLast(inner);
  if (open === 0) return [{ way: 'inside', from: 1, to: inner.length - 1 }];
  if (open > 0 && remarks.includes(inner.slice(-1)))
    return [{ way: 'beforeBracket', from: 0, to: open }];
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

/**
 * What CommonMark's flanking rules see at an offset: a blank (or the end of the text), punctuation or
 * a letter. They look at UTF-16 units, so half of an emoji counts as a letter.
 */
export function kindAt(text: string, at: number): 'blank' | 'mark' | 'letter' {
  const unit = text.charAt(at);
  if (unit === '' || /\s/.test(unit)) return 'blank';
  return /[\p{P}\p{S}]/u.test(unit) ? 'mark' : 'letter';
}

/** Whether marks directly around `from`..`to` open and close, given what would stand outside of them. */
export function flanks(
  text: string,
  from: number,
  to: number,
  before: string,
  after: string,
): boolean {
  const first = kindAt(text, from);
  const last = kindAt(text, to - 1);
  const opens = first === 'letter' || (first === 'mark' && kindAt(before, 0) !== 'letter');
  const closes = last === 'letter' || (last === 'mark' && kindAt(after, 0) !== 'letter');
  return opens && closes;
}

/** The way to mend a pair with the same characters, offered only where it will hold; `undefined` where there is none. */
export function fixEmphasis(text: string, pair: EmphasisPair): EmphasisFix | undefined {
  const { from, to, markLength } = pair;
  const mark = text.slice(from, from + markLength);
  const innerFrom = from + markLength;
  const innerTo = to - markLength;
  const inner = text.slice(innerFrom, innerTo);
  // Marks within the stretch, or right beside it, could pair up differently once these have moved.
  if (mark.includes('_') || /[*_~`[\]\\<\r\n]/.test(inner)) return undefined;
  if (/[*_~\\]/.test(text.charAt(from - 1) + text.charAt(to))) return undefined;
  for (const better of betterRanges(inner)) {
    const content = inner.slice(better.from, better.to);
    if (content.trim() === '' || content.trim() !== content) continue;
    const before = better.from > 0 ? inner.charAt(better.from - 1) : text.charAt(from - 1);
    const after = inner.charAt(better.to) || text.charAt(to);
    const [contentFrom, contentTo] = [innerFrom + better.from, innerFrom + better.to];
    if (!flanks(text, contentFrom, contentTo, before, after)) continue;
    const closing = { from: contentTo, to, insert: mark + inner.slice(better.to) };
    if (better.from === 0) return { way: better.way, edits: [closing] };
    const insert = inner.slice(0, better.from) + mark;
    return { way: better.way, edits: [{ from, to: contentFrom, insert }, closing] };
  }
  return undefined;
}
