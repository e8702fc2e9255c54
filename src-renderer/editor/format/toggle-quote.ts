import type { TextEdit } from '#core/document/text-edit';
import type { FormatCommand } from './format-command.ts';
import { formatSpec, selectedLines } from './touched-lines.ts';

/** Makes the lines with a caret or selection a quotation, or takes the quote marks away where all have them. */
export const toggleQuote: FormatCommand = (state) => {
  const { lines, refused } = selectedLines(state);
  const first = lines.findIndex(({ text }) => text.trim() !== '');
  const last = lines.findLastIndex(({ text }) => text.trim() !== '');
  // Empty lines between the quoted ones belong to the quotation, those around it do not.
  const quoted = first < 0 ? lines : lines.slice(first, last + 1);
  if (quoted.length === 0) return { refused: refused ?? 'nothing' };
  const marks = quoted.map(({ text }) => /^[ \t]{0,3}>[ \t]?/.exec(text)?.[0].length ?? 0);
  const isOn = marks.every((length) => length > 0);
  const edits = quoted.map(({ from, text }, index): TextEdit => {
    if (isOn) return { from, to: from + (marks[index] ?? 0), insert: '' };
    const isBare = text === '' && quoted.length > 1;
    return { from, to: from, insert: isBare ? '>' : '> ' };
  });
  return { spec: formatSpec(state, edits) };
};
