import { type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { shellMessages } from '#core/messages/shell';
import type { OpenDocument } from '../../stores/documents-store.ts';
import { useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { ContextMenu, type MenuPlace, menuPlaceOf } from '../../ui/ContextMenu.tsx';
import { Icon } from '../../ui/icons.tsx';
import { Dot, UnsavedMark } from '../../ui/Marks.tsx';
import type { MenuEntry } from '../../ui/MenuPopover.tsx';
import './tabs.css';
import { tabAfterKey, tabName } from './tabs-model.ts';

interface TabsProps {
  /** Open guides in order. */
  readonly documents: readonly OpenDocument[];
  readonly entries: ReadonlyMap<string, GuideEntry>;
  readonly active: string | undefined;
  readonly onActivate: (path: string) => void;
  /** Asked by the ×, Delete and a middle click; the text of an unsaved guide must not go with it. */
  readonly onClose: (path: string) => void;
  /** Name and entries of the menu of a tab. */
  readonly menuOf: (path: string) => {
    readonly label: string;
    readonly entries: readonly MenuEntry[];
  };
  readonly onMenu: (id: string, path: string) => void;
}

interface TabProps {
  readonly document: OpenDocument;
  readonly entry: GuideEntry | undefined;
  readonly selected: boolean;
  readonly onActivate: () => void;
  readonly onClose: () => void;
}

const middleButton = 1;

function StateMark({ document, entry }: Pick<TabProps, 'document' | 'entry'>) {
  if (document.disk !== 'same' || entry?.siteState === 'conflict') return <Dot state="conflict" />;
  if (entry?.siteState === 'changed') return <Dot state="changed" />;
  return entry?.siteState === 'new' ? <Dot state="added" /> : null;
}

function Tab({ document, entry, selected, onActivate, onClose }: TabProps) {
  const text = useText(shellMessages);
  const name = tabName(document.path, entry);
  const states = [
    document.unsaved && text('tabUnsaved'),
    document.disk === 'changed' && text('tabConflict'),
    document.disk === 'deleted' && text('tabDeleted'),
  ].filter((state) => state !== false);
  return (
    <div
      className={classNames('tab', document.disk === 'deleted' && 'deleted')}
      role="tab"
      aria-selected={selected}
      aria-label={[name, ...states].join(text('separator'))}
      tabIndex={selected ? 0 : -1}
      data-path={document.path}
      data-tip={document.path}
      onClick={onActivate}
      onMouseDown={(event: MouseEvent) => {
        // Otherwise a middle click starts to scroll.
        if (event.button === middleButton) event.preventDefault();
      }}
      onAuxClick={(event: MouseEvent) => {
        if (event.button === middleButton) onClose();
      }}
    >
      <StateMark document={document} entry={entry} />
      {document.unsaved && <UnsavedMark />}
      <span className="clip">{name}</span>
      {/* For the pointer only: a tab must hold no control of its own; by keyboard it is Delete. */}
      <span
        className="tabclose"
        aria-hidden="true"
        data-tip={text('closeTab', { name })}
        onClick={(event) => {
          event.stopPropagation();
          onClose();
        }}
      >
        <Icon name="x" size={14} />
      </span>
    </div>
  );
}

/** The open guides; arrows move between them, Delete closes, the one in front has the top line. */
export function Tabs(props: TabsProps) {
  const { documents, entries, active, onActivate, onClose } = props;
  const [menu, setMenu] = useState<{ readonly path: string; readonly at: MenuPlace }>();
  const text = useText(shellMessages);
  const strip = useRef<HTMLDivElement>(null);
  const tabOf = (path: string) =>
    [...(strip.current?.children ?? [])].find(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && element.dataset['path'] === path,
    );

  useEffect(() => {
    if (active !== undefined)
      tabOf(active)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [active]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || active === undefined) return;
    if (event.key === 'Delete') onClose(active);
    else {
      const paths = documents.map((document) => document.path);
      const next = tabAfterKey(paths, active, event.key);
      if (next === undefined) return;
      onActivate(next);
      tabOf(next)?.focus();
    }
    event.preventDefault();
  };

  const onContextMenu = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const tab = target?.closest<HTMLElement>('[role="tab"]') ?? undefined;
    const path = tab?.dataset['path'];
    if (path === undefined) return;
    event.preventDefault();
    setMenu({ path, at: menuPlaceOf(event, tab) });
  };

  return (
    <>
      <div
        ref={strip}
        className="tabs"
        role="tablist"
        aria-label={text('tabs')}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      >
        {documents.map((document) => (
          <Tab
            key={document.path}
            document={document}
            entry={entries.get(document.path)}
            selected={document.path === active}
            onActivate={() => onActivate(document.path)}
            onClose={() => onClose(document.path)}
          />
        ))}
      </div>
      {menu !== undefined && (
        <ContextMenu
          at={menu.at}
          {...props.menuOf(menu.path)}
          onAction={(id) => props.onMenu(id, menu.path)}
          onClose={() => setMenu(undefined)}
        />
      )}
    </>
  );
}
