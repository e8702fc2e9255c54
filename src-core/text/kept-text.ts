import { type FoldedText, foldText, stringOf } from './folded-text.ts';

/** A folded text from which the text itself can be had back, in little more memory than one of them. */
export interface KeptText extends FoldedText {
  /**
   * Where units differ from the text by the same number, as with a word in katakana: three numbers a
   * run, the units since the run before, its length, and what to add (modulo 65,536).
   */
  readonly runs: Uint16Array;
  /** The characters of `shifts` as they are in the text, one after the other. */
  readonly shifted: string;
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
  return { folded, shifts, runs: Uint16Array.from(runs), shifted };
}

/** The text that was kept. */
export function restoreText({ folded, shifts, runs, shifted }: KeptText): string {
  const units = new Uint16Array(folded.length);
  for (let i = 0; i < folded.length; i += 1) units[i] = folded.charCodeAt(i);
  let at = 0;
  for (let i = 0; i < runs.length; i += 3) {
    at += runs[i] ?? 0;
    const end = at + (runs[i + 1] ?? 0);
    const delta = runs[i + 2] ?? 0;
    // Units wrap at 65,536 by themselves.
    for (; at < end; at += 1) units[at] = (units[at] ?? 0) + delta;
  }
  if (!shifts) return stringOf(units);
  const parts: string[] = [];
  let [from, taken] = [0, 0];
  for (let i = 0; i < shifts.length; i += 4) {
    const [shiftFrom = 0, length = 0, , startLength = 0] = shifts.subarray(i, i + 4);
    parts.push(stringOf(units.subarray(from, shiftFrom)));
    parts.push(shifted.slice(taken, taken + startLength));
    from = shiftFrom + length;
    taken += startLength;
  }
  parts.push(stringOf(units.subarray(from)));
  return parts.join('');
}
