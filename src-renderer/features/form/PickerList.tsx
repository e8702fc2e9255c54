import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { mostShown, type PickerGroup, type PickerOption } from './picker-model.ts';
import { PickerRow } from './PickerRow.tsx';

/** What the list in a picker shows and does. */
export interface PickerListProps {
  readonly onClose: () => void;
  readonly label: string;
  readonly placeholder: string;
  /** What matches a query, best first; called with the text as typed. */
  readonly groupsFor: (query: string) => readonly PickerGroup[];
  readonly onPick: (id: string) => void;
  /** Stays open after a pick, for adding several. */
  readonly many?: boolean | undefined;
  /** Opens on the present choice, which Enter then keeps, instead of on the first that is not chosen. */
  readonly startAtChosen?: boolean | undefined;
  /** A query that is no option may be picked itself. */
  readonly free?: boolean | undefined;
  /** Buttons at the right of the foot. */
  readonly extra?: ReactNode;
}

/** Rows that a page of the list holds, less one that stays in sight. */
const pageRows = 6;

function shorten(groups: readonly PickerGroup[]): {
  readonly shown: readonly PickerGroup[];
  readonly rest: number;
} {
  let room = mostShown;
  let rest = 0;
  const shown: PickerGroup[] = [];
  for (const group of groups) {
    const options = group.options.slice(0, room);
    room -= options.length;
    rest += group.options.length - options.length + (group.more ?? 0);
    if (options.length > 0) shown.push({ ...group, options });
  }
  return { shown, rest };
}

/** Where a key goes in a list of `count` rows; `undefined` for keys that belong to the text. */
function rowAfter(
  event: KeyboardEvent,
  at: number,
  count: number,
  empty: boolean,
): number | undefined {
  const last = count - 1;
  const { key } = event;
  if (last < 0) return undefined;
  if (key === 'ArrowDown') return at >= last ? 0 : at + 1;
  if (key === 'ArrowUp') return at <= 0 ? last : at - 1;
  if (key === 'PageDown') return Math.min(last, at + pageRows);
  if (key === 'PageUp') return Math.max(0, at - pageRows);
  // Home and End move the caret where there is text to move in.
  if (!empty && !event.ctrlKey) return undefined;
  if (key === 'Home') return 0;
  return key === 'End' ? last : undefined;
}

/** The row that Enter would pick before any arrow: the first to be had, or the present choice where it is asked for. */
function firstRow(options: readonly PickerOption[], fromChosen: boolean): number {
  const chosen = fromChosen ? options.findIndex(({ selected }) => selected === true) : -1;
  const free = options.findIndex(
    ({ selected, refused }) => selected !== true && refused === undefined,
  );
  return Math.max(0, chosen === -1 ? free : chosen);
}

/** The search field of a picker over what it finds: arrows choose, Enter picks; the focus stays in the field. */
export function PickerList({
  label,
  placeholder,
  groupsFor,
  onPick,
  onClose,
  many = false,
  startAtChosen = false,
  free = false,
  extra,
}: PickerListProps) {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  const listId = useId();
  const [query, setQuery] = useState('');
  // `undefined` until an arrow, the pointer or a pick has chosen a row.
  const [active, setActive] = useState<number>();
  const { shown, rest } = shorten(groupsFor(query));
  const typed = query.trim();
  const options = shown.flatMap((group) => group.options);
  const known = options.some(({ id, name }) => id === typed || name === typed);
  const own: PickerOption | undefined =
    free && typed !== '' && !known
      ? { id: typed, name: text('useTyped', { value: typed }) }
      : undefined;
  const all = own ? [...options, own] : options;
  const at = Math.min(active ?? firstRow(all, startAtChosen && query === ''), all.length - 1);
  const current = all[at];
  const rowId = (index: number): string => `${listId}-${index}`;

  useEffect(() => {
    document.getElementById(`${listId}-${at}`)?.scrollIntoView?.({ block: 'nearest' });
  }, [listId, at, query]);

  const pick = (option: PickerOption | undefined): void => {
    if (!option || option.refused !== undefined) return;
    if (option.selected !== true) onPick(option.id);
    // The keys stay on what was picked: a second Enter must not add the next one.
    if (many) setActive(all.indexOf(option));
    else onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const to = rowAfter(event, at, all.length, query === '');
    if (to !== undefined) setActive(to);
    else if (event.key === 'Enter') pick(current);
    else return;
    event.preventDefault();
  };
  const row = (option: PickerOption) => {
    const index = all.indexOf(option);
    return (
      <PickerRow
        key={option.id}
        id={rowId(index)}
        option={option}
        active={option === current}
        place={index + 1}
        count={all.length}
        onPoint={() => setActive(index)}
        onPick={() => pick(option)}
      />
    );
  };

  return (
    <>
      <div className="find">
        <TextInput
          autoFocus
          icon="search"
          role="combobox"
          aria-label={placeholder}
          aria-expanded
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls={listId}
          aria-activedescendant={current && rowId(at)}
          placeholder={placeholder}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(next) => {
            setQuery(next);
            setActive(undefined);
          }}
        />
      </div>
      <div className="opts" role="listbox" id={listId} aria-label={label}>
        {shown.map((group, index) =>
          group.title === '' ? (
            group.options.map(row)
          ) : (
            <div key={group.title} role="group" aria-labelledby={`${listId}-group-${index}`}>
              <div className="group" id={`${listId}-group-${index}`} role="presentation">
                {group.title}
              </div>
              {group.options.map(row)}
            </div>
          ),
        )}
        {own && row(own)}
      </div>
      {/* What is found is read out, and seen where it is not all or nothing. */}
      <div role="status">
        {all.length === 0 ? (
          <p className="none">{text('noResults', { query: typed })}</p>
        ) : (
          <span className="sr-only">{choiceText('hits', { count: all.length + rest })}</span>
        )}
        {rest > 0 && <p className="none">{text('moreResults', { count: rest })}</p>}
      </div>
      <div className="foot">
        <span>
          <Kbd keys="↑" /> <Kbd keys="↓" /> {text('pick')}
        </span>
        <span>
          <Kbd keys="Enter" /> {text(many ? 'pickAdd' : 'pickUse')}
        </span>
        <span>
          <Kbd keys="Esc" /> {text('close')}
        </span>
        <span className="grow" />
        {extra}
      </div>
    </>
  );
}
