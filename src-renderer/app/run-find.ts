import type { findCommands } from '#core/commands/find-commands';
import { openFind } from '../editor/search-panel.ts';
import { useDocumentsStore } from '../stores/documents-store.ts';
import { useLayoutStore } from '../stores/layout-store.ts';
import { useSearchStore } from '../stores/search-store.ts';
import { manuscript } from './manuscript.ts';
import { focusSearch } from './regions.ts';
import { sessionOf } from './sessions.ts';

/** The longest selection that is taken over as what to look for, in UTF-16 units. */
const longestSelection = 200;

function replaceHere(): void {
  useDocumentsStore.setState({ view: 'source' });
  requestAnimationFrame(() => manuscript.view?.run(openFind(true)));
}

function searchFolder(): void {
  const session = sessionOf(useDocumentsStore.getState().active);
  if (session?.composing) return;
  const { from, to } = session?.state.selection.main ?? { from: 0, to: 0 };
  const selected = to - from <= longestSelection ? (session?.slice(from, to) ?? '') : '';
  if (selected !== '' && !selected.includes('\n') && manuscript.view?.hasFocus()) {
    useSearchStore.setState(({ query }) => ({ query: { ...query, query: selected } }));
  }
  useDocumentsStore.setState({ place: 'editor' });
  useLayoutStore.setState({ panelOpen: true, panelTab: 'search' });
  requestAnimationFrame(focusSearch);
}

/** What the searches beyond finding in the guide in front do. */
export const findRuns: Record<(typeof findCommands)[number]['id'], () => unknown> = {
  'edit.replace': replaceHere,
  'edit.findInFolder': searchFolder,
};
