import type { TextRange } from './folded-text.ts';

/** A place that a search found, with the line around it. */
export interface SearchMatch extends TextRange {
  /** Line from 1. */
  readonly line: number;
  /** The line up to the hit, the hit, and the line after it; "…" stands where they are cut. */
  readonly before: string;
  readonly hit: string;
  readonly after: string;
}

/** How much of a line is shown: enough for the widest window, in UTF-16 units. */
const shown = { before: 32, hit: 120, after: 160 };

/** Moves an offset off the middle of a character, towards the beginning. */
function whole(text: string, at: number): number {
  const isLow = /^[\udc00-\udfff]/.test(text.charAt(at));
  return isLow && /[\ud800-\udbff]$/.test(text.charAt(at - 1)) ? at - 1 : at;
}

function cutEnd(text: string, from: number, to: number, length: number): string {
  if (to - from <= length) return text.slice(from, to);
  return `${text.slice(from, whole(text, from + length))}…`;
}

/** The places of a text with LF line ends, each with its line; `ranges` in order. */
export function excerptsOf(text: string, ranges: readonly TextRange[]): readonly SearchMatch[] {
  let line = 1;
  let lineFrom = 0;
  return ranges.map(({ from, to }) => {
    for (let next = text.indexOf('\n', lineFrom); next !== -1 && next < from;) {
      line += 1;
      lineFrom = next + 1;
      next = text.indexOf('\n', lineFrom);
    }
    const end = text.indexOf('\n', from);
    const lineTo = end === -1 ? text.length : end;
    const hitTo = Math.min(to, lineTo);
    const beforeFrom = whole(text, Math.max(lineFrom, from - shown.before));
    const before = text.slice(beforeFrom, from);
    const hit = cutEnd(text, from, hitTo, shown.hit);
    return {
      ...{ from, to, line },
      before: beforeFrom > lineFrom ? `…${before}` : before.trimStart(),
      hit: to > hitTo && hit.length === hitTo - from ? `${hit}…` : hit,
      after: cutEnd(text, hitTo, lineTo, shown.after),
    };
  });
}
