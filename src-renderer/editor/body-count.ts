import { type EditorState, StateField, type Text } from '@codemirror/state';
import { headField } from './head-field.ts';

const segmenter = new Intl.Segmenter('ja', { granularity: 'grapheme' });
// Everything below the first combining or joining character is one grapheme a unit.
const needsSegmenter =
  /[\u0300-\u036f]|\u200d|[\u20d0-\u20ff]|\u3099|\u309a|[\ud800-\udfff]|[\ufe00-\ufe0f]/;

function countLine(line: string): number {
  if (!needsSegmenter.test(line)) return line.length;
  let count = 0;
  for (const segment of segmenter.segment(line)) if (segment) count += 1;
  return count;
}

function countLines(doc: Text, from: number, to: number): number {
  let count = 0;
  const last = doc.lineAt(to).number;
  for (let number = doc.lineAt(from).number; number <= last; number += 1) {
    count += countLine(doc.line(number).text);
  }
  return count;
}

function countBody(doc: Text, bodyFrom: number): number {
  return bodyFrom >= doc.length ? 0 : countLines(doc, bodyFrom, doc.length);
}

/** Characters (graphemes, without line breaks) of the body; a change counts its own lines only. */
export const bodyCountField = StateField.define<number>({
  create: (state) => countBody(state.doc, state.field(headField).bodyFrom),
  update(count, transaction) {
    if (!transaction.docChanged) return count;
    const before = transaction.startState.field(headField).bodyFrom;
    const after = transaction.state.field(headField).bodyFrom;
    let [oldFrom, oldTo, newFrom, newTo] = [Infinity, 0, Infinity, 0];
    transaction.changes.iterChangedRanges((fromA, toA, fromB, toB) => {
      oldFrom = Math.min(oldFrom, fromA);
      oldTo = Math.max(oldTo, toA);
      newFrom = Math.min(newFrom, fromB);
      newTo = Math.max(newTo, toB);
    });
    const { doc: oldDoc } = transaction.startState;
    const { newDoc } = transaction;
    if (oldFrom >= before && newFrom >= after) {
      return count + countLines(newDoc, newFrom, newTo) - countLines(oldDoc, oldFrom, oldTo);
    }
    const bodyUntouched = oldTo < before && after - before === newDoc.length - oldDoc.length;
    return bodyUntouched ? count : countBody(newDoc, after);
  },
});

/** Characters in the body of a guide. */
export function bodyCharacters(state: EditorState): number {
  return state.field(bodyCountField);
}
