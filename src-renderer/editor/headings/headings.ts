import { type EditorState, StateField, type Transaction } from '@codemirror/state';
import type { ChangeDesc } from '@codemirror/state';
import { type PartialParse, type Tree, TreeFragment } from '@lezer/common';
import { parser, Table } from '@lezer/markdown';
import { headField } from '../head-field.ts';

/** A heading of the body that stands in no list, quotation, code or HTML; UTF-16 offsets of the whole text. */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Beginning of its first line. */
  readonly from: number;
  /** End of its last line, without the break. */
  readonly to: number;
  /** Where its words begin, behind the `#` marks. */
  readonly textFrom: number;
  /** Its words as written, with their marks. */
  readonly text: string;
  /** End of what stands under it up to the next heading of any level, without the rules and blank lines at the end. */
  readonly contentTo: number;
}

// Blocks are all that headings need: without the marks inside lines the parser takes a third of the time.
const blocks = parser.configure([
  Table,
  {
    remove: [
      ...['Escape', 'Entity', 'InlineCode', 'HTMLTag', 'Emphasis', 'HardBreak'],
      ...['Link', 'Image', 'LinkEnd'],
    ],
  },
]);

/** A body that was read; its tree's offsets are those of the body. */
interface ReadBody {
  readonly tree: Tree;
  readonly bodyFrom: number;
  readonly headings: readonly Heading[];
}

// After so many changes nobody has asked for the headings: reading anew then costs less than following on.
const MOST_FOLLOWED = 2000;

/** What is known of the headings of one text. Filled when somebody asks, so that keys cost nothing. */
class KnownHeadings {
  body: ReadBody | undefined;
  /** The reading that goes on. */
  parse: PartialParse | undefined;
  /** A text read before, and what has changed since. */
  readonly before: ReadBody | undefined;
  readonly changes: ChangeDesc | undefined;
  readonly followed: number;

  constructor(before?: ReadBody, changes?: ChangeDesc, followed = 0) {
    this.before = before;
    this.changes = changes;
    this.followed = followed;
  }

  follow({ changes }: Transaction): KnownHeadings {
    const { desc } = changes;
    if (this.body) return new KnownHeadings(this.body, desc, 1);
    if (!this.before || !this.changes || this.followed >= MOST_FOLLOWED) return new KnownHeadings();
    return new KnownHeadings(this.before, this.changes.composeDesc(desc), this.followed + 1);
  }
}

/** Lets `headingsOf` read each text once, and go on from it after a change. */
export const knownHeadings = StateField.define<KnownHeadings>({
  create: () => new KnownHeadings(),
  update: (known, transaction) => (transaction.docChanged ? known.follow(transaction) : known),
});

/** The parts of the old tree that still hold, in offsets of the new body. */
function fragmentsOf(
  { before, changes }: KnownHeadings,
  bodyFrom: number,
): readonly TreeFragment[] {
  if (!before || !changes || changes.mapPos(before.bodyFrom) !== bodyFrom) return [];
  const ranges: { fromA: number; toA: number; fromB: number; toB: number }[] = [];
  let crosses = false;
  changes.iterChangedRanges((fromA, toA, fromB, toB) => {
    if (toA < before.bodyFrom && toB < bodyFrom) return;
    if (fromA < before.bodyFrom || fromB < bodyFrom) crosses = true;
    ranges.push({
      fromA: fromA - before.bodyFrom,
      toA: toA - before.bodyFrom,
      fromB: fromB - bodyFrom,
      toB: toB - bodyFrom,
    });
  });
  return crosses ? [] : TreeFragment.applyChanges(TreeFragment.addTree(before.tree), ranges);
}

function wordsOf(lines: string, isAtx: boolean): { readonly start: number; readonly text: string } {
  const start = isAtx ? (/^ {0,3}#{1,6}[ \t]*/.exec(lines)?.[0].length ?? 0) : lines.search(/\S/);
  if (isAtx)
    return {
      start,
      text: lines
        .slice(start)
        .replace(/(?:^|[ \t]+)#*[ \t]*$/, '')
        .trimEnd(),
    };
  const underline = lines.lastIndexOf('\n');
  const words = underline === -1 ? lines : lines.slice(0, underline);
  return {
    start,
    text: words
      .slice(start)
      .replaceAll(/[ \t]*\n[ \t]*/g, ' ')
      .trimEnd(),
  };
}

function collect(state: EditorState, tree: Tree, bodyFrom: number): readonly Heading[] {
  const { doc } = state;
  const headings: { -readonly [Key in keyof Heading]: Heading[Key] }[] = [];
  const cursor = tree.cursor();
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) {
    const match = /^(ATX|Setext)Heading(\d)$/.exec(cursor.name);
    // A block may end with the break of its last line.
    const end = doc.lineAt(bodyFrom + Math.max(cursor.from, cursor.to - 1)).to;
    if (match) {
      const { from } = doc.lineAt(bodyFrom + cursor.from);
      const { start, text } = wordsOf(doc.sliceString(from, end), match[1] === 'ATX');
      const textFrom = Math.min(from + start, end);
      headings.push({ level: Number(match[2]), from, to: end, textFrom, text, contentTo: end });
    } else if (cursor.name !== 'HorizontalRule') {
      const last = headings.at(-1);
      if (last) last.contentTo = end;
    }
  }
  return headings;
}

/**
 * The headings of a guide's body in order, read on from what is known for at most `budgetMs`
 * milliseconds; `undefined` where that was too little: ask again in a later task.
 */
export function readHeadings(state: EditorState, budgetMs: number): readonly Heading[] | undefined {
  const known = state.field(knownHeadings);
  if (known.body) return known.body.headings;
  const { bodyFrom } = state.field(headField);
  known.parse ??= blocks.startParse(state.sliceDoc(bodyFrom), fragmentsOf(known, bodyFrom));
  const until = performance.now() + budgetMs;
  for (let steps = 1; ; steps += 1) {
    const tree = known.parse.advance();
    if (tree) {
      known.parse = undefined;
      known.body = { tree, bodyFrom, headings: collect(state, tree, bodyFrom) };
      return known.body.headings;
    }
    if (steps % 64 === 0 && performance.now() > until) return undefined;
  }
}

/**
 * The headings of a guide's body in order, read at once: a text of 1 MB takes some 30 ms the first time
 * and a few after an edit. For what the author asks for, never for a key; see `readHeadings`.
 */
export function headingsOf(state: EditorState): readonly Heading[] {
  return readHeadings(state, Infinity) ?? [];
}
