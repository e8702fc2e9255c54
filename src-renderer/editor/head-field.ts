import { type EditorState, StateField, type Text } from '@codemirror/state';

/** The guide details at the top of a guide, fences included; offsets in UTF-16 units. */
export interface Head {
  /** Where the body begins; 0 where there are no guide details. */
  readonly bodyFrom: number;
  /** End of the closing fence's line without its break, or of the text where it is not closed. */
  readonly to: number;
}

// A block over 256 KB is refused by the parser (T30), so a fence further down closes nothing.
const SEARCH_LIMIT = 300_000;

function findHead(doc: Text): Head {
  const first = doc.line(1);
  if (!/^(?:---|\+\+\+)/.test(first.text)) return { bodyFrom: 0, to: 0 };
  const fence = first.text.slice(0, 3);
  for (let number = 2; number <= doc.lines; number += 1) {
    const line = doc.line(number);
    if (line.from > SEARCH_LIMIT) break;
    if (line.text.trimEnd() === fence) {
      return { to: line.to, bodyFrom: Math.min(line.to + 1, doc.length) };
    }
  }
  return { bodyFrom: 0, to: 0 };
}

/** Where the guide details end; found anew only when a change touches them. */
export const headField = StateField.define<Head>({
  create: (state) => findHead(state.doc),
  update(head, transaction) {
    if (!transaction.docChanged) return head;
    let touched = false;
    transaction.changes.iterChangedRanges((from) => {
      if (from <= head.bodyFrom) touched = true;
    });
    return touched || head.bodyFrom === 0 ? findHead(transaction.newDoc) : head;
  },
});

/** The guide details of a text, fences included; empty where there are none. */
export function headOf(doc: Text): string {
  return doc.sliceString(0, findHead(doc).bodyFrom);
}

/** The guide details of a document as it is now, without looking for them again. */
export function headText(state: EditorState): string {
  return state.sliceDoc(0, state.field(headField).bodyFrom);
}
