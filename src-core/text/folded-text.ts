/** What a search does not tell apart. */
export interface Ignored {
  /** Upper and lower case. */
  readonly case: boolean;
  /** Hiragana and katakana, full and half width, and other spellings of one character (NFKC). */
  readonly kana: boolean;
}

/** A text as it is compared, and where the pieces of it come from. */
export interface FoldedText {
  readonly folded: string;
  /**
   * The characters that are not one unit for one unit, such as ㌔ or ﾊﾟ; four numbers each, in order:
   * folded offset and length, offset and length in the text. `undefined` where there are none.
   */
  readonly shifts: Int32Array | undefined;
}

/** A range of a text; UTF-16 offsets from 0. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Characters of nearly all manuscripts that fold one unit for one unit: ASCII, Japanese punctuation, the
 * kanas, kanji, full-width ASCII and half-width kana.
 */
const plain =
  '\\u0000-\\u007f\\u3000-\\u3029\\u3041-\\u3096\\u30a1-\\u30fe\\u4e00-\\u9fff\\uff01-\\uff9d';
/** Characters that NFKC may join to the one before them: marks, half-width sound marks, parts of Hangul. */
const joining = '\\p{M}\\uff9e\\uff9f\\u1160-\\u11ff\\uffa0-\\uffdc';
const unusual = new RegExp(`[^${plain}]+`, 'gu');
const cluster = new RegExp(`[\\s\\S][${joining}]*`, 'gu');
const beginsJoining = new RegExp(`^[${joining}]`, 'u');

/** The longest piece that is turned into a string at once: arguments of a call stand on the stack. */
const pieceLength = 8192;

/** The string of UTF-16 units, single surrogates included. */
function stringOf(units: Uint16Array): string {
  const pieces: string[] = [];
  for (let from = 0; from < units.length; from += pieceLength) {
    const piece = units.subarray(from, from + pieceLength);
    // Spread would walk it by its iterator, which takes twenty times as long.
    pieces.push(Reflect.apply(String.fromCharCode, undefined, piece) as string);
  }
  return pieces.length === 1 ? (pieces[0] ?? '') : pieces.join('');
}

/** Katakana as hiragana, the sigma at the end of words as any other. */
function toCommonKana(text: string): string {
  if (!/[\u30a1-\u30f6ς]/.test(text)) return text;
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    units[i] = unit >= 0x30a1 && unit <= 0x30f6 ? unit - 0x60 : unit === 0x3c2 ? 0x3c3 : unit;
  }
  return stringOf(units);
}

function foldPart(part: string, ignored: Ignored): string {
  const spelled = ignored.kana ? part.normalize('NFKC') : part;
  const cased = ignored.case ? spelled.toLowerCase() : spelled;
  return ignored.kana ? toCommonKana(cased) : cased;
}

/** Whether each unit of a part became the unit at the same place. */
function isAligned(part: string, folded: string, ignored: Ignored): boolean {
  if (part === folded) return true;
  if (part.length !== folded.length) return false;
  for (let i = 0; i < part.length; i += 1) {
    if (foldPart(part.charAt(i), ignored) !== folded.charAt(i)) return false;
  }
  return true;
}

/** Folds a text so that what is ignored compares equal, and keeps where each piece comes from. */
export function foldText(text: string, ignored: Ignored): FoldedText {
  if (!ignored.case && !ignored.kana) return { folded: text, shifts: undefined };
  const parts: string[] = [];
  const shifts: number[] = [];
  let at = 0;
  let length = 0;
  const add = (folded: string): void => {
    parts.push(folded);
    length += folded.length;
  };
  for (const { index, 0: run } of text.matchAll(unusual)) {
    const from = index > at && beginsJoining.test(run) ? index - 1 : index;
    if (from > at) add(foldPart(text.slice(at, from), ignored));
    at = from;
    for (const [part] of text.slice(from, index + run.length).matchAll(cluster)) {
      const folded = foldPart(part, ignored);
      if (!isAligned(part, folded, ignored)) shifts.push(length, folded.length, at, part.length);
      add(folded);
      at += part.length;
    }
  }
  if (at < text.length) add(foldPart(text.slice(at), ignored));
  const folded = parts.length === 1 ? (parts[0] ?? '') : parts.join('');
  return { folded, shifts: shifts.length > 0 ? Int32Array.from(shifts) : undefined };
}

/** Index of the last shift that begins at or before a folded offset; -1 for none. */
function shiftBefore(shifts: Int32Array, offset: number): number {
  let low = 0;
  let high = shifts.length / 4;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((shifts[middle * 4] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Where a range of the folded text stands in the text, whole characters always. */
export function originalRange({ shifts }: FoldedText, from: number, to: number): TextRange {
  if (!shifts) return { from, to };
  const place = (offset: number, isEnd: boolean): number => {
    const index = shiftBefore(shifts, isEnd ? offset - 1 : offset) * 4;
    if (index < 0) return offset;
    const [foldedFrom = 0, foldedLength = 0, start = 0, length = 0] = shifts.subarray(
      index,
      index + 4,
    );
    const past = offset - foldedFrom - foldedLength;
    if (past >= 0) return start + length + past;
    return isEnd ? start + length : start;
  };
  return { from: place(from, false), to: place(to, true) };
}

/** The folded length of the longest single character (U+FDFA); clusters with marks are hardly longer. */
const longestShift = 32;

/** A place of a folded word: in the text, and in the folded text. */
export interface FoldedHit extends TextRange {
  readonly folded: TextRange;
}

/**
 * The places of a folded word in a text, from left to right and never overlapping, at most `limit`; and
 * how many there are in all.
 */
export function findFolded(
  text: FoldedText,
  word: string,
  limit = Infinity,
): { readonly hits: readonly FoldedHit[]; readonly count: number } {
  const hits: FoldedHit[] = [];
  let count = 0;
  if (word === '') return { hits, count };
  const { folded, shifts } = text;
  const { length } = word;
  // Two places within one character, such as the dots of …, are one.
  const isSameCharacter = (before: number, at: number): boolean =>
    shifts !== undefined &&
    at - before < longestShift &&
    originalRange(text, at, at + 1).from < originalRange(text, before - 1, before).to;
  let end = -longestShift;
  for (let at = folded.indexOf(word); at !== -1; at = folded.indexOf(word, at + length)) {
    if (isSameCharacter(end, at)) continue;
    end = at + length;
    count += 1;
    if (count <= limit) {
      hits.push({ ...originalRange(text, at, end), folded: { from: at, to: end } });
    }
  }
  return { hits, count };
}
