import type { TextEdit } from '#core/document/text-edit';
import { applyEdits } from '#core/document/text-edit';
import { emphasisPlaces, type TextRange, withoutBlanks } from '#core/lint/emphasis-place';
import {
  type InlineStyle,
  type InlineStyles,
  looksOf,
  type Reader,
  readStyles,
  spansOf,
  styleBits,
  type StyledSpan,
} from './inline-styles.ts';

const marks = { strong: '**', emphasis: '*', strike: '~~' } as const;

const isLetter = (char: string): boolean => !/[\s\p{P}\p{S}]/u.test(char);

const isSurrogate = (text: string, at: number): boolean => /[\ud800-\udfff]/.test(text.charAt(at));

/** A text without the marks of some stretches, and where each of its characters came from. */
interface Unmarked {
  readonly text: string;
  readonly origins: readonly number[];
  readonly spans: readonly StyledSpan[];
  readonly removed: readonly TextEdit[];
}

function unmark(text: string, spans: readonly StyledSpan[]): Unmarked {
  const removed = spans
    .flatMap(({ from, to, markLength }) => [
      { from, to: from + markLength, insert: '' },
      { from: to - markLength, to, insert: '' },
    ])
    .sort((a, b) => a.from - b.from);
  const origins: number[] = [];
  let next = 0;
  for (let at = 0; at < text.length; at += 1) {
    while ((removed[next]?.to ?? Infinity) <= at) next += 1;
    if (at < (removed[next]?.from ?? Infinity)) origins.push(at);
  }
  return { text: applyEdits(text, removed), origins, spans, removed };
}

/** Where an offset of the text as it was is in the unmarked one. */
function toUnmarked({ origins }: Unmarked, at: number): number {
  const index = origins.findIndex((origin) => origin >= at);
  return index < 0 ? origins.length : index;
}

