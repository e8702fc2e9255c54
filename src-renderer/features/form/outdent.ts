import type { TextRange } from '#core/document/pointer';

/** A part of a text as it is laid out, without the indentation of the line on which it begins. */
export function outdent(text: string, { from, to }: TextRange): string {
  const lineFrom = text.lastIndexOf('\n', from - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineFrom, from))?.[0] ?? '';
  const [first = '', ...rest] = text.slice(from, to).split('\n');
  // A line that is indented less keeps what it has.
  const lines = rest.map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  return [first, ...lines].join('\n');
}
