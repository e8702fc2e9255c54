import { compareLines, splitLines } from '../export/line-counts.ts';
import { compareWords, type Word } from '../text/compare-words.ts';

/** One line of the comparison, with its numbers (from 1) in the old and the new file. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed';
  readonly oldNumber?: number;
  readonly newNumber?: number;
  readonly words: readonly Word[];
  /** Nothing but the way the line ends is different. */
  readonly endOnly?: true;
}

/** Lines shown one after another, or a part that stays the same and is folded away. */
export type DiffPart =
  | { readonly type: 'lines'; readonly lines: readonly DiffLine[] }
  | {
      readonly type: 'same';
      /** Numbers (from 1) in the new file, both included. */
      readonly from: number;
      readonly to: number;
      readonly lines: readonly DiffLine[];
    };

/** A comparison of two bodies. */
export interface BodyDiff {
  readonly parts: readonly DiffPart[];
  /** How many places are different. */
  readonly places: number;
}

const context = 3;
// A fold that hides fewer lines than it takes itself helps nobody.
const smallestFold = 4;

const lineText = (line: string): string => line.replace(/[\r\n]+$/, '');
const whole = (line: string): readonly Word[] => [{ text: lineText(line), changed: true }];

/** Compares two texts line by line; `first` is the number of their first line in each file. */
export function diffBody(
  before: string,
  after: string,
  first: { readonly before: number; readonly after: number } = { before: 1, after: 1 },
): BodyDiff {
  const runs = compareLines(splitLines(before), splitLines(after));
  let oldNumber = first.before;
  let newNumber = first.after;
  let places = 0;
  const lines: DiffLine[] = [];
  for (const [index, run] of runs.entries()) {
    if (run.kind === 'same') {
      for (const line of run.lines) {
        const words = [{ text: lineText(line), changed: false }];
        lines.push({ kind: 'same', oldNumber, newNumber, words });
        oldNumber += 1;
        newNumber += 1;
      }
      continue;
    }
    const previous = runs[index - 1];
    const pairs = run.kind === 'removed' ? runs[index + 1] : previous;
    const partner = pairs && pairs.kind !== 'same' ? pairs.lines : [];
    if (previous === undefined || previous.kind === 'same') places += 1;
    for (const [at, line] of run.lines.entries()) {
      const other = partner[at];
      if (run.kind === 'removed') {
        lines.push({ kind: 'removed', oldNumber, ...wordsOf(line, other, 'before') });
        oldNumber += 1;
      } else {
        lines.push({ kind: 'added', newNumber, ...wordsOf(line, other, 'after') });
        newNumber += 1;
      }
    }
  }
  return { parts: foldSame(lines), places };
}

function wordsOf(
  line: string,
  other: string | undefined,
  side: 'before' | 'after',
): Pick<DiffLine, 'words' | 'endOnly'> {
  if (other === undefined) return { words: whole(line) };
  const own = lineText(line);
  const theirs = lineText(other);
  if (own === theirs) return { words: [{ text: own, changed: false }], endOnly: true };
  const compared = side === 'before' ? compareWords(own, theirs) : compareWords(theirs, own);
  return { words: compared[side] };
}

function foldSame(lines: readonly DiffLine[]): readonly DiffPart[] {
  const isNear = lines.map(() => false);
  for (const [index, line] of lines.entries()) {
    if (line.kind === 'same') continue;
    const end = Math.min(lines.length - 1, index + context);
    for (let at = Math.max(0, index - context); at <= end; at += 1) isNear[at] = true;
  }
  const parts: DiffPart[] = [];
  for (let from = 0; from < lines.length;) {
    let to = from;
    while (to < lines.length && isNear[to] === isNear[from]) to += 1;
    const part = lines.slice(from, to);
    const start = part[0]?.newNumber ?? 0;
    const last = parts.at(-1);
    if (isNear[from] !== true && part.length >= smallestFold) {
      parts.push({ type: 'same', from: start, to: start + part.length - 1, lines: part });
    } else if (last?.type === 'lines') {
      parts[parts.length - 1] = { type: 'lines', lines: [...last.lines, ...part] };
    } else parts.push({ type: 'lines', lines: part });
    from = to;
  }
  return parts;
}
