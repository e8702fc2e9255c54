import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { exportReviewMessages } from '#core/messages/export-review';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { PlanRow } from './PlanRow.tsx';
import { type ReviewRow, rowKey } from './review-model.ts';

interface PlanListProps {
  readonly rows: readonly ReviewRow[];
  /** Key of the row in front. */
  readonly selected: string | undefined;
  readonly onSelect: (key: string) => void;
  readonly onToggle: (row: ReviewRow) => void;
  readonly onFix: (row: ReviewRow) => void;
}

const lineHeight = 32;
const twoLinesHeight = 52;

function heightOf(row: ReviewRow | undefined): number {
  const held = row?.type === 'item' && ['blocked', 'conflict'].includes(row.item.action);
  return held ? twoLinesHeight : lineHeight;
}

/** The plan as a list that can be walked with the arrows; Space leaves out or folds, Enter goes to the guide. */
export function PlanList({ rows, selected, onSelect, onToggle, onFix }: PlanListProps) {
  const text = useText(exportReviewMessages);
  const scroller = useRef<HTMLDivElement>(null);
  const idBase = useId();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index]),
    getItemKey: (index) => {
      const row = rows[index];
      return row ? rowKey(row) : index;
    },
    overscan: 8,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, rows]);
  const current = rows.findIndex((row) => rowKey(row) === selected);

  const goTo = (index: number): void => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))];
    if (!row) return;
    onSelect(rowKey(row));
    virtualizer.scrollToIndex(rows.indexOf(row), { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const row = rows[current];
    const isGroup = row?.type === 'group';
    if (event.key === 'ArrowDown') goTo(current + 1);
    else if (event.key === 'ArrowUp') goTo(current - 1);
    else if (event.key === 'Home') goTo(0);
    else if (event.key === 'End') goTo(rows.length - 1);
    else if (event.key === 'ArrowRight' && isGroup && !row.open) onToggle(row);
    else if (event.key === 'ArrowRight' && isGroup) goTo(current + 1);
    else if (event.key === 'ArrowLeft' && isGroup && row.open) onToggle(row);
    else if (event.key === 'ArrowLeft' && row?.type === 'item') goTo(groupOf(current));
    else if (event.key === ' ' && row) onToggle(row);
    else if (event.key === 'Enter' && isGroup) onToggle(row);
    else if (event.key === 'Enter' && row) onFix(row);
    else return;
    event.preventDefault();
  };
  const groupOf = (index: number): number =>
    rows.findLastIndex((row, at) => at < index && row.type === 'group');

  return (
    <div
      ref={scroller}
      className="list"
      role="treegrid"
      aria-label={text('plan')}
      aria-rowcount={rows.length}
      tabIndex={0}
      data-region-main
      {...(current >= 0 && { 'aria-activedescendant': `${idBase}-${current}` })}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="space" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <PlanRow
              key={key}
              id={`${idBase}-${index}`}
              row={row}
              position={index + 1}
              top={start}
              selected={index === current}
              onSelect={() => onSelect(rowKey(row))}
              onToggle={() => onToggle(row)}
              onFix={() => onFix(row)}
            />
          );
        })}
      </div>
    </div>
  );
}
