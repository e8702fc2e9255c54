import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import type { Locale } from '#core/messages/messages';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import type { GuideRow } from './guide-list-model.ts';
import { GuideRowView } from './GuideRowView.tsx';
import { rowAfterKey, rowByTyping } from './list-keys.ts';
import { closedState, type RowState } from './row-words.ts';

interface VirtualGuidesProps {
  readonly label: string;
  readonly rows: readonly GuideRow[];
  readonly hits: number;
  readonly words: readonly string[];
  readonly locale: Locale;
  readonly compact: boolean;
  readonly active: string | undefined;
  readonly states: ReadonlyMap<string, RowState>;
  readonly onOpen: (path: string) => void;
}

const groupHeight = 28;
const typingPauseMs = 700;

/** The rows of the list; only those in view are in the page, however many there are. */
export function VirtualGuides(props: VirtualGuidesProps) {
  const { label, rows, hits, words, locale, compact, active, states, onOpen } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
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

  // The open guide comes into view when another one is opened, never because the list changed.
  const latest = useRef({ rows, virtualizer });
  useEffect(() => {
    latest.current = { rows, virtualizer };
  });
  useEffect(() => {
    const index = latest.current.rows.findIndex(
      (row) => row.kind === 'guide' && row.entry.path === active,
    );
    setCursor(index);
    if (index >= 0) latest.current.virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [active]);
  const shownCursor = Math.min(cursor, rows.length - 1);

  const moveTo = (index: number) => {
    setCursor(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
    const next = rowAfterKey(rows, shownCursor, event.key, page);
    const row = rows[shownCursor];
    if (next !== undefined) moveTo(next);
    else if (event.key === 'Enter' && row?.kind === 'guide') onOpen(row.entry.path);
    else if ([...event.key].length === 1 && event.key !== ' ') {
      const now = event.timeStamp;
      const before = now - typed.current.at > typingPauseMs ? '' : typed.current.text;
      typed.current = { text: before + event.key, at: now };
      const found = rowByTyping(rows, shownCursor, typed.current.text);
      if (found !== undefined) moveTo(found);
    } else return;
    event.preventDefault();
  };

  const rowId = (index: number) => `${idBase}-${index}`;
  const cursorRow = rows[shownCursor];
  return (
    <div
      ref={scroller}
      className="guides"
      role="listbox"
      aria-label={label}
      tabIndex={0}
      data-region-main
      {...(cursorRow?.kind === 'guide' ? { 'aria-activedescendant': rowId(shownCursor) } : {})}
      onKeyDown={onKeyDown}
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
                {...(sticks ? {} : { style: { transform: `translateY(${start}px)` } })}
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
              entry={row.entry}
              state={states.get(path) ?? closedState}
              words={words}
              locale={locale}
              selected={path === active}
              cursor={index === shownCursor}
              position={row.position}
              count={hits}
              top={start}
              onOpen={() => {
                setCursor(index);
                onOpen(path);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}
