import type { OpenedGuide } from '#core/ipc/contract';
import { lineEdits } from '#core/document/line-edits';
import { type MergedGuide, mergeGuides } from '#core/merge/merge-guides';
import { readLineEnds } from '#core/text/line-ends';
import type { OpenSession } from '../editor/open-session.ts';
import { demand, request } from '../platform/bridge.ts';
import { useWorkspaceStore } from '../stores/workspace-store.ts';
import { saveGuide } from './guide-actions.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';

/** An open guide beside its file; without `merged` where what both come from is not known, or is the file. */
export interface GuideAndFile {
  readonly file: OpenedGuide;
  readonly merged?: MergedGuide;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * The text that window and file both come from, with LF; `undefined` where it cannot be proved. A wrong
 * one would take what the author has written for a change of others, so that it must have the very hash.
 */
async function provenBase(session: OpenSession): Promise<string | undefined> {
  const { text, file } = session.savedTexts();
  const hash = await sha256((session.bom ? '\ufeff' : '') + file);
  return hash === session.baseHash ? text : undefined;
}

/** Reads the file of an open guide and merges it with the text in the window; `null` where it cannot be read. */
export async function readMerge(path: string): Promise<GuideAndFile | null> {
  const session = sessionOf(path);
  if (session?.composing) await manuscript.compositionEnd();
  const result = await request('guide.open', { path });
  if (!result.ok || !session) return null;
  const file = result.value;
  const base = await provenBase(session);
  if (base === undefined || file.hash === session.baseHash || file.readOnly) return { file };
  const fields = useWorkspaceStore.getState().workspace?.fields ?? [];
  const theirs = readLineEnds(file.text).text;
  return { file, merged: mergeGuides({ base, mine: session.text(), theirs, fields }) };
}

/**
 * Takes over what the author has agreed to, as one step that can be undone, and saves it over the file that
 * was looked at; a newer one is refused again. Both texts are in the history before.
 */
export async function saveMerged(path: string, text: string, file: OpenedGuide): Promise<boolean> {
  const session = sessionOf(path);
  if (!session) return false;
  const kept = [
    { text: session.fileText(), bom: session.bom, kind: 'given-up' as const },
    { text: file.text, bom: file.bom, kind: 'found' as const },
  ];
  for (const version of kept) await demand('history.keep', { path, ...version });
  session.rebase(file);
  const edits = lineEdits(session.text(), text);
  if (edits.length > 0) session.edit(edits, 'command');
  return saveGuide(path);
}
