import { create } from 'zustand';
import { parseGuide } from '#core/document/parse-guide';
import { rangeOf } from '#core/document/pointer';
import { pointerAt } from '#core/document/pointer-at';
import { fieldMark, setFieldMark } from '../editor/field-mark.ts';
import { headField } from '../editor/head-field.ts';
import type { OpenSession } from '../editor/open-session.ts';
import { manuscript } from './manuscript.ts';

// Both views follow each other this long after the last key: reading the details is no work for a key's frame.
const FOLLOW_MS = 200;

/** Where the caret of the manuscript stands among the guide details. */
export const useFieldTieStore = create<{
  /** JSON pointer of the value at the caret of the guide at `path`; `undefined` outside the details. */
  readonly here: { readonly path: string; readonly pointer: string } | undefined;
}>(() => ({ here: undefined }));

interface Edited {
  readonly session: OpenSession;
  readonly pointer: string;
  readonly stop: () => void;
}

let edited: Edited | undefined;
let following: ReturnType<typeof setTimeout> | undefined;

function showHere(here: { readonly path: string; readonly pointer: string } | undefined): void {
  const before = useFieldTieStore.getState().here;
  if (before?.path === here?.path && before?.pointer === here?.pointer) return;
  useFieldTieStore.setState({ here });
}

/** Marks a value in the manuscript without moving the caret or opening folded details; `undefined` marks none. */
export function markValue(session: OpenSession, pointer: string | undefined): void {
  const range = pointer === undefined ? undefined : rangeOf(parseGuide(session.head()), pointer);
  const now = fieldMark(session.state);
  if (now?.from === range?.from && now?.to === range?.to) return;
  session.dispatch({ effects: setFieldMark.of(range) });
}

/** Takes note of the field that has the focus in the form: its value is marked in the manuscript until it has not. */
export function fieldFocused(session: OpenSession, pointer: string | undefined): void {
  edited?.stop();
  if (edited && edited.session !== session) markValue(edited.session, undefined);
  edited = undefined;
  markValue(session, pointer);
  if (pointer === undefined) return;
  showHere(undefined);
  let later: ReturnType<typeof setTimeout> | undefined;
  const stopFollowing = session.onChange(() => {
    clearTimeout(later);
    later = setTimeout(() => markValue(session, pointer), FOLLOW_MS);
  });
  const stop = (): void => {
    clearTimeout(later);
    stopFollowing();
  };
  edited = { session, pointer, stop };
}

function lookHere(session: OpenSession): void {
  if (!manuscript.view?.hasFocus() || session.composing) return;
  const { head } = session.state.selection.main;
  const inDetails = head < session.state.field(headField).to;
  const pointer = inDetails ? pointerAt(parseGuide(session.head()), head) : undefined;
  showHere(pointer === undefined ? undefined : { path: session.path, pointer });
}

/** Called when the caret or the text has changed: the field of the caret's value follows once typing pauses. */
export function caretMoved(session: OpenSession): void {
  clearTimeout(following);
  following = setTimeout(() => lookHere(session), FOLLOW_MS);
}
