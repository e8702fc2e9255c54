import { useCallback, useEffect, useRef } from 'react';
import { searchMessages } from '#core/messages/search';
import type { SearchGroup } from '#core/text/search-results';
import type { SearchQuery } from '#core/text/text-search';
import { onEvent, request } from '../../platform/bridge.ts';
import { announce } from '../../stores/announce-store.ts';
import { type SearchState, useSearchStore } from '../../stores/search-store.ts';
import { useText } from '../../stores/use-text.ts';

/** How long typing must pause before the folder is searched. */
const pauseMs = 80;
/** How long it must pause before the number of places is read out. */
const announceMs = 1000;

function isSame(a: SearchQuery, b: SearchQuery): boolean {
  return (
    a.query === b.query &&
    a.caseSensitive === b.caseSensitive &&
    a.loose === b.loose &&
    a.regexp === b.regexp &&
    a.wholeWord === b.wholeWord
  );
}

/**
 * Searches the folder for what the store asks for and keeps what is found there. `workspaceId` starts
 * anew where it changes; `isComposing` holds a search back until the composed text is in.
 */
export function useFolderSearch(
  workspaceId: string | undefined,
  isComposing: boolean,
): SearchState & { readonly change: (changes: Partial<SearchQuery>) => void } {
  const text = useText(searchMessages);
  const store = useSearchStore();
  const { query, searched, state } = store;
  const lastId = useRef(0);
  // What is found again because guides have changed; it takes the place of what is shown all at once.
  const again = useRef<SearchGroup[]>(undefined);
  const start = useCallback((sought: SearchQuery): void => {
    // Time only moves on, so that a panel shown again never repeats a number.
    lastId.current = Math.max(lastId.current + 1, Math.floor(performance.now()));
    void request('search.start', { id: lastId.current, ...sought });
  }, []);

  useEffect(
    () =>
      onEvent('search.results', (value) => {
        // Pieces of a search that was ended meanwhile.
        if (value.id !== lastId.current) return;
        if (again.current) {
          again.current.push(...value.groups);
          if (value.done) useSearchStore.setState({ state: value, groups: again.current });
          if (value.done) again.current = undefined;
          return;
        }
        useSearchStore.setState((before) => ({
          state: value,
          shownId: value.id,
          groups:
            before.state?.id === value.id ? [...before.groups, ...value.groups] : value.groups,
        }));
      }),
    [],
  );

  useEffect(
    () =>
      onEvent('search.outdated', () => {
        const { searched: last } = useSearchStore.getState();
        if (!last || last.query === '') return;
        again.current = [];
        start(last);
      }),
    [start],
  );

  const isDue = searched === undefined || !isSame(query, searched);
  useEffect(() => {
    if (workspaceId === undefined || isComposing || !isDue) return undefined;
    const timer = setTimeout(() => {
      again.current = undefined;
      useSearchStore.setState({
        searched: query,
        // What was found stays until the first piece of the new search is there.
        ...(query.query === '' ? { groups: [], state: undefined } : {}),
      });
      start(query);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [workspaceId, query, isDue, isComposing, start]);

  // The panel that is put away, or whose folder is another, leaves nothing half done.
  useEffect(
    () => () => {
      useSearchStore.setState({ searched: undefined });
      void request('search.cancel');
    },
    [workspaceId],
  );

  const said =
    state?.done !== true || query.query === '' || searched === undefined
      ? undefined
      : state.fault !== undefined
        ? text(state.fault)
        : state.guides === 0
          ? text('none', { query: query.query })
          : text(state.more ? 'countsMore' : 'counts', {
              guides: state.guides,
              matches: state.matches,
            });
  useEffect(() => {
    if (said === undefined) return undefined;
    const timer = setTimeout(() => announce(said), announceMs);
    return () => clearTimeout(timer);
  }, [said]);

  const change = (changes: Partial<SearchQuery>): void =>
    useSearchStore.setState((before) => ({ query: { ...before.query, ...changes } }));
  return { ...store, change };
}
