import { unseenCharacters } from '../text/invisible-characters.ts';

/** A piece of a text that nobody sees; offsets in that text. */
export interface UnseenRun {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Marks that change the direction of what follows them (T24). */
const bidi = /^[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]$/u;

/** Spellings of a JSON text: an escape, or a character that stands for itself. */
const escapes = /\\(?:u([0-9a-fA-F]{4})|[^u])/g;

/**
 * The unseen characters of a text, equal neighbours together: only those of direction, or only the others. Line
 * ends, a mark at the start of the file and halves of characters are left out; `isJson` also reads escapes.
 */
export function unseenRuns(
  text: string,
  kind: 'bidi' | 'other',
  isJson: boolean,
): readonly UnseenRun[] {
  const found: UnseenRun[] = [];
  const take = (char: string, from: number, to: number): void => {
    if (bidi.test(char) !== (kind === 'bidi')) return;
    const last = found.at(-1);
    if (last?.to === from && last.text.endsWith(char)) {
      found[found.length - 1] = { from: last.from, to, text: last.text + char };
    } else found.push({ from, to, text: char });
  };
  for (const match of text.matchAll(unseenCharacters)) {
    const [char] = match;
    const isLineEnd = char === '\r';
    // JSON refuses raw control characters, which is a finding of its own.
    const isControl = isJson && char < ' ';
    const isMark = char === '\ufeff' && match.index === 0;
    const isHalf = /^\p{Surrogate}$/u.test(char);
    if (isLineEnd || isControl || isMark || isHalf) continue;
    take(char, match.index, match.index + char.length);
  }
  if (!isJson) return found;
  for (const match of text.matchAll(escapes)) {
    if (match[1] === undefined) continue;
    const char = String.fromCharCode(parseInt(match[1], 16));
    if (/^[\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]$/.test(char)) {
      take(char, match.index, match.index + 6);
    }
  }
  return found.sort((a, b) => a.from - b.from);
}
