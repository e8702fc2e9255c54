import { isolateHistory, redo, undo } from '@codemirror/commands';
import { type ChangeSet, EditorState, Transaction } from '@codemirror/state';
import type { TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import type { OpenedGuide } from '#core/ipc/contract';
import type { Diagnostic } from '#core/lint/diagnostic';
import type { JournalBase } from '#core/recovery/journal-record';
import { readLineEnds, restoreLineEnds } from '#core/text/line-ends';
import { lineEdits } from '#core/document/line-edits';
import type { TextEdit } from '#core/document/text-edit';
import { bodyStart } from './details-guard.ts';
import { changeContext, manuscriptExtensions } from './extensions.ts';
import type { EditorContext } from './editor-context.ts';
import { findingsOf, mapDiagnostic, setFindings } from './findings.ts';
import { guidePath } from './guide-knowledge.ts';
import type { GuideSession, SessionChange } from './guide-session.ts';
import { headField, headText } from './head-field.ts';
import {
  haveSameLineEnds,
  lineEnds,
  lineEndsOf,
  setLineEnds,
  setsLineEnds,
} from './line-ends-field.ts';
import { createWaitingEdits } from './waiting-edits.ts';

// How many changes are kept for findings of an older version; a check is never further behind.
const CHANGE_LOG = 400;

/** A GuideSession with what only the application around it uses. */
export interface OpenSession extends GuideSession {
  /** The file has another name now; text, history and caret stay. */
  moveTo(path: string): void;
  /** Whether the file begins with a byte order mark; follows the file at each reload, never the author. */
  readonly bom: boolean;
  /** Hash of the bytes that the text is based on; moves on at each save and reload. */
  baseHash: string;
  /** Whether saving would change the file, be it a line end only. */
  readonly unsaved: boolean;
  /** How the lines of the file end. */
  readonly lineEnds: 'LF' | 'CRLF' | 'CR' | 'mixed';
  /** The guide details as last read or saved. */
  readonly savedHead: string;
  readonly state: EditorState;
  /** Line (from 0, with a fraction) at the top where the manuscript was left; moved on when it is left again. */
  topLine: number;
  /** True while an input method composes in this guide's manuscript. */
  readonly composing: boolean;
  /** Everything that the journal begins with at this moment, but the text itself. */
  journalBase(): Omit<JournalBase, 'text'>;
  /** The text as the file holds it: with its own line ends, without BOM. */
  fileText(): string;
  /** Declares a state as the one on disk; the present one unless given. */
  markSaved(hash: string, saved?: EditorState): void;
  /** The text as last read or saved: with LF, and as the file has it. */
  savedTexts(): { readonly text: string; readonly file: string };
  /** Declares a file to be what the present text is based on, after both were put together; the text stays. */
  rebase(opened: OpenedGuide): void;
  /** Takes the text of the file after a change outside, as one undoable step over what differs. */
  reload(opened: OpenedGuide): void;
  /** Takes another text with its own line ends, as one undoable step over what differs; the file is left alone. */
  takeText(text: string): void;
  dispatch(spec: TransactionSpec | Transaction): void;
  undo(): void;
  redo(): void;
  /** The surroundings that the manuscript was given last. */
  readonly context: EditorContext;
  setContext(context: EditorContext): void;
  /** Calls `listener` when edits that waited for a composition met the very text it changed, and were dropped. */
  onDropped(listener: () => void): () => void;
  /** Called by the view when a composition has ended and its text is in. */
  compositionEnded(): void;
  /** Takes findings of a version of the text; those of an older one move with the changes since. */
  showFindings(version: number, findings: readonly Diagnostic[]): void;
  /** Shows this guide in the one view, or takes it out. */
  attach(view: EditorView): void;
  detach(): void;
  /** Called by the view for each transaction it has applied while this guide is shown. */
  applied(transactions: readonly Transaction[]): void;
}

const lineEndNames = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR' } as const;

function editsOf(changes: ChangeSet): TextEdit[] {
  const edits: TextEdit[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    edits.push({ from, to, insert: inserted.toString() });
  });
  return edits;
}

