import { indentService } from '@codemirror/language';
import { countColumn, type EditorState, type Extension } from '@codemirror/state';
import { headField } from './head-field.ts';

/** Columns of one level where no line of the details is indented yet: what a new guide is written with. */
const usualUnit = 2;

/** Columns of one level in the details: the indent of the first line that has one. */
function levelOf(state: EditorState, to: number): number {
  for (let number = 2; number <= state.doc.lines && state.doc.line(number).from < to; number += 1) {
    const { text } = state.doc.line(number);
    const columns = countColumn(/^\s*/.exec(text)?.[0] ?? '', state.tabSize);
    if (columns > 0 && text.trim() !== '') return columns;
  }
  return usualUnit;
}

/**
 * Enter in the guide details keeps the indent of the line that it leaves, one level deeper after an
 * opening bracket. The languages' own rule would go by the four columns of the body.
 */
export function detailsIndent(): Extension {
  return indentService.of((context, position) => {
    const { state } = context;
    const { to, closed } = state.field(headField);
    if (!closed || position >= to || context.simulatedBreak !== position) return undefined;
    const line = state.doc.lineAt(position);
    const left = line.text.slice(0, position - line.from);
    const columns = countColumn(/^\s*/.exec(left)?.[0] ?? '', state.tabSize);
    if (/[[{]\s*$/.test(left)) return columns + levelOf(state, to);
    const closes = /^\s*[\]}]/.test(line.text.slice(left.length));
    return closes ? Math.max(0, columns - levelOf(state, to)) : columns;
  });
}
