/** Why a body is not parsed: the parser would run out of stack, or take minutes. */
export type BodyRefusal = 'too-deep' | 'too-dense' | 'too-large';

/** Largest body that is parsed, in UTF-16 units; remark's time grows faster than the text. */
export const maxBodyLength = 2_000_000;

/** Deepest nesting of quotes and lists that is parsed; the tree is walked by recursion (T31). */
const maxBodyDepth = 100;

/** Most marks of emphasis, or brackets, in one paragraph; the parser's search for pairs is quadratic (T31). */
const maxMarks = 6_000;

/** A refusal and the place that caused it. */
export interface RefusedBody {
  readonly reason: BodyRefusal;
  readonly from: number;
  readonly to: number;
}

/**
 * How deep the containers that begin on a line nest: every `>` and list marker counts one, and so does
 * every second column of indentation before the first of them.
 */
function depthOfLine(text: string, from: number, to: number): number {
  let depth = 0;
  let columns = 0;
  let at = from;
  while (at < to) {
    const char = text[at];
    if (char === ' ') columns += 1;
    else if (char === '\t') columns += 4;
    else if (char === '>') depth += 1;
    else if (char === '-' || char === '*' || char === '+') {
      const next = text[at + 1];
      if (next !== ' ' && next !== '\t' && at + 1 !== to) break;
      depth += 1;
    } else if (char !== undefined && char >= '0' && char <= '9') {
      let end = at;
      while (end < to && end - at < 9 && /\d/.test(text.charAt(end))) end += 1;
      if (text[end] !== '.' && text[end] !== ')') break;
      depth += 1;
      at = end;
    } else break;
    at += 1;
  }
  return depth === 0 ? 0 : depth + (columns >> 1);
}

/** Whether a line cannot belong to the paragraph before it: empty, a list item or a heading. */
function beginsBlock(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && ' \t\r'.includes(text.charAt(at))) at += 1;
  if (at === to) return true;
  return /^(?:[-*+] |#{1,6} |\d{1,9}[.)] )/.test(text.slice(at, Math.min(to, at + 12)));
}

/** Looks, in one pass, for what the parser could not stand; `undefined` where the body can be parsed. */
export function refuseBody(text: string): RefusedBody | undefined {
  if (text.length > maxBodyLength) return { reason: 'too-large', from: 0, to: 0 };
  let emphasis = 0;
  let brackets = 0;
  for (let from = 0; from < text.length;) {
    const lineEnd = text.indexOf('\n', from);
    const to = lineEnd < 0 ? text.length : lineEnd;
    if (depthOfLine(text, from, to) > maxBodyDepth) return { reason: 'too-deep', from, to };
    if (beginsBlock(text, from, to)) emphasis = brackets = 0;
    for (let at = from; at < to; at += 1) {
      const char = text[at];
      if (char === '*' || char === '_' || char === '~') emphasis += 1;
      else if (char === '[' || char === ']') brackets += 1;
    }
    if (Math.max(emphasis, brackets) > maxMarks) return { reason: 'too-dense', from, to };
    from = to + 1;
  }
  return undefined;
}
