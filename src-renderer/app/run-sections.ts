import type { sectionCommands } from '#core/commands/section-commands';
import { translate } from '#core/messages/messages';
import { sectionMessages } from '#core/messages/sections';
import {
  foldAtCaret,
  foldSections,
  unfoldAll,
  unfoldAtCaret,
} from '../editor/folding/fold-commands.ts';
import { type Heading, headingsOf } from '../editor/headings/headings.ts';
import { moveSection } from '../editor/headings/move-section.ts';
import { renumberSections } from '../editor/headings/renumber-sections.ts';
import { sectionAt } from '../editor/headings/sections.ts';
import type { OpenSession } from '../editor/open-session.ts';
import { useSettingsStore } from '../stores/settings-store.ts';
import { showToast } from '../stores/toast-store.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { toggleFocusMode, toggleOutline } from './outline.ts';
import { runInManuscript } from './run-in-manuscript.ts';
import { sessionOf } from './sessions.ts';

function say(key: Parameters<typeof translate<keyof typeof sectionMessages.ja>>[2], title = '') {
  return translate(sectionMessages, useSettingsStore.getState().locale, key, { title });
}

function renumber(session: OpenSession, only?: number): void {
  if (session.readOnly || session.composing) return;
  const spec = renumberSections(session.state, only);
  if (typeof spec === 'string') {
    showToast({ id: 'sections', text: say(spec) });
    return;
  }
  session.dispatch(spec);
  showToast({
    // Not that of the offer: pressing its button closes it.
    id: 'renumbered',
    text: say('renumbered'),
    action: { label: say('undo'), onPress: () => session.undo() },
  });
}

/** The text may have changed since the offer: the heading is looked up by its words. */
function renumberRowOf(session: OpenSession, { level, text }: Heading): void {
  const index = headingsOf(session.state).findIndex(
    (heading) => heading.level === level && heading.text === text,
  );
  if (index >= 0) renumber(session, index);
}

/**
 * Moves the section of a heading (index) of a guide and offers to renumber where its row is now out of
 * order; the offset where it stands now, or `undefined` where it stays and the reason is told.
 */
export function moveSectionOf(
  session: OpenSession,
  index: number,
  direction: 1 | -1,
): number | undefined {
  if (session.readOnly || session.composing) return undefined;
  const move = moveSection(session.state, index, direction);
  if (move.refused !== undefined) {
    showToast({ id: 'sections', text: say(move.refused) });
    return undefined;
  }
  const { transaction, heading } = move;
  session.dispatch(transaction);
  const now = sectionAt(headingsOf(session.state), heading.from);
  const isOutOfOrder = typeof renumberSections(session.state, now) !== 'string';
  showToast({
    id: 'sections',
    text: say(direction === 1 ? 'movedDown' : 'movedUp', heading.text),
    action: isOutOfOrder
      ? { label: say('renumber'), onPress: () => renumberRowOf(session, heading) }
      : { label: say('undo'), onPress: () => session.undo() },
  });
  return heading.from;
}

function moveAtCaret(direction: 1 | -1): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (!session) return;
  const { head } = session.state.selection.main;
  moveSectionOf(session, sectionAt(headingsOf(session.state), head), direction);
  runInManuscript(() => true);
}

/** What the commands on the sections of a guide do. */
export const sectionRuns: Record<(typeof sectionCommands)[number]['id'], () => unknown> = {
  'edit.moveSectionUp': () => moveAtCaret(-1),
  'edit.moveSectionDown': () => moveAtCaret(1),
  'edit.renumberSections': () => {
    const session = sessionOf(useDocumentsStore.getState().active);
    if (session) renumber(session);
  },
  'view.outline': toggleOutline,
  'view.focusMode': toggleFocusMode,
  'view.fold': () => runInManuscript(foldAtCaret),
  'view.unfold': () => runInManuscript(unfoldAtCaret),
  'view.foldAll': () => runInManuscript(foldSections),
  'view.unfoldAll': () => runInManuscript(unfoldAll),
};
