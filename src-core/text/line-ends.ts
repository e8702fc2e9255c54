/** What ends a line in a file. */
export type LineEnd = '\n' | '\r\n' | '\r';

/** A line break that differs from the file's usual one. */
export interface LineEndException {
  /** Offset (UTF-16, from 0) of the `\n` that stands for it in the LF text. */
  readonly at: number;
  readonly end: LineEnd;
}

/** A file's text with LF line ends, and what is needed to write its own line ends back. */
export interface LineEnds {
  readonly text: string;
  /** What most lines end with; new lines get it. `\n` for a file of one line. */
  readonly dominant: LineEnd;
  /** In the order of the text; the editor maps them through its changes. */
  readonly exceptions: readonly LineEndException[];
}

const lineEnd = /\r\n|\r|\n/g;

/** Reads a file's line ends, which may be mixed; U+2028 and its like are ordinary characters. */
export function readLineEnds(text: string): LineEnds {
  if (!text.includes('\r')) return { text, dominant: '\n', exceptions: [] };
  const breaks: LineEndException[] = [];
  let shift = 0;
  for (const match of text.matchAll(lineEnd)) {
    breaks.push({ at: match.index - shift, end: match[0] as LineEnd });
    shift += match[0].length - 1;
  }
  const count = (end: LineEnd): number => breaks.filter((one) => one.end === end).length;
  const kinds: readonly LineEnd[] = ['\n', '\r\n', '\r'];
  const dominant = kinds.reduce((best, end) => (count(end) > count(best) ? end : best));
  return {
    text: text.replace(lineEnd, '\n'),
    dominant,
    exceptions: breaks.filter((one) => one.end !== dominant),
  };
}

/**
 * The text as the file has it: each `\n` becomes its exception's line end, else the dominant one.
 * Where an edit has brought a lone CR before an LF, CRLF is written so that both stay line breaks.
 */
export function restoreLineEnds(
  text: string,
  dominant: LineEnd,
  exceptions: readonly LineEndException[],
): string {
  if (dominant === '\n' && exceptions.length === 0) return text;
  const exceptional = new Map(exceptions.map(({ at, end }) => [at, end]));
  const endAt = (at: number): LineEnd => exceptional.get(at) ?? dominant;
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    const end = endAt(at);
    const wouldJoin = end === '\r' && text[at + 1] === '\n' && endAt(at + 1) === '\n';
    parts.push(text.slice(from, at), wouldJoin ? '\r\n' : end);
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts.join('');
}
