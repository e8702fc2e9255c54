import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { searchMessages } from '#core/messages/search';
import type { SearchMatch } from '#core/text/search-excerpts';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { isComposing as isComposingKey } from '../../ui/composing.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { Progress } from '../../ui/Progress.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import './folder-search.css';
import { searchRows } from './search-model.ts';
import { SearchRows, type SearchRowsHandle } from './SearchRows.tsx';
import { useFolderSearch } from './use-folder-search.ts';

/** A search that takes longer than this shows how far it is. */
const patienceMs = 1000;

interface FolderSearchPanelProps {
  /** Id of the open folder; `undefined` while there is none. */
  readonly workspaceId: string | undefined;
  readonly entries: ReadonlyMap<string, GuideEntry>;
  /** The tabs of the bottom panel, which this bar begins with. */
  readonly tabs: ReactNode;
  /** Opens a guide with the place selected. */
  readonly onGo: (path: string, match: SearchMatch) => void;
  readonly onClose: () => void;
}

/** Whether something has gone on for so long that its progress should be shown. */
function useIsLong(isBusy: boolean): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isBusy) return undefined;
    const timer = setTimeout(() => setIsLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isBusy]);
  return isLong;
}

/** Searches the text of all guides, with results while the author types. */
export function FolderSearchPanel(props: FolderSearchPanelProps) {
  const { workspaceId, entries, tabs, onGo, onClose } = props;
  const text = useText(searchMessages);
  const locale = useSettingsStore((state) => state.locale);
  const compact = useSettingsStore((state) => state.settings.density === 'compact');
  const [isComposing, setIsComposing] = useState(false);
  const { query, groups, state, shownId, change } = useFolderSearch(workspaceId, isComposing);
  const rows = useMemo(() => searchRows(groups, entries), [groups, entries]);
  const list = useRef<SearchRowsHandle>(null);
  const isLong = useIsLong(query.query !== '' && state?.done === false);
  const fault = query.query === '' ? undefined : state?.fault;
  const number = (value: number): string => value.toLocaleString(locale);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposingKey(event)) return;
    if (event.key === 'ArrowDown' && rows.length > 0) list.current?.enter();
    else if (event.key === 'Enter') list.current?.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
  };
  const toggle = (
    name: 'caseSensitive' | 'wholeWord' | 'loose' | 'regexp',
    sign: string,
    label: string,
    tip = label,
  ) => (
    <Button
      variant="ghost"
      className={name === 'wholeWord' ? 'searchtoggle word' : 'searchtoggle'}
      label={label}
      tip={tip}
      pressed={query[name]}
      onPress={() => change({ [name]: !query[name] })}
    >
      {sign}
    </Button>
  );
  return (
    <section className="foldersearch" aria-label={text('tab')}>
      <div className="bottombar">
        {tabs}
        <div className="searchfield" role="search">
          <TextInput
            size="bar"
            icon="search"
            lang="ja"
            data-region-focus="search"
            aria-label={text('field')}
            placeholder={text('field')}
            clearLabel={text('clear')}
            maxLength={1000}
            invalid={fault !== undefined}
            value={query.query}
            onChange={(value) => change({ query: value })}
            onCompositionStart={() => setIsComposing(true)}
            onCompositionEnd={() => setIsComposing(false)}
            onKeyDown={onKeyDown}
          />
        </div>
        <div role="group" aria-label={text('options')} className="searchtoggles">
          {toggle('caseSensitive', 'Aa', text('matchCase'))}
          {toggle('wholeWord', 'ab', text('wholeWord'))}
          {query.regexp ? (
            <Button
              variant="ghost"
              className="searchtoggle"
              label={text('loose')}
              disabledReason={text('looseOff')}
            >
              あア
            </Button>
          ) : (
            toggle('loose', 'あア', text('loose'))
          )}
          {toggle('regexp', '.*', text('regexp'))}
        </div>
        <span className="clip faint searchcounts">
          {query.query !== '' &&
            state !== undefined &&
            state.guides > 0 &&
            text(state.more ? 'countsMore' : 'counts', {
              guides: number(state.guides),
              matches: number(state.matches),
            })}
        </span>
        {isLong && state !== undefined && (
          <span className="searchprogress">
            <Progress done={state.searched} total={state.total} label={text('searching')} />
            <span className="num nowrap">
              {text('progress', { done: number(state.searched), total: number(state.total) })}
            </span>
          </span>
        )}
        <span className="grow" />
        <IconButton
          icon="x"
          label={text('close')}
          shortcut={keyLabel('CmdOrCtrl+J')}
          onPress={onClose}
        />
      </div>
      {fault !== undefined && (
        <p className="searchfault" role="alert">
          {text(fault)}
        </p>
      )}
      {rows.length > 0 ? (
        <SearchRows
          key={shownId}
          ref={list}
          label={text('results')}
          rows={rows}
          rowHeight={compact ? 22 : 26}
          onGo={onGo}
        />
      ) : query.query === '' ? (
        <EmptyState icon="search" title={text('empty')} text={text('emptyText')} />
      ) : (
        state?.done === true &&
        fault === undefined && (
          <EmptyState
            title={text('none', { query: query.query })}
            text={
              query.loose || query.regexp
                ? text('noneText', { total: number(state.total) })
                : text('exactText')
            }
          />
        )
      )}
    </section>
  );
}
