import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { EventValues } from '#core/ipc/event-values';
import { guideListMessages } from '#core/messages/guide-list';
import type { OpenDocument } from '../../stores/documents-store.ts';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { ContextMenu, type MenuPlace } from '../../ui/ContextMenu.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { keyLabel } from '../../ui/key-label.ts';
import { MenuButton } from '../../ui/MenuButton.tsx';
import type { MenuEntry } from '../../ui/MenuPopover.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { ScopeButton } from '../../ui/ScopeButton.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import './guide-list.css';
import type { GuideScope, GuideSort } from './guide-list-model.ts';
import type { RowState } from './row-words.ts';
import { useGuideRows } from './use-guide-rows.ts';
import { VirtualGuides } from './VirtualGuides.tsx';

interface GuideListProps {
  /** All entries of the folder, in any order. */
  readonly entries: readonly GuideEntry[];
  readonly documents: readonly OpenDocument[];
  /** Path of the guide in front. */
  readonly active: string | undefined;
  readonly progress: EventValues['workspace.progress'] | undefined;
  readonly sort: GuideSort;
  readonly groupByCategory: boolean;
  /** Gives the categories their names and order. */
  readonly vocabulary: Vocabulary;
  readonly onSort: (sort: GuideSort) => void;
  readonly onGroup: (group: boolean) => void;
  readonly onOpen: (path: string) => void;
  readonly onNew: () => void;
  /** Name and entries of the menu of a guide. */
  readonly menuOf: (path: string) => {
    readonly label: string;
    readonly entries: readonly MenuEntry[];
  };
  /** An entry of that menu was chosen, or its key was pressed. */
  readonly onMenu: (id: string, path: string) => void;
}

const sorts = {
  name: 'byName',
  title: 'byTitle',
  path: 'byPath',
  findings: 'byFindings',
} as const satisfies Record<GuideSort, string>;

function isSort(id: string): id is GuideSort {
  return id in sorts;
}

/** The guides of the folder: filter, scopes, order, groups, and a row for each. */
export function GuideList(props: GuideListProps) {
  const { entries, documents, active, progress, sort, groupByCategory, vocabulary } = props;
  const text = useText(guideListMessages);
  const listBox = useRef<HTMLDivElement>(null);
  const [filter, setFilter] = useState('');
  const [chosenScope, setScope] = useState<GuideScope>('all');
  const [menu, setMenu] = useState<{ readonly path: string; readonly at: MenuPlace }>();
  const deferred = useDeferredValue(entries);
  const list = useGuideRows({
    entries: deferred,
    vocabulary,
    sort,
    groupByCategory,
    filter,
    scope: chosenScope,
  });
  const states = useMemo(
    () => new Map<string, RowState>(documents.map((document) => [document.path, document])),
    [documents],
  );
  const filtered = filter !== '' || chosenScope !== 'all';
  const scopes = [
    { scope: 'all', label: text('all'), count: undefined },
    ...(list.notExported === undefined
      ? []
      : [{ scope: 'not-exported', label: text('notExported'), count: list.notExported } as const]),
    { scope: 'with-findings', label: text('withFindings'), count: list.withFindings },
  ] as const;
  const showAll = () => {
    setFilter('');
    setScope('all');
  };

  // From the filter straight on: ↓ into the list, Enter to the first hit, Esc takes the filter off.
  const onFilterKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const first = list.rows.find((row) => row.kind === 'guide');
    if (event.key === 'ArrowDown') listBox.current?.querySelector<HTMLElement>('.guides')?.focus();
    else if (event.key === 'Enter' && filter !== '' && first !== undefined) {
      props.onOpen(first.entry.path);
    } else if (event.key === 'Escape' && filter !== '') setFilter('');
    else return;
    event.preventDefault();
  };

  return (
    <div className={classNames('guidelist', menu !== undefined && 'menuopen')} ref={listBox}>
      <div className="sidehead">
        <h2>{text('title')}</h2>
        <span className="faint num" data-testid="guide-count">
          {filtered
            ? text('hits', { hits: list.hits, all: entries.length })
            : entries.length.toLocaleString(list.locale)}
        </span>
        <span className="grow" />
        <MenuButton
          label={text('sort')}
          icon="sort"
          entries={[
            ...Object.entries(sorts).map(([id, key]) => ({
              id,
              label: text(key),
              checked: id === sort,
            })),
            'separator',
            { id: 'group', label: text('group'), checked: groupByCategory },
          ]}
          onAction={(id) => {
            if (id === 'group') props.onGroup(!groupByCategory);
            else if (isSort(id)) props.onSort(id);
          }}
        />
        <IconButton
          icon="plus"
          label={text('newGuide')}
          shortcut={keyLabel('CmdOrCtrl+N')}
          onPress={props.onNew}
        />
      </div>
      <div className="sidefilter">
        <TextInput
          size="bar"
          type="text"
          role="searchbox"
          icon="search"
          data-region-focus="filter"
          aria-label={text('filter')}
          placeholder={text('filter')}
          clearLabel={text('clearFilter')}
          value={filter}
          onChange={setFilter}
          onKeyDown={onFilterKey}
        />
      </div>
      <div className="scopes" role="group" aria-label={text('scopes')}>
        {scopes.map(({ scope, label, count }) => (
          <ScopeButton key={scope} pressed={chosenScope === scope} onPress={() => setScope(scope)}>
            {label}
            {count !== undefined && (
              <span className="num"> {count.toLocaleString(list.locale)}</span>
            )}
          </ScopeButton>
        ))}
      </div>
      <div className="sr-only" aria-live="polite">
        {filtered ? text('announceHits', { count: list.hits }) : ''}
      </div>
      {list.rows.length > 0 ? (
        <VirtualGuides
          label={text('listLabel')}
          rows={list.rows}
          hits={list.hits}
          words={list.words}
          question={`${chosenScope} ${sort} ${groupByCategory} ${list.words.join(' ')}`}
          locale={list.locale}
          compact={list.compact}
          active={active}
          states={states}
          onOpen={props.onOpen}
          onMenu={(path, at) => setMenu({ path, at })}
          onFileKey={props.onMenu}
        />
      ) : (
        <div className="guides noguides">
          {filter !== '' ? (
            <EmptyState title={text('noHits', { query: filter })}>
              <Button size="small" onPress={showAll}>
                {text('clearFilter')}
              </Button>
            </EmptyState>
          ) : entries.length > 0 ? (
            <EmptyState title={text('emptyScope')}>
              <Button size="small" onPress={showAll}>
                {text('showAll')}
              </Button>
            </EmptyState>
          ) : progress !== undefined ? (
            <div className="scanning">
              <span className="muted">{text('scanning')}</span>
              <span className="muted num">
                {text('scanningCount', { done: progress.done, total: progress.total })}
              </span>
              <Progress label={text('scanning')} done={progress.done} total={progress.total} />
            </div>
          ) : (
            <EmptyState title={text('emptyFolder')} text={text('emptyFolderText')}>
              <Button size="small" onPress={props.onNew}>
                {text('makeFirst')}
              </Button>
            </EmptyState>
          )}
        </div>
      )}
      {menu !== undefined && (
        <ContextMenu
          at={menu.at}
          {...props.menuOf(menu.path)}
          onAction={(id) => props.onMenu(id, menu.path)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </div>
  );
}
