import { SearchQuery } from '@codemirror/search';
import { CharCategory, type EditorState, type Text } from '@codemirror/state';
import { findFolded, foldText, type TextRange } from '#core/text/folded-text';
import { ignoredBy, type SearchQuery as Query } from '#core/text/text-search';

/** What an author looks for in one guide. */
export interface FindOptions extends Query {
  readonly wholeWord: boolean;
  readonly replace: string;
}

/** How much text is folded at once, in UTF-16 units; whole lines always. */
const pieceLength = 32 * 1024;
/** How far around what is in sight a match may reach. */
const margin = 250;

/** A match as CodeMirror's search takes it: `precise` where all of it is what was sought. */
interface Match extends TextRange {
  readonly precise: true;
}

/** Pieces of a text between two offsets, each whole lines but for the ends. */
function* piecesOf(doc: Text, from: number, to: number): Generator<TextRange & { text: string }> {
  for (let at = from; at < to;) {
    const end = Math.min(to, doc.lineAt(Math.min(doc.length, at + pieceLength)).to);
    yield { from: at, to: end, text: doc.sliceString(at, end) };
    at = end + 1;
  }
}

/** The places of a plain query, which never goes over the end of a line, from left to right. */
export function* matchesOf(
  state: EditorState,
  query: FindOptions,
  from = 0,
  to = state.doc.length,
): Generator<Match> {
  const ignored = ignoredBy(query);
  const word = foldText(query.query, ignored).folded;
  for (const piece of piecesOf(state.doc, from, to)) {
    for (const hit of findFolded(foldText(piece.text, ignored), word).hits) {
      const match = {
        from: piece.from + hit.from,
        to: piece.from + hit.to,
        precise: true,
      } as const;
      if (!query.wholeWord || isWholeWord(state, match)) yield match;
    }
  }
}

function isWholeWord(state: EditorState, { from, to }: TextRange): boolean {
  const { doc } = state;
  const isWord = (text: string): boolean =>
    text !== '' && state.charCategorizer(from)(text) === CharCategory.Word;
  const before = doc.sliceString(Math.max(0, from - 1), from);
  const after = doc.sliceString(to, to + 1);
  const startsInside = isWord(before) && isWord(doc.sliceString(from, from + 1));
  return !startsInside && !(isWord(after) && isWord(doc.sliceString(to - 1, to)));
}

/** What CodeMirror's search commands and its highlighting ask of a query. */
class FoldedQuery {
  readonly spec: AuthorQuery;

  constructor(spec: AuthorQuery) {
    this.spec = spec;
  }

  nextMatch(state: EditorState, from: number, to: number): Match | null {
    const { options } = this.spec;
    for (const match of matchesOf(state, options, to)) return match;
    const end = state.doc.lineAt(from).to;
    for (const match of matchesOf(state, options, 0, end)) {
      return match.from === from && match.to === to ? null : match;
    }
    return null;
  }

  prevMatch(state: EditorState, from: number, to: number): Match | null {
    const { options } = this.spec;
    const lastIn = (start: number, end: number): Match | undefined => {
      for (let pieceTo = end; pieceTo > start;) {
        const pieceFrom = Math.max(
          start,
          state.doc.lineAt(Math.max(0, pieceTo - pieceLength)).from,
        );
        const last = [...matchesOf(state, options, pieceFrom, pieceTo)].at(-1);
        if (last) return last;
        pieceTo = pieceFrom - 1;
      }
      return undefined;
    };
    const found = lastIn(0, from) ?? lastIn(state.doc.lineAt(to).from, state.doc.length);
    return found && (found.from !== from || found.to !== to) ? found : null;
  }

  getReplacement(): string {
    return this.spec.replace;
  }

  matchAll(state: EditorState, limit: number): Match[] | null {
    const matches: Match[] = [];
    for (const match of matchesOf(state, this.spec.options)) {
      if (matches.length >= limit) return null;
      matches.push(match);
    }
    return matches;
  }

  highlight(
    state: EditorState,
    from: number,
    to: number,
    add: (from: number, to: number) => void,
  ): void {
    const start = Math.max(state.doc.lineAt(from).from, from - margin);
    const end = Math.min(state.doc.lineAt(to).to, to + margin);
    for (const match of matchesOf(state, this.spec.options, start, end)) add(match.from, match.to);
  }
}

/**
 * A query of the bar over the manuscript. A plain one may ignore kana and width and selects whole
 * characters; in a regular expression's replacement `$1`, `$&`, `\n` and `\t` have their meaning, in a
 * plain one nothing has.
 */
export class AuthorQuery extends SearchQuery {
  readonly options: FindOptions;

  constructor(options: FindOptions) {
    const { query, replace, caseSensitive, wholeWord, regexp } = options;
    super({ search: query, replace, caseSensitive, wholeWord, regexp, literal: !regexp });
    this.options = options;
  }

  override eq(other: SearchQuery): boolean {
    return (
      other instanceof AuthorQuery && other.options.loose === this.options.loose && super.eq(other)
    );
  }

  /** Called by CodeMirror's search, which keeps what this gives as the query in use. */
  create(): unknown {
    if (!this.regexp) return new FoldedQuery(this);
    const { create } = SearchQuery.prototype as unknown as { create(this: SearchQuery): unknown };
    return create.call(this);
  }
}
