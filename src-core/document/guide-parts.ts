/** How the guide details are written; `refused` names a language that would have to be run, `none` is a file without. */
export type DetailsKind = 'json' | 'yaml' | 'toml' | 'refused' | 'none';

/** Where the guide details and the body of a text are; UTF-16 offsets from 0. */
export interface GuideParts {
  readonly kind: DetailsKind;
  /** The word after the opening `---` as written; empty for a bare `---`, and where there are no details. */
  readonly language: string;
  /** Range of the text between the fence lines; both 0 where there are no details. */
  readonly blockFrom: number;
  readonly blockTo: number;
  /** Where the body begins: after the closing fence line. */
  readonly bodyFrom: number;
  /** Whether the closing fence line is there; without it the block runs to the end. */
  readonly closed: boolean;
}

const byteOrderMark = '\ufeff';
const openingFence = /^(---|\+\+\+)[ \t]*([^\s-][^\r\n]*)?$/;

/** A word that only a code-running engine would answer to is refused by not being on this list. */
function kindOf(fence: string, language: string): DetailsKind {
  if (fence === '+++') return language === '' ? 'toml' : 'none';
  switch (language.toLowerCase()) {
    case 'json':
      return 'json';
    case '':
    case 'yaml':
    case 'yml':
      return 'yaml';
    case 'toml':
      return 'toml';
    default:
      return 'refused';
  }
}

/** Reads a text line by line; each character is looked at by the engine's own search, once for LF and once for CR. */
function createLineReader(
  text: string,
): (from: number) => { readonly to: number; readonly next: number } {
  const seek = (end: string, from: number): number => {
    const at = text.indexOf(end, from);
    return at === -1 ? text.length : at;
  };
  let feed = -1;
  let carriage = -1;
  return (from) => {
    if (feed < from) feed = seek('\n', from);
    if (carriage < from) carriage = seek('\r', from);
    const to = Math.min(feed, carriage);
    if (to === text.length) return { to, next: to };
    return { to, next: text.startsWith('\r\n', to) ? to + 2 : to + 1 };
  };
}

function isClosing(text: string, fence: string, from: number, to: number): boolean {
  if (!text.startsWith(fence, from)) return false;
  for (let at = from + fence.length; at < to; at += 1) {
    if (text[at] !== ' ' && text[at] !== '\t') return false;
  }
  return true;
}

/**
 * Finds the guide details of a text, in time linear in its length: an opening fence on the very
 * first line, up to a line that is the fence alone (blanks after it are overlooked). Nothing is evaluated.
 */
export function splitGuide(text: string): GuideParts {
  const none: GuideParts = {
    kind: 'none',
    language: '',
    blockFrom: 0,
    blockTo: 0,
    bodyFrom: 0,
    closed: false,
  };
  const start = text.startsWith(byteOrderMark) ? 1 : 0;
  if (!text.startsWith('---', start) && !text.startsWith('+++', start)) return none;
  const lineAt = createLineReader(text);
  const first = lineAt(start);
  const match = openingFence.exec(text.slice(start, first.to).trimEnd());
  const fence = match?.[1];
  if (fence === undefined) return none;
  const language = match?.[2] ?? '';
  const kind = kindOf(fence, language);
  if (kind === 'none') return none;
  const blockFrom = first.next;
  for (let from = blockFrom; from < text.length;) {
    const { to, next } = lineAt(from);
    if (isClosing(text, fence, from, to)) {
      return { kind, language, blockFrom, blockTo: from, bodyFrom: next, closed: true };
    }
    from = next;
  }
  // A bare fence that nothing closes is a thematic break, unless a name follows on the next line.
  const opensBlock = language !== '' || /^[\w"']/.test(text.slice(blockFrom, blockFrom + 1));
  if (!opensBlock) return none;
  const end = text.length;
  return { kind, language, blockFrom, blockTo: end, bodyFrom: end, closed: false };
}
