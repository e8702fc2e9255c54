import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Diagnostic } from '#core/lint/diagnostic';
import { isComposing } from '../../ui/composing.ts';
import { type FindingRow, nextFindingRow, rowAtCaret } from './findings-model.ts';
import { FindingRowView } from './FindingRowView.tsx';

interface FindingRowsProps {
  readonly label: string;
  readonly rows: readonly FindingRow[];
  readonly rowHeight: number;
  /** Path of the guide in front and its caret (UTF-16 offset): the row there is selected. */
  readonly active: string | undefined;
  readonly caret: number;
  readonly placeOf: (path: string, finding: Diagnostic) => string;
  readonly onGo: (path: string, finding: Diagnostic) => void;
  readonly onFix: (path: string, finding: Diagnostic, fixIndex: number) => void;
}

/** The rows of the panel; only those in view are in the page. Arrows select, Enter goes there. */
export function FindingRows(props: FindingRowsProps) {
  const { label, rows, rowHeight, active, caret, placeOf, onGo, onFix } = props;
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

  const latest = useRef({ rows, virtualizer });
  useEffect(() => {
    latest.current = { rows, virtualizer };
  });
  useEffect(() => {
    if (active === undefined) return;
    const index = rowAtCaret(latest.current.rows, active, caret);
    if (index < 0) return;
    setCursor(index);
    latest.current.virtualizer.scrollToIndex(index, { align: 'auto' });
  }, [active, caret]);

  const goTo = (index: number | undefined) => {
    if (index === undefined) return;
    setCursor(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const row = rows[cursor];
    if (event.key === 'ArrowDown') goTo(nextFindingRow(rows, cursor, 1));
    else if (event.key === 'ArrowUp') goTo(nextFindingRow(rows, cursor, -1));
    else if (event.key === 'Home') goTo(nextFindingRow(rows, -1, 1));
    else if (event.key === 'End') goTo(nextFindingRow(rows, rows.length, -1));
    else if (event.key === 'Enter' && row?.kind === 'finding') onGo(row.path, row.finding);
    else return;
    event.preventDefault();
  };

  const rowId = (index: number) => `${idBase}-${index}`;
  return (
    <div
      ref={scroller}
      className="findingrows"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length}
      tabIndex={0}
      data-region-main
      {...(rows[cursor]?.kind === 'finding' ? { 'aria-activedescendant': rowId(cursor) } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="rowspace" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          if (row.kind === 'guide') {
            return (
              <div
                key={`guide:${row.path}`}
                className="fguide"
                role="row"
                aria-rowindex={index + 1}
                style={{ top: start }}
              >
                <span role="gridcell" className="clip">
                  {row.name}
                </span>
                <span className="badge">{row.count}</span>
              </div>
            );
          }
          const { path, finding } = row;
          return (
            <FindingRowView
              key={`${path}:${finding.code}:${finding.from}:${finding.pointer ?? ''}:${index}`}
              id={rowId(index)}
              finding={finding}
              place={placeOf(path, finding)}
              selected={index === cursor}
              position={index + 1}
              top={start}
              onGo={() => {
                setCursor(index);
                onGo(path, finding);
              }}
              onFix={(fixIndex) => onFix(path, finding, fixIndex)}
            />
          );
        })}
      </div>
    </div>
  );
}
