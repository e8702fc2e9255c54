import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { GuideReference } from '#core/ipc/contract';
import { referencesMessages } from '#core/messages/references';
import type { FieldModel } from '#core/schema/field-model';
import { useSettingsStore } from '../../stores/settings-store.ts';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { nextPlace, placeWords, type ReferenceRow } from './references-model.ts';

interface ReferenceRowsProps {
  readonly rows: readonly ReferenceRow[];
  readonly fields: readonly FieldModel[];
  readonly onGo: (reference: GuideReference) => void;
}

/** The rows of the panel; only those in view are in the page. Arrows select, Enter goes there. */
export function ReferenceRows({ rows, fields, onGo }: ReferenceRowsProps) {
  const text = useText(referencesMessages);
  const { locale, settings } = useSettingsStore();
  const scroller = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(-1);
  const idBase = useId();
  const rowHeight = settings.density === 'compact' ? 26 : 30;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  const goTo = (index: number | undefined): void => {
    if (index === undefined) return;
    setCursor(index);
    virtualizer.scrollToIndex(index, { align: 'auto' });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event) || event.target !== event.currentTarget) return;
    const row = rows[cursor];
    if (event.key === 'ArrowDown') goTo(nextPlace(rows, cursor, 1));
    else if (event.key === 'ArrowUp') goTo(nextPlace(rows, cursor, -1));
    else if (event.key === 'Home') goTo(nextPlace(rows, -1, 1));
    else if (event.key === 'End') goTo(nextPlace(rows, rows.length, -1));
    else if (event.key === 'Enter' && row?.kind === 'place') onGo(row.reference);
    else return;
    event.preventDefault();
  };
  const rowId = (index: number): string => `${idBase}-${index}`;
  return (
    <div
      ref={scroller}
      className="referencerows"
      role="grid"
      aria-label={text('tab')}
      aria-rowcount={rows.length}
      tabIndex={0}
      data-region-main
      {...(rows[cursor]?.kind === 'place' ? { 'aria-activedescendant': rowId(cursor) } : {})}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" className="rowspace" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const style = { top: start };
          if (row.kind === 'guide') {
            return (
              <div
                key={`guide:${row.path}`}
                className="rguide"
                role="row"
                aria-rowindex={index + 1}
                style={style}
              >
                <span role="gridcell" className="rguidename">
                  <b className="clip">{row.name}</b>
                  <span className="clip faint">{row.title}</span>
                </span>
                <span className="badge num">{row.count.toLocaleString(locale)}</span>
              </div>
            );
          }
          const { reference, name } = row;
          const place = placeWords(reference, fields, locale);
          return (
            <div
              key={`${reference.path}:${reference.from}`}
              id={rowId(index)}
              className="r"
              role="row"
              aria-rowindex={index + 1}
              aria-selected={index === cursor}
              aria-label={text('row', { guide: name, place, text: reference.text })}
              style={style}
              onClick={() => {
                setCursor(index);
                onGo(reference);
              }}
            >
              <span role="gridcell" className="clip" data-tip={reference.text}>
                {reference.text}
              </span>
              <span role="gridcell" className="place clip" data-tip={place}>
                {place}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
