import { betterRanges, flanks, neighbour } from './emphasis-fix.ts';

/** A stretch of a text that marks can be put around; UTF-16 offsets from 0, end excluded. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

// What ends a sentence stays outside of emphasis, even where it would close; a label keeps its colon.
const ends = '。、．，！？!?；;…';

const isBlank = (char: string): boolean => char === '' || /\s/.test(char);
const isLetter = (char: string): boolean => char !== '' && !/[\s\p{P}\p{S}]/u.test(char);

/** A stretch without the blanks at its ends; empty where there is nothing else. */
export function withoutBlanks(text: string, { from, to }: TextRange): TextRange {
  let [start, end] = [from, to];
  while (start < end && isBlank(text.charAt(start))) start += 1;
  while (end > start && isBlank(text.charAt(end - 1))) end -= 1;
  return { from: start, to: end };
}

function withoutEnds(text: string, { from, to }: TextRange): TextRange {
  let end = to;
  while (end > from && ends.includes(text.charAt(end - 1))) end -= 1;
  return end > from ? withoutBlanks(text, { from, to: end }) : { from, to };
}

/** From the first to the last letter or digit; punctuation, signs and emoji at the ends are left out. */
function lettersOf(text: string, { from, to }: TextRange): TextRange | undefined {
  const chars = [...text.slice(from, to)];
  const first = chars.findIndex(isLetter);
  if (first < 0) return undefined;
  const last = chars.findLastIndex(isLetter);
  return {
    from: from + chars.slice(0, first).join('').length,
    to: from + chars.slice(0, last + 1).join('').length,
  };
}

/** Whether marks close there for readers that take halves of an emoji for letters, and for those that take all of it for a sign. */
function holds(text: string, { from, to }: TextRange): boolean {
  const isSign = (char: string): boolean => /[\p{P}\p{S}]/u.test(char);
  const [before, after] = [neighbour(text, from, -1), neighbour(text, to, 1)];
  return (
    to > from &&
    flanks(text, from, to, text.charAt(from - 1), text.charAt(to)) &&
    !(isSign(neighbour(text, from, 1)) && isLetter(before)) &&
    !(isSign(neighbour(text, to, -1)) && isLetter(after))
  );
}

/**
 * Where marks can stand so that CommonMark opens and closes them, for a stretch that the author wants
 * emphasised; the nearest to the wish comes first. Marks that are in the text already are not looked at.
 */
export function emphasisPlaces(text: string, wish: TextRange): readonly TextRange[] {
  const whole = withoutBlanks(text, wish);
  if (whole.to <= whole.from) return [];
  const core = withoutEnds(text, whole);
  const better = betterRanges(text.slice(core.from, core.to)).map(({ from, to }) => ({
    from: core.from + from,
    to: core.from + to,
  }));
  const letters = lettersOf(text, core);
  const narrowed = letters
    ? [{ from: core.from, to: letters.to }, { from: letters.from, to: core.to }, letters]
    : [];
  const places: TextRange[] = [];
  for (const place of [core, ...better, ...narrowed, whole]) {
    const isNew = places.every(({ from, to }) => from !== place.from || to !== place.to);
    if (isNew && holds(text, place)) places.push(place);
  }
  return places;
}
