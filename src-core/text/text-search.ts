import { isSlowPattern } from '../schema/slow-pattern.ts';
import { findFolded, foldText, type Ignored, type TextRange } from './folded-text.ts';

/** What an author looks for. */
export interface SearchQuery {
  readonly query: string;
  readonly caseSensitive: boolean;
  /** Hiragana is katakana and full width is half width; not for regular expressions. */
  readonly loose: boolean;
  readonly regexp: boolean;
  /** Only places where no letter or digit goes on at either end. */
  readonly wholeWord: boolean;
}

/** Why a regular expression is not run: it is none, or it could take for ever. */
export type PatternFault = 'syntax' | 'slow';

/** What a query does not tell apart. */
export function ignoredBy({ caseSensitive, loose }: SearchQuery): Ignored {
  return { case: !caseSensitive, kana: loose };
}

/** Finds the places in a text, from left to right, at most `limit`; none is empty. */
export type Find = (text: string, limit?: number) => readonly TextRange[];

/** Why a regular expression cannot be used; `undefined` where it can. */
export function patternFault(source: string): PatternFault | undefined {
  try {
    return RegExp(source, 'gmu') && isSlowPattern(source) ? 'slow' : undefined;
  } catch {
    return 'syntax';
  }
}

/** What goes on as a word, as CodeMirror has it: letters, kana and kanji, digits, and the low line. */
const wordCharacter = /[\p{Alphabetic}\p{Number}_]/u;

/** The character that begins at an offset, or ends there. */
function characterAt(text: string, offset: number, side: 'from' | 'to'): string {
  if (side === 'from') return String.fromCodePoint(text.codePointAt(offset) ?? 0);
  return [...text.slice(Math.max(0, offset - 2), offset)].at(-1) ?? '';
}

/** Whether a place of a text is not a part of a longer word. */
function isWholeWord(text: string, { from, to }: TextRange): boolean {
  const isWord = (character: string): boolean => wordCharacter.test(character);
  const goesOn = (offset: number): boolean =>
    offset > 0 &&
    offset < text.length &&
    isWord(characterAt(text, offset, 'to')) &&
    isWord(characterAt(text, offset, 'from'));
  return !goesOn(from) && !goesOn(to);
}

/** How to find what is sought; a fault for a regular expression that cannot be used. */
export function createFind(query: SearchQuery): Find | PatternFault {
  if (query.regexp) {
    const fault = patternFault(query.query);
    if (fault) return fault;
    const pattern = new RegExp(query.query, query.caseSensitive ? 'gmu' : 'gimu');
    return (text, limit = Infinity) => {
      const found: TextRange[] = [];
      for (const { index, 0: match } of text.matchAll(pattern)) {
        if (found.length >= limit) break;
        const place = { from: index, to: index + match.length };
        if (match !== '' && (!query.wholeWord || isWholeWord(text, place))) found.push(place);
      }
      return found;
    };
  }
  const ignored = ignoredBy(query);
  const word = foldText(query.query, ignored).folded;
  if (!query.wholeWord)
    return (text, limit) => findFolded(foldText(text, ignored), word, limit).hits;
  return (text, limit) => {
    const { hits } = findFolded(foldText(text, ignored), word);
    return hits.filter((hit) => isWholeWord(text, hit)).slice(0, limit);
  };
}
