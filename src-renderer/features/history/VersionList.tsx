import { type KeyboardEvent, useEffect, useRef } from 'react';
import { historyMessages } from '#core/messages/history';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import type { VersionRow } from './history-model.ts';

interface VersionListProps {
  readonly rows: readonly VersionRow[];
  readonly chosen: number | undefined;
  readonly onChoose: (id: number) => void;
  readonly onEnter: () => void;
}

const steps: Readonly<Record<string, number>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  PageUp: -10,
  PageDown: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

const rowId = (id: number): string => `version-${id}`;

/** The versions of a guide, the newest on top: when, why, and how much longer it became. */
export function VersionList({ rows, chosen, onChoose, onEnter }: VersionListProps) {
  const text = useText(historyMessages);
  const list = useRef<HTMLDivElement>(null);
  // Focus comes along, so that the arrows work from the first key on.
  useEffect(() => list.current?.focus(), []);
  useEffect(() => {
    if (chosen !== undefined) {
      document.getElementById(rowId(chosen))?.scrollIntoView({ block: 'nearest' });
    }
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const step = steps[event.key];
    if (event.key === 'Enter') onEnter();
    else if (step !== undefined) {
      const at = rows.findIndex(({ version }) => version.id === chosen);
      const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
      if (next) onChoose(next.version.id);
    } else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      className="versions"
      role="listbox"
      tabIndex={0}
      aria-label={text('versions')}
      aria-activedescendant={chosen === undefined ? undefined : rowId(chosen)}
      data-region-main
      onKeyDown={onKeyDown}
    >
      {rows.map(({ version, time, kind, size }) => (
        // The list has the keys.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={version.id}
          id={rowId(version.id)}
          className="version"
          role="option"
          // The focus stays on the list.
          tabIndex={-1}
          aria-selected={version.id === chosen}
          onClick={() => onChoose(version.id)}
        >
          <b>{time}</b>
          <span className="num muted">{size}</span>
          <small>{kind}</small>
        </div>
      ))}
    </div>
  );
}
