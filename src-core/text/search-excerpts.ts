import type { TextRange } from './folded-text.ts';
import { type LineMarks, markedLineBefore } from './line-marks.ts';

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
const shown = { before: 32, hit: 100, after: 100 };

/** Moves an offset off the middle of a character, towards the beginning. */
function whole(text: string, at: number): number {
  // The upper six bits tell the halves of a pair apart.
  const isLow = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
  return isLow && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800 ? at - 1 : at;
}

/** A text in which places are looked for, and the text to show for them; often the same. */
export interface ShownText {
  /** Has the same line ends at the same lines as what is shown. */
  readonly text: string;
  /** `undefined` where the lines are counted from the first. */
  readonly lineMarks?: LineMarks;
  /** What is shown for a range of it, and where that begins in the text that is shown. */
  window(from: number, to: number): { readonly from: number; readonly text: string };
}

/** A text that is shown as it is. */
export function plainText(text: string): ShownText {
  return { text, window: (from, to) => ({ from, text: text.slice(from, to) }) };
}

/** A place: in the text that is shown, and in that in which it was found. */
interface Place extends TextRange {
  readonly folded?: TextRange;
}

/** The lines of places in a text with LF line ends, cut around them; `places` in order. */
export function matchesOf(shownText: ShownText, places: readonly Place[]): readonly SearchMatch[] {
  const { text, lineMarks } = shownText;
  let line = 1;
  let lineFrom = 0;
  let next = text.indexOf('\n');
  return places.map((place) => {
    const { from, to } = place;
    const found = place.folded ?? place;
    const marked = lineMarks && markedLineBefore(lineMarks, found.from);
    if (marked && marked.from > lineFrom) {
      ({ line, from: lineFrom } = marked);
      next = text.indexOf('\n', lineFrom);
    }
    while (next !== -1 && next < found.from) {
      line += 1;
      lineFrom = next + 1;
      next = text.indexOf('\n', lineFrom);
    }
    const lineTo = next === -1 ? text.length : next;
    const beforeFrom = whole(text, Math.max(lineFrom, found.from - shown.before));
    const hitTo = Math.min(found.to, lineTo, whole(text, found.from + shown.hit));
    const afterTo = Math.min(lineTo, whole(text, hitTo + shown.after));
    const isWhole = hitTo === found.to;
    const around = shownText.window(beforeFrom, afterTo);
    const before = around.text.slice(0, from - around.from);
    if (!isWhole) {
      const hit = around.text.slice(from - around.from, from - around.from + hitTo - found.from);
      return {
        from,
        to,
        line,
        before: lead(before, beforeFrom > lineFrom),
        hit: `${hit}…`,
        after: '',
      };
    }
    const after = around.text.slice(to - around.from);
    return {
      ...{ from, to, line },
      before: lead(before, beforeFrom > lineFrom),
      hit: around.text.slice(from - around.from, to - around.from),
      after: afterTo < lineTo ? `${after}…` : after,
    };
  });
}

function lead(before: string, isCut: boolean): string {
  return isCut ? `…${before}` : before.trimStart();
}
