import { type KeyboardEvent, useId, useMemo, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { newGuideMessages } from '#core/messages/new-guide';
import { useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { LabelledField } from '../../ui/LabelledField.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { guidesFor } from './new-guide-model.ts';

interface GuidePickerProps {
  readonly entries: readonly GuideEntry[];
  /** Path of the guide that is chosen. */
  readonly value: string | undefined;
  /** Told as an error that none is chosen. */
  readonly missing: boolean;
  readonly onChange: (path: string | undefined) => void;
}

/** Finds a guide by its name or title; arrows move, Enter chooses. */
export function GuidePicker({ entries, value, missing, onChange }: GuidePickerProps) {
  const text = useText(newGuideMessages);
  const listId = useId();
  const chosen = entries.find(({ path }) => path === value);
  const [query, setQuery] = useState(chosen?.name ?? '');
  const [cursor, setCursor] = useState(0);
  const found = useMemo(() => guidesFor(query, entries), [query, entries]);
  const isOpen = chosen === undefined;

  const choose = (entry: GuideEntry | undefined) => {
    if (entry === undefined) return;
    setQuery(entry.name);
    onChange(entry.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || !isOpen || found.length === 0) return;
    if (event.key === 'ArrowDown') setCursor((cursor + 1) % found.length);
    else if (event.key === 'ArrowUp') setCursor((cursor - 1 + found.length) % found.length);
    else if (event.key === 'Enter') choose(found[cursor]);
    else return;
    // Enter has chosen a guide; it must not make one as well.
    event.stopPropagation();
    event.preventDefault();
  };
  return (
    <div className="frompicker">
      <LabelledField
        label={text('fromLabel')}
        message={chosen?.title ?? (missing ? text('checkFrom') : undefined)}
        tone={chosen === undefined ? 'error' : 'success'}
      >
        {(ids) => (
          <TextInput
            {...ids}
            role="combobox"
            icon="search"
            aria-label={text('fromLabel')}
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-autocomplete="list"
            {...(isOpen && found.length > 0
              ? { 'aria-activedescendant': `${listId}-${cursor}` }
              : {})}
            placeholder={text('fromHint')}
            invalid={missing && chosen === undefined}
            value={query}
            onChange={(next) => {
              setQuery(next);
              setCursor(0);
              onChange(undefined);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </LabelledField>
      {isOpen && (
        <div id={listId} role="listbox" aria-label={text('fromLabel')} className="fromlist">
          {found.map((entry, index) => (
            <div
              key={entry.path}
              id={`${listId}-${index}`}
              role="option"
              aria-selected={index === cursor}
              className={classNames('fromrow', index === cursor && 'cursor')}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(entry)}
            >
              <span className="clip">{entry.name}</span>
              <small className="clip">{entry.title}</small>
            </div>
          ))}
          {found.length === 0 && <div className="faint">{text('fromNone', { query })}</div>}
        </div>
      )}
    </div>
  );
}
