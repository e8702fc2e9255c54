import { type EditorState, StateField, type Text, type Transaction } from '@codemirror/state';
import { splitGuide } from '#core/document/guide-parts';
import { maxBlockBytes } from '#core/document/json-limits';

/** The guide details at the top of a guide, fences included; offsets in UTF-16 units, as `splitGuide` finds them. */
export interface Head {
  /** Where the body begins: 0 where there are no guide details, the end of the text where nothing closes them. */
  readonly bodyFrom: number;
  /** End of the closing fence's line without its break, or of the text where nothing closes the details. */
  readonly to: number;
  /** Whether there are guide details and a line that closes them. */
  readonly closed: boolean;
  /** The marks of a first line that could open guide details; `undefined` where it is none. */
  readonly fence: string | undefined;
}

const noHead: Head = { bodyFrom: 0, to: 0, closed: false, fence: undefined };

/** Whether a line closes guide details that were opened by a fence; blanks after it are overlooked. */
export function isClosing(line: string, fence: string): boolean {
  return line.startsWith(fence) && /^[ \t]*$/.test(line.slice(fence.length));
}

/** The opening line read alone: whether, by what fence and in what language it opens guide details. */
export function readOpening(
  line: string,
): { readonly fence: string; readonly language: string } | undefined {
  const fence = /^\ufeff?(---|\+\+\+)/.exec(line)?.[1];
  if (fence === undefined) return undefined;
  const { kind, language } = splitGuide(`${line}\n${fence}`);
  return kind === 'none' ? undefined : { fence, language };
}

function unclosedHead(doc: Text, fence: string): Head {
  return { bodyFrom: doc.length, to: doc.length, closed: false, fence };
}

function findHead(doc: Text): Head {
  const opening = readOpening(doc.line(1).text);
  if (!opening) return noHead;
  const { fence, language } = opening;
  let from = doc.line(1).to + 1;
  for (const line of doc.lines > 1 ? doc.iterLines(2) : []) {
    const to = from + line.length;
    if (isClosing(line, fence)) {
      return { to, bodyFrom: Math.min(to + 1, doc.length), closed: true, fence };
    }
    from = to + 1;
  }
  // Closed or not, a bare fence opens details only where a name follows; `splitGuide` knows how it begins.
  const next = doc.lines > 1 ? doc.line(2).text.slice(0, 1) : '';
  const opens = language !== '' || splitGuide(`${fence}\n${next}`).kind !== 'none';
  return opens ? unclosedHead(doc, fence) : { ...noHead, fence };
}

/** Where the guide details end after a change: only what it has touched is looked at, the text is not walked. */
function followHead(head: Head, { startState, changes, newDoc }: Transaction): Head {
  const opening = startState.doc.line(1).to + 1;
  let touched = false;
  changes.iterChangedRanges((fromA, _toA, fromB, toB) => {
    if (touched || fromA <= opening) touched = true;
    else if (head.closed) touched = fromA <= head.to;
    else if (head.fence !== undefined) {
      // Nothing has closed the details so far: only a line that is new can.
      const last = newDoc.lineAt(toB).number;
      for (let number = newDoc.lineAt(fromB).number; number <= last && !touched; number += 1) {
        touched = isClosing(newDoc.line(number).text, head.fence);
      }
    }
  });
  if (touched) return findHead(newDoc);
  return head.closed || head.to === 0 || head.fence === undefined
    ? head
    : unclosedHead(newDoc, head.fence);
}

/** Where the guide details end; found anew only when a change touches them. */
export const headField = StateField.define<Head>({
  create: (state) => findHead(state.doc),
  update: (head, transaction) => (transaction.docChanged ? followHead(head, transaction) : head),
});

/**
 * The guide details of a document, fences included; empty where there are none. Of details that
 * nothing closes no more is given than tells the parser that they are too long to be read.
 */
export function headText(state: EditorState): string {
  const { bodyFrom, closed } = state.field(headField);
  const limit = state.doc.line(1).to + 1 + maxBlockBytes + 1;
  return state.sliceDoc(0, closed ? bodyFrom : Math.min(bodyFrom, limit));
}
