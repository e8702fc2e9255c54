import { InlineContext, type MarkdownConfig } from '@lezer/markdown';
import {
  classifyCharacter,
  classifyPrecedingCharacter,
  isCjk,
  isCjkOrIvs,
  isNonCjkPunctuation,
  isSpaceOrPunctuation,
  isUnicodeWhitespace,
} from 'micromark-extension-cjk-friendly-util';
import type { Flavour } from '#core/catalog/workspace-config';

const asterisk = 42;
const underscore = 95;
const tilde = 126;

// Two kinds of delimiter, since `~` closes only `~` and `~~` only `~~`.
const tildes = [
  { resolve: 'Strikethrough', mark: 'StrikethroughMark' },
  { resolve: 'Strikethrough', mark: 'StrikethroughMark' },
] as const;

type Group = ReturnType<typeof classifyCharacter>;

/** What stands on a side of a run of marks. */
interface Side {
  /** Group of micromark; before a variation selector, that of the character that it varies. */
  readonly group: Group;
  /** The selector itself where there is one. */
  readonly own: Group;
  /** The character, -1 at the edge of the text. */
  readonly character: number;
}

/** NUL is read as U+FFFD, as Markdown says; the start and the end of a text are `null`. */
function codeAt(cx: InlineContext, position: number): number | null {
  if (position < cx.offset || position >= cx.end) return null;
  return cx.char(position) || 0xff_fd;
}

/** The code point that ends before a position. */
function codeBefore(cx: InlineContext, position: number): number | null {
  const unit = codeAt(cx, position - 1);
  if (unit === null || unit < 0xdc_00 || unit > 0xdf_ff) return unit;
  return cx.slice(Math.max(cx.offset, position - 2), position).codePointAt(0) ?? unit;
}

/** CommonMark as micromark reads it: by UTF-16 unit, letters of all languages alike. */
function strictSides(cx: InlineContext, from: number, to: number): [Side, Side] {
  const side = (code: number | null): Side => {
    const group = (classifyCharacter(code) & 3) as Group;
    return { group, own: group, character: code ?? -1 };
  };
  return [side(codeAt(cx, from - 1)), side(codeAt(cx, to))];
}

/** The CJK-friendly amendment: by code point, with the character before a variation selector. */
function cjkSides(cx: InlineContext, from: number, to: number): [Side, Side] {
  const before = codeBefore(cx, from);
  const own = classifyCharacter(before);
  const earlier = () => codeBefore(cx, from - (before !== null && before > 0xff_ff ? 2 : 1));
  const group = classifyPrecedingCharacter(own, earlier, before);
  const unit = codeAt(cx, to);
  const high = unit !== null && unit >= 0xd8_00 && unit <= 0xdb_ff;
  const after = high ? (cx.slice(to, to + 2).codePointAt(0) ?? unit) : unit;
  const groupAfter = classifyCharacter(after);
  return [
    { group, own, character: before ?? -1 },
    { group: groupAfter, own: groupAfter, character: unit ?? -1 },
  ];
}

/** Whether a run may open and close, by the groups on its two sides. */
function flanking(before: Side, after: Side, loose: (code: number) => boolean): [boolean, boolean] {
  const punctuationBefore = isNonCjkPunctuation(before.group);
  const punctuationAfter = isNonCjkPunctuation(after.group);
  const edgeBefore = punctuationBefore || isUnicodeWhitespace(before.group);
  const edgeAfter = punctuationAfter || isUnicodeWhitespace(after.group);
  return [
    !edgeAfter ||
      (punctuationAfter && (edgeBefore || isCjkOrIvs(before.group))) ||
      loose(after.character),
    !edgeBefore ||
      (punctuationBefore && (edgeAfter || isCjk(after.group))) ||
      loose(before.character),
  ];
}

/** Whether the tilde before a position was escaped, and so is no part of a run. */
function isEscaped(cx: InlineContext, position: number): boolean {
  let slashes = 0;
  while (cx.char(position - 1 - slashes) === 92 && position - slashes > cx.offset) slashes += 1;
  return slashes % 2 === 1;
}

/**
 * Emphasis and strikethrough of a flavour for the editor's colours, by the rule that the preview's
 * parser goes by (remark, with remark-cjk-friendly for `gfm-cjk`), so that the two always agree.
 */
export function emphasisParser(flavour: Flavour): MarkdownConfig {
  const sides = flavour === 'gfm-cjk' ? cjkSides : strictSides;
  // micromark lets a mark of another kind beside a run open and close it.
  const loose = (code: number): boolean => code === tilde && flavour !== 'commonmark';
  const never = (): boolean => false;
  const emphasis: NonNullable<MarkdownConfig['parseInline']>[number] = {
    name: 'Emphasis',
    parse(cx, next, from) {
      if (next !== asterisk && next !== underscore) return -1;
      let to = from + 1;
      while (cx.char(to) === next) to += 1;
      const [before, after] = sides(cx, from, to);
      const [open, close] = flanking(before, after, loose);
      if (next === asterisk) {
        return cx.addDelimiter(InlineContext.emphasisAsterisk, from, to, open, close);
      }
      const opens = open && (isSpaceOrPunctuation(before.group) || !close);
      const closes = close && (isSpaceOrPunctuation(after.group) || !open);
      return cx.addDelimiter(InlineContext.emphasisUnderscore, from, to, opens, closes);
    },
  };
  if (flavour === 'commonmark') return { parseInline: [emphasis] };
  return {
    parseInline: [
      emphasis,
      {
        name: 'Strikethrough',
        parse(cx, next, from) {
          if (next !== tilde) return -1;
          let to = from + 1;
          while (cx.char(to) === tilde) to += 1;
          if (codeAt(cx, from - 1) === tilde && !isEscaped(cx, from - 1)) return -1;
          const type = tildes[to - from - 1];
          // Three and more are text.
          if (!type) return to;
          const [before, after] = sides(cx, from, to);
          const [open, close] = flanking(before, after, never);
          // Past a selector the extension looks in one of the two places only.
          const closes =
            close && (before.own === before.group || !isNonCjkPunctuation(before.group));
          return cx.addDelimiter(type, from, to, open, closes);
        },
      },
    ],
    // `~a~` is struck through here, and `^a^` and `:a:` are text: no site reads them otherwise.
    remove: ['Subscript', 'Superscript', 'Emoji'],
  };
}
