import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
  useState,
} from 'react';
import type { SearchMatch } from '#core/text/search-excerpts';
import { isComposing } from '../../ui/composing.ts';
import { nextMatchRow, type SearchRow } from './search-model.ts';
import { SearchRowView } from './SearchRowView.tsx';

/** What the field over the rows asks of them. */
export interface SearchRowsHandle {
  /** Moves the focus to the rows, and to the first place in them. */
  enter(): void;
  /** Goes to the next place (1) or the previous one (-1), the first one at the beginning. */
  step(direction: 1 | -1): void;
}

interface SearchRowsProps {
  readonly label: string;
  readonly rows: readonly SearchRow[];
  readonly rowHeight: number;
  readonly onGo: (path: string, match: SearchMatch) => void;
  readonly ref: Ref<SearchRowsHandle>;
}

/** What was found; only the rows in view are in the page. Arrows select, Enter goes there. */
export function SearchRows({ label, rows, rowHeight, onGo, ref }: SearchRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
  const idBase = useId();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const select = (index: number | undefined): void => {
    if (index === undefined) return;
    setCursor(index);
    // The name of the guide stays in sight with its first place.
    virtualizer.scrollToIndex(rows[index - 1]?.kind === 'guide' ? index - 1 : index, {
      align: 'auto',
    });
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const go = (index: number): void => {
    const row = rows[index];
    if (row?.kind !== 'match') return;
    select(index);
    onGo(row.path, row.match);
  };
  useImperativeHandle(ref, () => ({
    enter() {
      scroller.current?.focus();
      if (rows[cursor]?.kind !== 'match') select(nextMatchRow(rows, -1, 1));
    },
    step(direction) {
      const index = nextMatchRow(
        rows,
        cursor < 0 && direction === -1 ? rows.length : cursor,
        direction,
      );
      if (index !== undefined) go(index);
    },
  }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowDown') select(nextMatchRow(rows, cursor, 1));
    else if (event.key === 'ArrowUp') select(nextMatchRow(rows, cursor, -1));
    else if (event.key === 'Home') select(nextMatchRow(rows, -1, 1));
    else if (event.key === 'End') select(nextMatchRow(rows, rows.length, -1));
    else if (event.key === 'Enter') go(cursor);
    else return;
    event.preventDefault();
  };

  const rowId = (index: number): string => `${idBase}-${index}`;
  return (
    <div
      ref={scroller}
      className="searchrows"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      tabIndex={0}
      data-region-main
      {...(rows[cursor]?.kind === 'match' ? { 'aria-activedescendant': rowId(cursor) } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="rowspace" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <SearchRowView
              key={`${row.path}:${row.kind === 'match' ? row.match.from : ''}`}
              id={rowId(index)}
              row={row}
              selected={index === cursor}
              position={index + 1}
              top={start}
              onGo={() => go(index)}
            />
          );
        })}
      </div>
    </div>
  );
}
