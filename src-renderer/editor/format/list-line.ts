import type { EditorState, Line } from '@codemirror/state';
import { isInDetails, isVerbatim, treeTo } from './format-command.ts';

/** Kind of a list; the items of a task list are bullets with a box. */
export type ListKind = 'bullet' | 'ordered' | 'task';

/** The first line of an item, cut into its parts; lengths in UTF-16 units. */
export interface ListLine {
  readonly kind: ListKind;
  /** Indent and quote marks before the marker. */
  readonly prefix: string;
  /** `*`, `-`, `+` or a number with its `.` or `)`. */
  readonly mark: string;
  /** Blanks between the marker and what follows. */
  readonly gap: string;
  /** `[ ] ` with its blanks; empty where there is none. */
  readonly box: string;
}

const pattern = /^((?:[ \t]*>)*[ \t]*)([-*+]|\d{1,9}[.)])([ \t]+|$)(\[[ xX]\](?:[ \t]+|$))?/;

/** A line as the first of an item; `undefined` where it is none. A rule such as `* * *` looks like one. */
export function readListLine(text: string): ListLine | undefined {
  const found = pattern.exec(text);
  if (!found || /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)) return undefined;
  const [, prefix = '', mark = '', gap = '', box = ''] = found;
  const kind = /\d/.test(mark) ? 'ordered' : box === '' ? 'bullet' : 'task';
  return { kind, prefix, mark, gap, box };
}

/** The number of an ordered item; `undefined` for a bullet. */
export function numberOf({ mark }: ListLine): number | undefined {
  const digits = /^\d+/.exec(mark)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** How a document writes the markers of a list. */
export interface MarkerStyle {
  /** `*`, `-` or `+`; of a numbered list what follows the number. */
  readonly sign: string;
  readonly gap: string;
}

const guideStyle = {
  bullet: { sign: '*', gap: '   ' },
  ordered: { sign: '.', gap: ' ' },
} as const;

function styleOf(line: ListLine): MarkerStyle {
  return { sign: line.mark.replace(/^\d+/, ''), gap: line.gap };
}

/** How the list nearest to a line is written, above or below it; that of the guide format where there is none. */
export function markerStyle(state: EditorState, near: Line, kind: ListKind): MarkerStyle {
  const { doc } = state;
  const isOrdered = kind === 'ordered';
  const read = (number: number): MarkerStyle | undefined => {
    if (number < 1 || number > doc.lines) return undefined;
    const line = doc.line(number);
    const item = readListLine(line.text);
    if (!item || item.gap === '' || (item.kind === 'ordered') !== isOrdered) return undefined;
    if (isInDetails(state, line.from)) return undefined;
    return isVerbatim(treeTo(state, line.to), line.from + item.prefix.length)
      ? undefined
      : styleOf(item);
  };
  const furthest = Math.max(near.number, doc.lines - near.number);
  for (let distance = 1; distance <= furthest; distance += 1) {
    const style = read(near.number - distance) ?? read(near.number + distance);
    if (style) return style;
  }
  return isOrdered ? guideStyle.ordered : guideStyle.bullet;
}
