import {
  Fragment,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useId,
  useState,
} from 'react';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { Pill } from '../../ui/Marks.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { PickerThumb } from './PickerThumb.tsx';

/** One thing that can be picked. */
export interface PickerOption {
  readonly id: string;
  readonly name: string;
  /** Second line; without it the row is a low one. */
  readonly detail?: string | undefined;
  /** Small text at the right, such as how many guides use it. */
  readonly note?: string | undefined;
  /** Address of a picture; `null` keeps its place empty, `undefined` has none. */
  readonly image?: string | null | undefined;
  /** Chosen already: shown, marked, and not picked again. */
  readonly selected?: boolean | undefined;
}

/** Options under a heading; an empty heading shows none. */
export interface PickerGroup {
  readonly title: string;
  readonly options: readonly PickerOption[];
}

interface PickerProps {
  readonly anchor: RefObject<Element | null>;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly label: string;
  readonly placeholder: string;
  /** What matches a query, best first; called with the text as typed. */
  readonly groupsFor: (query: string) => readonly PickerGroup[];
  readonly onPick: (id: string) => void;
  /** Stays open after a pick, for adding several. */
  readonly many?: boolean | undefined;
  /** A query that is no option may be picked itself. */
  readonly free?: boolean | undefined;
  /** Buttons at the right of the foot. */
  readonly extra?: ReactNode;
}

/** More options than this are counted, not shown: typing is quicker than scrolling. */
const mostShown = 60;

function shorten(groups: readonly PickerGroup[]): {
  readonly shown: readonly PickerGroup[];
  readonly rest: number;
} {
  let room = mostShown;
  const shown: PickerGroup[] = [];
  for (const group of groups) {
    const options = group.options.slice(0, room);
    room -= options.length;
    if (options.length > 0) shown.push({ ...group, options });
  }
  const all = groups.reduce((sum, { options }) => sum + options.length, 0);
  return { shown, rest: all - (mostShown - room) };
}

/** A card with a search field over a list: arrows choose, Enter picks, Esc closes. */
export function Picker({ anchor, open, onClose, label, ...list }: PickerProps) {
  return (
    <Popover anchor={anchor} open={open} onClose={onClose} label={label} className="picker">
      <PickerList {...list} label={label} onClose={onClose} />
    </Popover>
  );
}

type PickerListProps = Omit<PickerProps, 'anchor' | 'open'>;

function PickerList({
  label,
  placeholder,
  groupsFor,
  onPick,
  onClose,
  many = false,
  free = false,
  extra,
}: PickerListProps) {
  const text = useText(formMessages);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const { shown, rest } = shorten(groupsFor(query));
  const typed = query.trim();
  const options = shown.flatMap((group) => group.options);
  const known = options.some(({ id, name }) => id === typed || name === typed);
  const own: PickerOption | undefined =
    free && typed !== '' && !known
      ? { id: typed, name: text('useTyped', { value: typed }) }
      : undefined;
  const all = own ? [...options, own] : options;
  const current = all[Math.min(active, all.length - 1)];

  const pick = (option: PickerOption | undefined): void => {
    if (!option || option.selected) return;
    onPick(option.id);
    if (!many) onClose();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const last = all.length - 1;
    const at = Math.min(active, last);
    const next: Readonly<Record<string, number>> = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 6),
      PageUp: Math.max(0, at - 6),
    };
    const to = next[event.key];
    if (to !== undefined) setActive(Math.max(0, to));
    else if (event.key === 'Enter') pick(current);
    else return;
    event.preventDefault();
    document.getElementById(`${listId}-${to ?? at}`)?.scrollIntoView({ block: 'nearest' });
  };

  let index = -1;
  const row = (option: PickerOption) => {
    index += 1;
    const at = index;
    return (
      <div
        key={option.id}
        id={`${listId}-${at}`}
        role="option"
        tabIndex={-1}
        className={option.detail === undefined ? 'opt low' : 'opt'}
        aria-selected={option === current}
        aria-disabled={option.selected === true || undefined}
        onPointerMove={() => setActive(at)}
        // The search field keeps the focus, so that typing goes on.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => pick(option)}
        onKeyDown={onKeyDown}
      >
        {option.image !== undefined && <PickerThumb address={option.image} />}
        <span className="clip grow">
          <b className="clip">{option.name}</b>
          {option.detail !== undefined && <small className="clip">{option.detail}</small>}
        </span>
        {option.selected ? (
          <Pill kind="success" icon="check">
            {text('selected')}
          </Pill>
        ) : (
          option.note !== undefined && <span className="faint nowrap">{option.note}</span>
        )}
      </div>
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
          aria-controls={listId}
          aria-activedescendant={current && `${listId}-${all.indexOf(current)}`}
          placeholder={placeholder}
          value={query}
          onKeyDown={onKeyDown}
          onChange={(next) => {
            setQuery(next);
            setActive(0);
          }}
        />
      </div>
      <div className="opts" role="listbox" id={listId} aria-label={label}>
        {shown.map((group) => (
          <Fragment key={group.title}>
            {group.title !== '' && (
              <div className="group" role="presentation">
                {group.title}
              </div>
            )}
            {group.options.map(row)}
          </Fragment>
        ))}
        {own && row(own)}
        {all.length === 0 && <p className="none">{text('noResults', { query: typed })}</p>}
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
