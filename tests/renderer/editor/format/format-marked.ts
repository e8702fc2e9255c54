import { EditorSelection } from '@codemirror/state';
import type { OpenSession } from '../../../../src-renderer/editor/open-session.ts';
import type { FormatCommand } from '../../../../src-renderer/editor/format/format-command.ts';
import { openText } from '../open-text.ts';

/** A guide whose selections are written as `⟦…⟧`, carets as `¦`; the last one is the main one. */
export function openMarked(marked: string): OpenSession {
  const ranges = [];
  let text = '';
  let open: number | undefined;
  for (const char of marked) {
    if (char === '⟦') open = text.length;
    else if (char === '⟧') ranges.push(EditorSelection.range(open ?? 0, text.length));
    else if (char === '¦') ranges.push(EditorSelection.cursor(text.length));
    else text += char;
  }
  const session = openText(text);
  if (ranges.length > 0) {
    session.dispatch({ selection: EditorSelection.create(ranges, ranges.length - 1) });
  }
  return session;
}

/** The text of a session with its selections written as in `openMarked`. */
export function marked(session: OpenSession): string {
  const text = session.text();
  let result = '';
  let last = 0;
  for (const { from, to, empty } of session.state.selection.ranges) {
    result += text.slice(last, from);
    result += empty ? '¦' : `⟦${text.slice(from, to)}⟧`;
    last = to;
  }
  return result + text.slice(last);
}

/** Runs a command as the window does; the reason where it does nothing. */
export function apply(session: OpenSession, command: FormatCommand): string | undefined {
  const result = command(session.state);
  if (result.refused !== undefined) return result.refused;
  session.dispatch(result.spec);
  return undefined;
}

/** The text after a command, selections written as in `openMarked`; `refused: …` where it does nothing. */
export function after(text: string, command: FormatCommand): string {
  const session = openMarked(text);
  const refused = apply(session, command);
  return refused === undefined ? marked(session) : `refused: ${refused}`;
}
