import { isSlowPattern } from '../schema/slow-pattern.ts';
import { findFolded, foldText, type Ignored, type TextRange } from './folded-text.ts';

/** What an author looks for. */
export interface SearchQuery {
  readonly query: string;
  readonly caseSensitive: boolean;
  /** Hiragana is katakana and full width is half width; not for regular expressions. */
  readonly loose: boolean;
  readonly regexp: boolean;
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
        if (match !== '') found.push({ from: index, to: index + match.length });
      }
      return found;
    };
  }
  const ignored = ignoredBy(query);
  const word = foldText(query.query, ignored).folded;
  return (text, limit) => findFolded(foldText(text, ignored), word, limit).hits;
}
