import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { Locale } from '#core/messages/messages';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { type MenuPlace, menuPlaceOf } from '../../ui/ContextMenu.tsx';
import type { GuideRow } from './guide-list-model.ts';
import { GuideRowView } from './GuideRowView.tsx';
import { fileActionOf, rowAfterKey, rowByTyping } from './list-keys.ts';
import { closedState, type RowState } from './row-words.ts';

interface VirtualGuidesProps {
  readonly label: string;
  readonly rows: readonly GuideRow[];
  readonly hits: number;
  readonly words: readonly string[];
  /** Changes when the author asks the list for something else: filter, scope, order. */
  readonly question: string;
  readonly locale: Locale;
  readonly compact: boolean;
  readonly active: string | undefined;
  readonly states: ReadonlyMap<string, RowState>;
  readonly onOpen: (path: string) => void;
  /** The menu of a guide is asked for at a place. */
  readonly onMenu: (path: string, at: MenuPlace) => void;
  /** A key on the guide of the cursor: rename or trash. */
  readonly onFileKey: (id: 'rename' | 'trash', path: string) => void;
}

const groupHeight = 28;
const typingPauseMs = 700;

function indexOfPath(rows: readonly GuideRow[], path: string | undefined): number {
  return rows.findIndex((row) => row.kind === 'guide' && row.entry.path === path);
}

/** The rows of the list; only those in view are in the page, however many there are. */
export function VirtualGuides(props: VirtualGuidesProps) {
  const { label, rows, hits, words, question, locale, compact, active, states, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  // By path: rows move while the folder is being read, and the cursor must not.
  const [cursorPath, setCursorPath] = useState<string>();
  const typed = useRef({ text: '', at: 0 });
  const idBase = useId();
  const rowHeight = compact ? 30 : 50;

  const sticky = useRef(-1);
  // The header of the group at the top stays in the page, so that it can stick there.
  const rangeExtractor = useCallback(
    (range: Range) => {
      let header = range.startIndex;
      while (header >= 0 && rows[header]?.kind !== 'group') header -= 1;
      sticky.current = header;
      const indexes = defaultRangeExtractor(range);
      return header < 0 || indexes.includes(header) ? indexes : [header, ...indexes];
    },
    [rows],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'group' ? groupHeight : rowHeight),
    overscan: 6,
    paddingStart: 5,
    paddingEnd: 5,
    rangeExtractor,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight, rows]);

  const cursor = useMemo(() => indexOfPath(rows, cursorPath), [rows, cursorPath]);

  // The open guide comes into view when another one is opened, never because the list changed.
  const latest = useRef({ rows, virtualizer });
  useEffect(() => {
    latest.current = { rows, virtualizer };
  });
  useEffect(() => {
    setCursorPath(active);
    const index = indexOfPath(latest.current.rows, active);
    if (index >= 0) latest.current.virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [active]);
  // Another question to the list is answered from its top.
  useEffect(() => {
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  }, [question]);

  const moveTo = (index: number) => {
    const row = rows[index];
    if (row?.kind !== 'guide') return;
    setCursorPath(row.entry.path);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const file = fileActionOf(event);
    const cursorRow = rows[cursor];
    if (file !== undefined && cursorRow?.kind === 'guide') {
      event.preventDefault();
      props.onFileKey(file, cursorRow.entry.path);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = rowAfterKey(rows, cursor, event.key, page);
    const row = rows[cursor];
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && row?.kind === 'guide') onOpen(row.entry.path);
    else if ([...event.key].length === 1 && event.key !== ' ') {
      const now = event.timeStamp;
      const before = now - typed.current.at > typingPauseMs ? '' : typed.current.text;
      typed.current = { text: before + event.key, at: now };
      const found = rowByTyping(rows, cursor, typed.current.text);
      if (found !== undefined) moveTo(found);
    } else return;
    event.preventDefault();
  };

  const onContextMenu = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target : undefined;
    const pointed = target?.closest('[role="option"]') ?? undefined;
    const row = rows[pointed instanceof HTMLElement ? Number(pointed.dataset['index']) : cursor];
    if (row?.kind !== 'guide') return;
    event.preventDefault();
    setCursorPath(row.entry.path);
    const element = pointed ?? scroller.current?.querySelector('.cursor') ?? undefined;
    props.onMenu(row.entry.path, menuPlaceOf(event, element));
  };

  const rowId = (index: number) => `${idBase}-${index}`;
  const cursorRow = rows[cursor];
  return (
    <div
      ref={scroller}
      className="guides"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-region-main
      {...(cursorRow?.kind === 'guide' ? { 'aria-activedescendant': rowId(cursor) } : {})}
      onKeyDown={onKeyDown}
      onContextMenu={onContextMenu}
    >
      <div className="guiderows" role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          if (row.kind === 'group') {
            const sticks = sticky.current === index;
            return (
              <div
                key={row.id}
                className={classNames('guidegroup', sticks && 'sticks')}
                role="presentation"
                {...(sticks ? {} : { style: { top: start } })}
              >
                <span className="clip">{row.label}</span>
                <span className="num faint">{row.count.toLocaleString(locale)}</span>
              </div>
            );
          }
          const { path } = row.entry;
          return (
            <GuideRowView
              key={path}
              id={rowId(index)}
              index={index}
              entry={row.entry}
              state={states.get(path) ?? closedState}
              words={words}
              locale={locale}
              selected={path === active}
              cursor={index === cursor}
              position={row.position}
              count={hits}
              top={start}
              onOpen={() => {
                setCursorPath(path);
                onOpen(path);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
