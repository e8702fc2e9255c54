import { splitGuide } from '#core/document/guide-parts';
import { linkSource } from '#core/markdown/link-source';
import { noteSource } from '#core/markdown/note-source';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { manuscript } from './manuscript.ts';
import { sessionOf } from './sessions.ts';

function showCaretAt(offset: number): void {
  useDocumentsStore.setState({ view: 'source' });
  // The manuscript must be on the page before it can scroll.
  requestAnimationFrame(() => manuscript.view?.reveal(offset, offset));
}

/**
 * Puts the caret where a block of the active guide begins: at the beginning of its line (from 0), or at
 * the `address` of a link in it.
 */
export function goToPicked(line: number, address?: string): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  const { doc } = session.state;
  const start = doc.line(Math.max(1, Math.min(line + 1, doc.lines))).from;
  const link = address === undefined ? undefined : linkSource(session.text(), start, address);
  showCaretAt(link ?? start);
}

/** Puts the caret where a footnote of the active guide is defined; `id` as `noteSource` takes it. */
export function goToNote(id: string): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  const text = session.text();
  const { bodyFrom } = splitGuide(text);
  const at = noteSource(text.slice(bodyFrom), id);
  if (at !== undefined) showCaretAt(bodyFrom + at);
}
