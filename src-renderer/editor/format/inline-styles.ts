import { GFM, parser as markdownParser } from '@lezer/markdown';
import type { Tree } from '@lezer/common';
import { emphasisParser } from '../emphasis-parser.ts';

/** One way to mark words; the value is its bit in `InlineStyles`. */
export const styleBits = { strong: 1, emphasis: 2, strike: 4, code: 8 } as const;

/** Name of a way to mark words. */
export type InlineStyle = keyof typeof styleBits;

/** Name of the syntax node of each style. */
const styleNodes = {
  strong: 'StrongEmphasis',
  emphasis: 'Emphasis',
  strike: 'Strikethrough',
  code: 'InlineCode',
} as const satisfies Record<InlineStyle, string>;

const bitOfNode: Readonly<Record<string, number>> = {
  StrongEmphasis: styleBits.strong,
  Emphasis: styleBits.emphasis,
  Strikethrough: styleBits.strike,
  InlineCode: styleBits.code,
  Link: 16,
  Image: 32,
};

const markNodes: ReadonlySet<string> = new Set(['EmphasisMark', 'StrikethroughMark', 'CodeMark']);

/** A marked stretch, marks included. */
export interface StyledSpan {
  readonly from: number;
  readonly to: number;
  /** Length of the mark on each side, in UTF-16 units; of code, the blank that keeps it off a backtick is part of it. */
  readonly markLength: number;
}

/** Who reads a text: strict CommonMark, or a site that closes marks beside Japanese punctuation too. */
export type Reader = 'strict' | 'cjk';

/** How the words of one block are read. */
export interface InlineStyles {
  /** 1 for each character that is part of a mark and not shown. */
  readonly isMark: Uint8Array;
  /** The styles of each character. */
  readonly bits: Uint8Array;
  readonly tree: Tree;
}

// Whatever a line begins with, it is words here: the blocks were told apart before.
const wordsParser = markdownParser.configure([
  GFM,
  {
    remove: [
      'LinkReference',
      'IndentedCode',
      'FencedCode',
      'Blockquote',
      'HorizontalRule',
      'BulletList',
      'OrderedList',
      'ATXHeading',
      'HTMLBlock',
      'SetextHeading',
      'Table',
      'TaskList',
    ],
  },
]);

const parsers = {
  strict: wordsParser.configure(emphasisParser('gfm')),
  cjk: wordsParser.configure(emphasisParser('gfm-cjk')),
} as const satisfies Record<Reader, unknown>;

/** Code that begins and ends with a blank is shown without these two. */
function hasPadding(code: string): boolean {
  return code.startsWith(' ') && code.endsWith(' ') && code.trim() !== '';
}

/** Reads the words of one block, without the marks that make it a heading, an item or a quote. */
export function readStyles(text: string, reader: Reader = 'strict'): InlineStyles {
  const tree = parsers[reader].parse(text);
  const isMark = new Uint8Array(text.length);
  const bits = new Uint8Array(text.length);
  tree.iterate({
    enter({ name, from, to }) {
      if (markNodes.has(name)) isMark.fill(1, from, to);
      const bit = bitOfNode[name];
      if (bit === undefined) return;
      for (let at = from; at < to; at += 1) bits[at] = (bits[at] ?? 0) | bit;
      if (name !== 'InlineCode') return;
      const mark = /^`*/.exec(text.slice(from, to))?.[0].length ?? 0;
      if (!hasPadding(text.slice(from + mark, to - mark))) return;
      isMark[from + mark] = 1;
      isMark[to - mark - 1] = 1;
    },
  });
  return { isMark, bits, tree };
}

/** All stretches of one style, in the order of the text. */
export function spansOf({ tree, isMark }: InlineStyles, style: InlineStyle): readonly StyledSpan[] {
  const spans: StyledSpan[] = [];
  tree.iterate({
    enter({ name, from, to, node }) {
      if (name !== styleNodes[style]) return;
      const mark = node.firstChild;
      const length = mark ? mark.to - mark.from : 0;
      const padding = style === 'code' && isMark[from + length] === 1 ? 1 : 0;
      spans.push({ from, to, markLength: length + padding });
    },
  });
  return spans;
}

/**
 * What a reader sees: the shown characters, and the styles of each. Two texts with equal looks differ
 * in nothing but where their marks stand.
 */
export function looksOf(text: string, { isMark, bits }: Omit<InlineStyles, 'tree'>): string {
  let shown = '';
  let styles = '';
  for (let at = 0; at < text.length; at += 1) {
    if (isMark[at] === 1) continue;
    shown += text.charAt(at);
    styles += String.fromCharCode(bits[at] ?? 0);
  }
  return `${shown}\n${styles}`;
}
