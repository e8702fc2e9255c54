import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { openSession, type OpenSession } from '../../../../src-renderer/editor/open-session.ts';
import { noContext, openText } from '../open-text.ts';

/** A manuscript on the page; `‸` in its text is a caret, `«` and `»` the ends of a selection. */
export interface TableEditor {
  readonly view: EditorView;
  readonly session: OpenSession;
  /** The text with the same marks at carets and selections. */
  readonly marked: () => string;
  /** Presses a key in the manuscript; true where something has acted on it. */
  readonly press: (key: string, init?: KeyboardEventInit) => boolean;
}

function readMarks(marked: string): {
  readonly text: string;
  readonly ranges: readonly { readonly anchor: number; readonly head: number }[];
} {
  let text = '';
  const ranges: { anchor: number; head: number }[] = [];
  for (const character of marked) {
    if (character === '‸') ranges.push({ anchor: text.length, head: text.length });
    else if (character === '«') ranges.push({ anchor: text.length, head: text.length });
    else if (character === '»') ranges.at(-1)!.head = text.length;
    else text += character;
  }
  return { text, ranges };
}

/** Opens a text in the real editor. */
export function editTable(marked: string, readOnly = false): TableEditor {
  const { text, ranges } = readMarks(marked);
  const session = readOnly
    ? openSession({ path: 'a.md', text, bom: false, hash: 'h', readOnly: 'too-large' }, noContext)
    : openText(text);
  const view = new EditorView({
    parent: document.body,
    dispatchTransactions(transactions, target) {
      target.update(transactions);
      session.applied(transactions);
    },
  });
  session.attach(view);
  if (ranges.length > 0) {
    const all = ranges.map(({ anchor, head }) => EditorSelection.range(anchor, head));
    session.dispatch({ selection: EditorSelection.create(all) });
  }
  return {
    view,
    session,
    marked: () => {
      const now = session.text();
      const marks = session.state.selection.ranges.flatMap(({ from, to, empty }) =>
        empty
          ? [{ at: from, mark: '‸' }]
          : [
              { at: from, mark: '«' },
              { at: to, mark: '»' },
            ],
      );
      let out = '';
      let last = 0;
      for (const { at, mark } of marks) {
        out += now.slice(last, at) + mark;
        last = at;
      }
      return out + now.slice(last);
    },
    press: (key, init = {}) => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
      view.contentDOM.dispatchEvent(event);
      return event.defaultPrevented;
    },
  };
}