/** Opens a guide as a document; its text lives here, in the CodeMirror state, and nowhere else. */
export function openSession(opened: OpenedGuide, context: EditorContext): OpenSession {
  const readOnly = opened.readOnly !== undefined;
  const { text, ...ends } = readLineEnds(opened.text);
  let { bom, path } = opened;
  let state = EditorState.create({
    doc: text,
    extensions: [
      lineEnds(ends),
      guidePath.of(opened.path),
      manuscriptExtensions(context, readOnly),
    ],
  });
  // Typed in front of the fence, the guide details would be none any more.
  state = state.update({ selection: { anchor: bodyStart(state) } }).state;
  let view: EditorView | undefined;
  let saved = state;
  let savedHead = headText(state);
  let version = 0;
  const log: { version: number; changes: ChangeSet }[] = [];
  const listeners = new Set<(change: SessionChange) => void>();
  const dropped = new Set<() => void>();
  const waiting = createWaitingEdits();
  let contextWaits = false;
  /** Hash of the file whose text is being taken over. */
  let taking: string | undefined;

  const changeOf = (transaction: Transaction): SessionChange => {
    const event = transaction.annotation(Transaction.userEvent);
    const isolate = transaction.annotation(isolateHistory);
    return {
      version,
      edits: editsOf(transaction.changes),
      at: transaction.annotation(Transaction.time) ?? Date.now(),
      ...(event === undefined ? {} : { event }),
      ...(isolate === undefined ? {} : { isolate }),
      ...(setsLineEnds(transaction) ? { lineEnds: lineEndsOf(transaction.state) } : {}),
      ...(taking === undefined ? {} : { hash: taking }),
    };
  };

  const accept = (transactions: readonly Transaction[]): void => {
    for (const transaction of transactions) {
      // Line ends of their own are a change too: the file would differ.
      if (!transaction.docChanged && haveSameLineEnds(transaction.startState, transaction.state)) {
        continue;
      }
      version += 1;
      waiting.follow(transaction.changes);
      log.push({ version, changes: transaction.changes });
      if (log.length > CHANGE_LOG) log.shift();
      const change = changeOf(transaction);
      for (const listener of listeners) listener(change);
    }
  };

  /** Puts another text, with its own line ends, in place of what differs from it, as a step of its own. */
  const replaceText = (next: string, userEvent: string): void => {
    const { text: now, ...nextEnds } = readLineEnds(next);
    const replaced = session.state.update({
      changes: [...lineEdits(session.text(), now)],
      effects: setLineEnds.of(nextEnds),
      userEvent,
      annotations: isolateHistory.of('full'),
    });
    if (replaced.docChanged || !haveSameLineEnds(replaced.startState, replaced.state)) {
      session.dispatch(replaced);
    }
  };

  const session: OpenSession = {
    get path() {
      return path;
    },
    moveTo(next) {
      path = next;
    },
    get bom() {
      return bom;
    },
    baseHash: opened.hash,
    topLine: 0,
    readOnly,
    get version() {
      return version;
    },
    get state() {
      return view?.state ?? state;
    },
    get composing() {
      return view?.compositionStarted ?? false;
    },
    get unsaved() {
      return !session.state.doc.eq(saved.doc) || !haveSameLineEnds(session.state, saved);
    },
    get lineEnds() {
      const { dominant, exceptions } = lineEndsOf(session.state);
      return exceptions.length > 0 ? 'mixed' : lineEndNames[dominant];
    },
    get savedHead() {
      return savedHead;
    },
    get length() {
      return session.state.doc.length;
    },
    text: () => session.state.doc.toString(),
    slice: (from, to) => session.state.sliceDoc(from, to),
    head: () => headText(session.state),
    journalBase() {
      const { dominant, exceptions } = lineEndsOf(session.state);
      return {
        lineEnds: { dominant, exceptions: [...exceptions] },
        bom,
        hash: session.baseHash,
        unsaved: session.unsaved,
      };
    },
    fileText() {
      const { dominant, exceptions } = lineEndsOf(session.state);
      return restoreLineEnds(session.text(), dominant, exceptions);
    },
    markSaved(hash, as = session.state) {
      session.baseHash = hash;
      saved = as;
      savedHead = headText(as);
    },
    savedTexts() {
      const { dominant, exceptions } = lineEndsOf(saved);
      const base = saved.doc.toString();
      return { text: base, file: restoreLineEnds(base, dominant, exceptions) };
    },
    rebase(fresh) {
      const { text: base, ...baseEnds } = readLineEnds(fresh.text);
      const as = EditorState.create({ doc: base, extensions: [lineEnds(baseEnds), headField] });
      session.markSaved(fresh.hash, as);
    },
    reload(fresh) {
      ({ bom } = fresh);
      taking = fresh.hash;
      try {
        replaceText(fresh.text, 'input.reload');
      } finally {
        taking = undefined;
      }
      session.markSaved(fresh.hash);
    },
    takeText: (text) => replaceText(text, 'input.restore'),
    edit(edits, origin) {
      if (readOnly && origin !== 'reload') return;
      // Keystrokes in one field join into one undo step, as typing in the manuscript does.
      const userEvent = origin === 'form' ? 'input.type.form' : `input.${origin}`;
      if (view?.compositionStarted) waiting.add(edits, userEvent);
      else session.dispatch({ changes: [...edits], userEvent });
    },
    compositionEnded() {
      if (view?.compositionStarted) return;
      if (contextWaits) session.setContext(context);
      for (let next = waiting.take(); next; next = waiting.take()) {
        if (next.edits) session.dispatch({ changes: [...next.edits], userEvent: next.userEvent });
        else for (const listener of dropped) listener();
      }
    },
    onDropped(listener) {
      dropped.add(listener);
      return () => dropped.delete(listener);
    },
    dispatch(spec) {
      if (view) {
        if (spec instanceof Transaction) view.dispatch(spec);
        else view.dispatch(spec);
        return;
      }
      const transaction = spec instanceof Transaction ? spec : state.update(spec);
      state = transaction.state;
      accept([transaction]);
    },
    undo() {
      // The word being composed is no step yet, and taking others back would break it.
      if (session.composing) return;
      undo({ state: session.state, dispatch: (transaction) => session.dispatch(transaction) });
    },
    redo() {
      if (session.composing) return;
      redo({ state: session.state, dispatch: (transaction) => session.dispatch(transaction) });
    },
    get context() {
      return context;
    },
    setContext(next) {
      context = next;
      // Other colours around the caret would end the composition.
      contextWaits = view?.compositionStarted ?? false;
      if (!contextWaits) session.dispatch({ effects: changeContext(next) });
    },
    showFindings(checked, findings) {
      if (checked > version) return;
      const since = log.filter((entry) => entry.version > checked);
      if (since.length < version - checked) return;
      const present = since.reduce<readonly Diagnostic[]>(
        (moved, { changes }) => moved.flatMap((finding) => mapDiagnostic(finding, changes) ?? []),
        findings,
      );
      if (present.length === 0 && findingsOf(session.state).length === 0) return;
      session.dispatch({ effects: setFindings.of(present) });
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    attach(next) {
      next.setState(state);
      view = next;
    },
    detach() {
      if (view) state = view.state;
      view = undefined;
      session.compositionEnded();
    },
    applied: accept,
  };
  return session;
}
