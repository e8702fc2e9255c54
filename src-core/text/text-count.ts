/** How long a text is, as a person counts; line breaks count nowhere. */
export interface TextCount {
  /** Graphemes: what a reader takes for one character, as `Intl.Segmenter` finds them; marks of Markdown too. */
  readonly characters: number;
  /** Those of them that are blank: spaces of any width, tabs. */
  readonly blanks: number;
  /** Words in Latin letters. */
  readonly words: number;
  /** Characters inside those words. */
  readonly wordCharacters: number;
}

/** The count of a text without characters. */
export const emptyCount: TextCount = { characters: 0, blanks: 0, words: 0, wordCharacters: 0 };

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });

// What can join its neighbours into one grapheme: marks, joiners, flags, skin tones, conjoining Hangul, and
// all above U+FFFF, where one character is two units. The segmenter is asked about these and their
// neighbours only, since on a long line it costs a thousand times as much as the length.
const joining =
  '\\p{M}\\p{Grapheme_Extend}\\u200d\\u1100-\\u11ff\\ua960-\\ua97f\\ud7b0-\\ud7ff\\u0600-\\u0605\\u06dd\\u070f\\u08e2\\u0d4e\\u{10000}-\\u{10ffff}';
const joins = new RegExp(`[${joining}]`, 'u');
const stretches = new RegExp(`(?:[${joining}]|.(?=[${joining}])|(?<=[${joining}]).)+`, 'gsu');
const latinWords = /[\p{Script=Latin}][\p{Script=Latin}\p{Mn}\p{Nd}'’-]*/gu;
const anyLatin = /\p{Script=Latin}/u;
const blank = /[\p{Zs}\t]/gu;

/** Graphemes of a text on one line. */
export function countGraphemes(line: string): number {
  if (!joins.test(line)) return line.length;
  let count = line.length;
  for (const [stretch] of line.matchAll(stretches)) {
    count -= stretch.length;
    for (const segment of segmenter.segment(stretch)) if (segment) count += 1;
  }
  return count;
}

/** Counts a text on one line. */
export function countLine(line: string): TextCount {
  if (line === '') return emptyCount;
  let words = 0;
  let wordCharacters = 0;
  if (anyLatin.test(line)) {
    for (const [word] of line.matchAll(latinWords)) {
      words += 1;
      wordCharacters += word.length;
    }
  }
  const blanks = line.match(blank)?.length ?? 0;
  return { characters: countGraphemes(line), blanks, words, wordCharacters };
}

/** Two counts together; `sign` -1 takes the second away. */
export function addCounts(a: TextCount, b: TextCount, sign: 1 | -1 = 1): TextCount {
  return {
    characters: a.characters + sign * b.characters,
    blanks: a.blanks + sign * b.blanks,
    words: a.words + sign * b.words,
    wordCharacters: a.wordCharacters + sign * b.wordCharacters,
  };
}

// Characters of Japanese a minute: what Medium goes by for its reading time of Japanese, Chinese and Korean
// ("500 characters per minute"). Latin words a minute: the default of the package reading-time.
const charactersPerMinute = 500;
const wordsPerMinute = 200;

/** Minutes that reading takes, at least 1; 0 for a text without characters. Blanks take no time. */
export function readingMinutes(count: TextCount): number {
  const { characters, blanks, words, wordCharacters } = count;
  const others = characters - blanks - wordCharacters;
  if (characters - blanks <= 0) return 0;
  return Math.max(1, Math.round(others / charactersPerMinute + words / wordsPerMinute));
}
