import { type KeyboardEvent, memo, useEffect, useId, useMemo, useRef, useState } from 'react';
import { outlineMessages } from '#core/messages/outline';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import './outline.css';
import { mostRows, type OutlineHeading, outlineRows, rowOfHeading } from './outline-model.ts';

interface OutlineProps {
  readonly headings: readonly OutlineHeading[];
  /** Index of the heading whose section holds the caret; -1 before the first. */
  readonly current: number;
  /** Shows the section of a heading (index) in the text. */
  readonly onGo: (index: number) => void;
  /** Moves the section of a heading (index) past the one beside it; gives back its new index, if it moved. */
  readonly onMove: (index: number, direction: 1 | -1) => number | undefined;
  readonly onClose: () => void;
}

interface RowProps {
  readonly id: string;
  readonly index: number;
  readonly level: number;
  readonly title: string;
  readonly active: boolean;
  readonly here: boolean;
  readonly place: number;
  readonly count: number;
  readonly onGo: (index: number) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { id, index, level, title, active, here, place, count, onGo } = props;
  return (
    <div
      id={id}
      role="treeitem"
      className={`outline-row level-${String(level)}`}
      aria-level={level}
      aria-selected={active}
      aria-current={here ? 'location' : undefined}
      aria-posinset={place}
      aria-setsize={count}
      data-tip={title.length > 12 ? title : undefined}
      onClick={() => onGo(index)}
    >
      <span className="clip">{title}</span>
    </div>
  );
});

function rowAfter(key: string, at: number, last: number): number | undefined {
  if (last < 0) return undefined;
  if (key === 'ArrowDown') return Math.min(last, at + 1);
  if (key === 'ArrowUp') return Math.max(0, at - 1);
  if (key === 'PageDown') return Math.min(last, at + 10);
  return key === 'PageUp' ? Math.max(0, at - 10) : undefined;
}

/** The headings of the guide in front; the focus stays in the field while arrows choose. */
export function Outline(props: OutlineProps) {
  const { headings, current, onGo, onMove, onClose } = props;
  const text = useText(outlineMessages);
  const [query, setQuery] = useState('');
  // What the arrows chose, as index of a heading; until then the outline follows the caret.
  const [chosen, setChosen] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const rows = useMemo(() => outlineRows(headings, query), [headings, query]);
  const shown = rows.slice(0, mostRows);
  const here = rowOfHeading(shown, current);
  const at = chosen === undefined ? here : rowOfHeading(shown, chosen);
  const active = at === -1 && query.trim() !== '' ? 0 : at;

  // The caret went on: so does the outline.
  const [followed, setFollowed] = useState(current);
  if (followed !== current) {
    setFollowed(current);
    setChosen(undefined);
  }
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active, shown.length]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const row = shown[active];
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : undefined;
    const to = rowAfter(event.key, active, shown.length - 1);
    if (event.altKey && step !== undefined) {
      const moved = row && onMove(row.index, step);
      if (moved !== undefined) setChosen(moved);
    } else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (to !== undefined) setChosen(shown[to]?.index);
    else if (event.key === 'Enter' && row) onGo(row.index);
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <aside className="outline" aria-label={text('outline')}>
      <div className="outline-head">
        <TextInput
          size="bar"
          icon="search"
          role="combobox"
          aria-label={text('filter')}
          aria-expanded
          aria-haspopup="tree"
          aria-autocomplete="list"
          aria-controls={`${id}-tree`}
          aria-activedescendant={shown[active] ? `${id}-${String(active)}` : undefined}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          placeholder={text('filter')}
          clearLabel={text('clear')}
          value={query}
          onChange={(next) => {
            setQuery(next);
            setChosen(undefined);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton icon="x" size="small" label={text('close')} onPress={onClose} />
      </div>
      <div
        ref={list}
        id={`${id}-tree`}
        className="outline-rows"
        role="tree"
        aria-label={text('outline')}
      >
        {shown.map(({ index, level, title }, place) => (
          <Row
            key={index}
            id={`${id}-${String(place)}`}
            index={index}
            level={level}
            title={title === '' ? text('untitled') : title}
            active={place === active}
            here={place === here}
            place={place + 1}
            count={shown.length}
            onGo={onGo}
          />
        ))}
      </div>
      <div role="status" className="outline-none">
        {headings.length === 0 && text('noHeadings')}
        {headings.length > 0 && rows.length === 0 && text('noHits', { query: query.trim() })}
        {rows.length > shown.length && text('more', { count: rows.length - shown.length })}
      </div>
      {headings.length > 0 && (
        <div className="outline-foot" aria-hidden="true">
          <span>
            <Kbd keys="Enter" /> {text('go')}
          </span>
          <span>
            <Kbd keys="Alt" /> <Kbd keys="↑" /> <Kbd keys="↓" /> {text('move')}
          </span>
        </div>
      )}
    </aside>
  );
}
