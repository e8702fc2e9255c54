import { type FoldedText, foldText, originalRange } from './folded-text.ts';
import { findLineMarks, type LineMarks } from './line-marks.ts';
import { createPairFilter, type PairFilter } from './pair-filter.ts';
import type { ShownText } from './search-excerpts.ts';

/** A folded text from which the text itself can be had back, in little more memory than one of them. */
export interface KeptText extends FoldedText {
  /**
   * Where units differ from the text by the same number, as with a word in katakana: three numbers a
   * run, the units since the run before, its length, and what to add (modulo 65,536).
   */
  readonly runs: Uint16Array;
  /** The characters of `shifts` as they are in the text, one after the other. */
  readonly shifted: string;
  /** Pairs of units of the folded text. */
  readonly pairs: PairFilter;
  readonly lineMarks: LineMarks;
}

/** What folder search does not tell apart in the texts that it keeps. */
export const keptIgnored = { case: true, kana: true } as const;

const most = 0xffff;

/** Folds a text for keeping. */
export function keepText(text: string): KeptText {
  const { folded, shifts } = foldText(text, keptIgnored);
  const runs: number[] = [];
  let shifted = '';
  let [runFrom, runTo, runDelta, lastTo] = [0, 0, 0, 0];
  const endRun = (): void => {
    if (runTo === runFrom) return;
    for (; runFrom - lastTo > most; lastTo += most) runs.push(most, 0, 0);
    runs.push(runFrom - lastTo, runTo - runFrom, runDelta);
    lastTo = runTo;
    runFrom = runTo;
  };
  /** Takes in units that stand for one unit each; the text's begin `shift` units further on. */
  const compare = (from: number, to: number, shift: number): void => {
    for (let i = from; i < to; i += 1) {
      const delta = (text.charCodeAt(i + shift) - folded.charCodeAt(i)) & most;
      if (delta === runDelta && i === runTo && delta !== 0 && runTo - runFrom < most) runTo += 1;
      else if (delta !== 0) {
        endRun();
        [runFrom, runTo, runDelta] = [i, i + 1, delta];
      }
    }
  };
  let [at, shift] = [0, 0];
  for (let i = 0; shifts && i < shifts.length; i += 4) {
    const [from = 0, length = 0, start = 0, startLength = 0] = shifts.subarray(i, i + 4);
    compare(at, from, shift);
    shifted += text.slice(start, start + startLength);
    at = from + length;
    shift = start + startLength - at;
  }
  compare(at, folded.length, shift);
  endRun();
  const pairs = createPairFilter(folded);
  const lineMarks = findLineMarks(folded);
  return { folded, shifts, runs: Uint16Array.from(runs), shifted, pairs, lineMarks };
}

/** Gives ranges of the text that was kept, by offsets of the folded text; a character is never cut. */
type Restore = (from: number, to: number) => string;

/** Reads a kept text; fastest where each range begins no earlier than the one before. */
export function createRestore({ folded, shifts, runs, shifted }: KeptText): Restore {
  // The first run and the first shift that do not end before the range asked for last.
  let [run, runFrom] = [0, 0];
  let [shift, taken] = [0, 0];
  let last = 0;
  const shiftAt = (index: number): readonly [from: number, to: number, length: number] => {
    const from = shifts?.[index] ?? Infinity;
    return [from, from + (shifts?.[index + 1] ?? 0), shifts?.[index + 3] ?? 0];
  };

  /** Units that stand for one unit each. */
  function units(from: number, to: number): string {
    let text = '';
    let done = from;
    for (let [i, at] = [run, runFrom]; i < runs.length; i += 3) {
      const start = at + (runs[i] ?? 0);
      if (start >= to) break;
      at = start + (runs[i + 1] ?? 0);
      if (at <= done) continue;
      const delta = runs[i + 2] ?? 0;
      const end = Math.min(at, to);
      const begin = Math.max(start, from);
      if (begin > done) text += folded.slice(done, begin);
      // Units wrap at 65,536 by themselves.
      for (let j = begin; j < end; j += 1) {
        text += String.fromCharCode(folded.charCodeAt(j) + delta);
      }
      done = end;
    }
    return done === from ? folded.slice(from, to) : text + folded.slice(done, to);
  }

  return (from, to) => {
    if (from < last) [run, runFrom, shift, taken] = [0, 0, 0, 0];
    last = from;
    while (run < runs.length) {
      const end = runFrom + (runs[run] ?? 0) + (runs[run + 1] ?? 0);
      if (end > from) break;
      runFrom = end;
      run += 3;
    }
    while (shifts && shift < shifts.length && shiftAt(shift)[1] <= from) {
      taken += shiftAt(shift)[2];
      shift += 4;
    }
    if (shiftAt(shift)[0] >= to) return units(from, to);
    let text = '';
    let at = from;
    let start = taken;
    for (let i = shift; at < to; i += 4) {
      const [shiftFrom, shiftTo, length] = shiftAt(i);
      if (at < shiftFrom) text += units(at, Math.min(to, shiftFrom));
      if (shiftFrom >= to) break;
      text += shifted.slice(start, start + length);
      start += length;
      at = shiftTo;
    }
    return text;
  };
}

/** The text that was kept. */
export function restoreText(kept: KeptText): string {
  return createRestore(kept)(0, kept.folded.length);
}

/** A kept text whose lines are shown as they were before folding. */
export function keptTextShown(kept: KeptText): ShownText {
  const restore = createRestore(kept);
  return {
    text: kept.folded,
    lineMarks: kept.lineMarks,
    window: (from, to) => ({ from: originalRange(kept, from, to).from, text: restore(from, to) }),
  };
}