function codeMarks(code: string): { open: string; close: string } {
  const longest = Math.max(0, ...Array.from(code.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const padding = /^`|`$|^ .* $/s.test(code) ? ' ' : '';
  return { open: fence + padding, close: padding + fence };
}

function marksFor(style: InlineStyle, words: string): { open: string; close: string } {
  if (style === 'code') return codeMarks(words);
  return { open: marks[style], close: marks[style] };
}

/** The edits that mark some places of the unmarked text, in terms of the text as it was. */
function editsFor(
  style: InlineStyle,
  unmarked: Unmarked,
  places: readonly TextRange[],
): TextEdit[] {
  const { text, origins, removed } = unmarked;
  const added = places.flatMap(({ from, to }) => {
    const { open, close } = marksFor(style, text.slice(from, to));
    const start = origins[from] ?? 0;
    const end = (origins[to - 1] ?? 0) + 1;
    return [
      { from: start, to: start, insert: open },
      { from: end, to: end, insert: close },
    ];
  });
  return [...removed, ...added].sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Takes out what removes a mark and puts the same one back beside it. */
function withoutIdle(text: string, edits: readonly TextEdit[]): TextEdit[] {
  const kept = [...edits];
  for (let index = 0; index + 1 < kept.length; index += 1) {
    const pair = [kept[index]!, kept[index + 1]!] as const;
    const removal = pair.find(({ insert }) => insert === '');
    const addition = pair.find(({ from, to }) => from === to);
    if (!removal || !addition || text.slice(removal.from, removal.to) !== addition.insert) continue;
    if (addition.from !== removal.from && addition.from !== removal.to) continue;
    kept.splice(index, 2);
    index -= 1;
  }
  return kept;
}

/** What a reader should see: as before, but for one style that only `places` of the unmarked text have. */
function looksWith(
  style: InlineStyle,
  before: InlineStyles,
  unmarked: Unmarked,
  places: readonly TextRange[],
): string {
  const isMark = Uint8Array.from(unmarked.origins, (origin) => before.isMark[origin] ?? 0);
  const bits = Uint8Array.from(unmarked.origins, (origin) => before.bits[origin] ?? 0);
  const bit = styleBits[style];
  for (const { from, to } of unmarkedInner(unmarked)) {
    for (let at = from; at < to; at += 1) bits[at] = (bits[at] ?? 0) & ~bit;
  }
  for (const { from, to } of places) {
    // Code is shown as it is written: of the marks in it, only those around all of it count.
    let common = 255;
    for (let at = from; at < to; at += 1) common &= bits[at] ?? 0;
    for (let at = from; at < to; at += 1) {
      bits[at] = (style === 'code' ? common : (bits[at] ?? 0)) | bit;
      if (style === 'code') isMark[at] = 0;
    }
  }
  return looksOf(unmarked.text, { isMark, bits });
}

/** The stretches that have lost their marks, in terms of the unmarked text. */
function unmarkedInner(unmarked: Unmarked): readonly TextRange[] {
  return unmarked.spans.map(({ from, to, markLength }) => ({
    from: toUnmarked(unmarked, from + markLength),
    to: toUnmarked(unmarked, to - markLength),
  }));
}

/** A text before a change, as one of its readers sees it. */
interface Source {
  readonly text: string;
  readonly reader: Reader;
  readonly styles: InlineStyles;
}

function attempt(
  style: InlineStyle,
  { text, reader, styles }: Source,
  unmarked: Unmarked,
  places: readonly TextRange[],
): readonly TextEdit[] | undefined {
  const edits = editsFor(style, unmarked, places);
  const after = applyEdits(text, edits);
  const read = readStyles(after, reader);
  if (looksOf(after, read) !== looksWith(style, styles, unmarked, places)) return undefined;
  return withoutIdle(text, edits);
}

function placesFor(style: InlineStyle, text: string, wish: TextRange): readonly TextRange[] {
  if (style !== 'code') return emphasisPlaces(text, wish);
  const whole = withoutBlanks(text, wish);
  return whole.to > whole.from ? [whole] : [];
}

/** Whether all letters of a stretch have a style; signs and blanks count only where there is nothing else. */
function hasStyle(
  text: string,
  { isMark, bits }: InlineStyles,
  style: InlineStyle,
  { from, to }: TextRange,
): boolean {
  const shown: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (isMark[at] !== 1 && text.charAt(at).trim() !== '') shown.push(at);
  }
  // Half of an emoji is no letter, though it is no sign by itself either.
  const letters = shown.filter((at) => isLetter(text.charAt(at)) && !isSurrogate(text, at));
  const has = (at: number): boolean => ((bits[at] ?? 0) & styleBits[style]) !== 0;
  return letters.length > 0 ? letters.every(has) : shown.some(has);
}

function addAsRead(
  source: Source,
  style: InlineStyle,
  wish: TextRange,
): readonly TextEdit[] | undefined {
  const { text, styles, reader } = source;
  const joined = spansOf(styles, style).filter(
    ({ from, to }) => from <= wish.to && to >= wish.from,
  );
  const unmarked = unmark(text, joined);
  const from = toUnmarked(unmarked, Math.min(wish.from, ...joined.map((span) => span.from)));
  const to = toUnmarked(unmarked, Math.max(wish.to, ...joined.map((span) => span.to)));
  for (const place of placesFor(style, unmarked.text, { from, to })) {
    const edits = attempt(style, source, unmarked, [place]);
    if (edits && (reader === 'strict' || closesForAll(text, style, edits))) return edits;
  }
  return undefined;
}

/** Whether what was put in is read as marks by strict CommonMark too. */
function closesForAll(text: string, style: InlineStyle, edits: readonly TextEdit[]): boolean {
  const after = applyEdits(text, edits);
  const styles = readStyles(after);
  let by = 0;
  for (const { from, to, insert } of edits) {
    const at = from + by;
    by += insert.length - (to - from);
    if (insert !== '' && styles.isMark[at] !== 1) return false;
  }
  return spansOf(styles, style).length > 0;
}

/**
 * The edits that give a stretch of words a style so that strict CommonMark shows it, joined with
 * what touches it and has the style already; `undefined` where no marks would close.
 */
export function addStyle(
  text: string,
  style: InlineStyle,
  wish: TextRange,
): readonly TextEdit[] | undefined {
  const strict = addAsRead({ text, reader: 'strict', styles: readStyles(text) }, style, wish);
  if (strict) return strict;
  // Marks elsewhere that only some sites close would stand in the way for ever.
  return addAsRead({ text, reader: 'cjk', styles: readStyles(text, 'cjk') }, style, wish);
}

/** Whether a stretch has a style as far as its marks can reach, so that the command takes it off. */
export function isStyled(text: string, style: InlineStyle, wish: TextRange): boolean {
  const styles = readStyles(text);
  if (hasStyle(text, styles, style, wish)) return true;
  if (hasStyle(text, readStyles(text, 'cjk'), style, wish)) return true;
  const bit = styleBits[style];
  const isPartly = styles.bits.subarray(wish.from, wish.to).some((bits) => (bits & bit) !== 0);
  // A remark in brackets may have been left outside, because no mark closes behind it.
  return isPartly && addStyle(text, style, wish)?.length === 0;
}

/** The rest of a stretch that keeps its style: nothing where only signs are left. */
function restOf(style: InlineStyle, unmarked: Unmarked, range: TextRange): readonly TextRange[] {
  const words = unmarked.text.slice(range.from, range.to);
  const hasWords = /[^\s\p{P}\p{S}]/u.test(words);
  return hasWords ? placesFor(style, unmarked.text, range) : [];
}

/** The edits that take a style off a stretch of words; what is around it keeps the style where marks can close there. */
export function removeStyle(
  text: string,
  style: InlineStyle,
  wish: TextRange,
): readonly TextEdit[] {
  const within = (reader: Reader): readonly StyledSpan[] =>
    spansOf(readStyles(text, reader), style).filter(
      ({ from, to, markLength }) => from + markLength < wish.to && to - markLength > wish.from,
    );
  const reader = within('strict').length > 0 ? 'strict' : 'cjk';
  const source = { text, reader, styles: readStyles(text, reader) } as const;
  const spans = within(reader);
  const unmarked = unmark(text, spans);
  if (style === 'code') return unmarked.removed;
  const inner = unmarkedInner(unmarked);
  const rests: (readonly TextRange[])[] = [
    restOf(style, unmarked, { from: inner[0]?.from ?? 0, to: toUnmarked(unmarked, wish.from) }),
    restOf(style, unmarked, { from: toUnmarked(unmarked, wish.to), to: inner.at(-1)?.to ?? 0 }),
  ];
  const [left = [], right = []] = rests;
  for (const first of left.length > 0 ? left : [undefined]) {
    for (const last of right.length > 0 ? right : [undefined]) {
      const places = [first, last].filter((place) => place !== undefined);
      const edits = attempt(style, source, unmarked, places);
      if (edits) return edits;
    }
  }
  return unmarked.removed;
}

/** The marked stretch around an offset, its marks' inner edges included; the smallest where there are several. */
export function spanAround(text: string, style: InlineStyle, at: number): StyledSpan | undefined {
  const around = (reader: Reader): StyledSpan | undefined =>
    spansOf(readStyles(text, reader), style)
      .filter(({ from, to, markLength }) => at >= from + markLength && at <= to - markLength)
      .at(-1);
  return around('strict') ?? around('cjk');
}

/** The edits that take away marks standing right around a stretch that no parser reads as marks. */
export function removeBareMarks(
  text: string,
  { isMark }: InlineStyles,
  style: InlineStyle,
  { from, to }: TextRange,
): readonly TextEdit[] | undefined {
  const mark = style === 'code' ? '`' : marks[style];
  const char = mark.charAt(0);
  const { length } = mark;
  const isBare =
    text.slice(Math.max(0, from - length), from) === mark &&
    text.slice(to, to + length) === mark &&
    text.charAt(from - length - 1) !== char &&
    text.charAt(to + length) !== char &&
    text.charAt(from - length - 1) !== '\\' &&
    isMark[from - 1] !== 1 &&
    isMark[to] !== 1;
  if (!isBare) return undefined;
  return [
    { from: from - length, to: from, insert: '' },
    { from: to, to: to + length, insert: '' },
  ];
}
