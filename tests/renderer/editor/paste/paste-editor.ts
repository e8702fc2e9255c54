import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { htmlToMarkdown } from '#core/markdown/paste/html-to-markdown';
import type { PastedHtml } from '#core/markdown/paste/pasted-html';
import type {
  PasteOutcome,
  PastePorts,
} from '../../../../src-renderer/editor/paste/paste-ports.ts';
import { openSession } from '../../../../src-renderer/editor/open-session.ts';
import { noContext } from '../open-text.ts';

/** The real editor with a clipboard; `‸` in a text is a caret, `«` and `»` the ends of a selection. */
export function editPaste(marked: string, convert?: PastePorts['convert'], readOnly = false) {
  const outcomes: PasteOutcome[] = [];
  const images: { names: string[]; at: number }[] = [];
  const others: true[] = [];
  let text = '';
  const ranges: { anchor: number; head: number }[] = [];
  for (const char of marked) {
    if (char === '‸' || char === '«') ranges.push({ anchor: text.length, head: text.length });
    else if (char === '»') ranges.at(-1)!.head = text.length;
    else text += char;
  }
  const session = openSession(
    {
      path: 'a.md',
      text,
      bom: false,
      hash: 'h',
      ...(readOnly && { readOnly: 'too-large' as const }),
    },
    {
      ...noContext,
      paste: {
        convert:
          convert ??
          ((html, style): Promise<PastedHtml> => Promise.resolve(htmlToMarkdown(html, style))),
        onPasted: (outcome) => outcomes.push(outcome),
        onImages: (files, at) => images.push({ names: files.map(({ name }) => name), at }),
        onOtherFiles: () => others.push(true),
      },
    },
  );
  const view = new EditorView({
    parent: document.body,
    dispatchTransactions(transactions, target) {
      target.update(transactions);
      session.applied(transactions);
    },
  });
  session.attach(view);
  if (ranges.length > 0) {
    session.dispatch({
      selection: EditorSelection.create(
        ranges.map(({ anchor, head }) => EditorSelection.range(anchor, head)),
      ),
    });
  }
  /** An event with a clipboard or a drop of data by type, and files. */
  const send = (
    type: 'paste' | 'drop',
    data: Readonly<Record<string, string>>,
    files: readonly File[] = [],
  ): Event => {
    const transfer = {
      getData: (kind: string) => data[kind] ?? '',
      types: [...Object.keys(data), ...(files.length > 0 ? ['Files'] : [])],
      files,
      items: files.map((file) => ({ type: file.type, kind: 'file' })),
    };
    const event = new Event(type, { bubbles: true, cancelable: true });
    Object.assign(event, {
      clipboardData: transfer,
      dataTransfer: transfer,
      clientX: 0,
      clientY: 0,
    });
    view.contentDOM.dispatchEvent(event);
    return event;
  };
  return {
    view,
    session,
    outcomes,
    images,
    others,
    send,
    /** Pastes HTML and its plain text, and waits until it has been converted. */
    async pasteHtml(html: string, plain: string): Promise<void> {
      send('paste', { 'text/html': html, 'text/plain': plain });
      await new Promise((resolve) => setTimeout(resolve));
    },
    caret: () => session.state.selection.main.head,
  };
}
