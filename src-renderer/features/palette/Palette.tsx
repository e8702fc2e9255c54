import { Fragment, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import type { Vocabulary } from '#core/catalog/workspace-config';
import type { CommandId } from '#core/commands/commands';
import type { GuideHeading } from '#core/markdown/guide-headings';
import { paletteMessages } from '#core/messages/palette';
import { useText } from '../../stores/use-text.ts';
import { isComposing } from '../../ui/composing.ts';
import { Dialog } from '../../ui/Dialog.tsx';
import { Icon } from '../../ui/icons.tsx';
import './palette.css';
import { type Availability, groupHits, type PaletteHit } from './palette-model.ts';
import { PaletteOption } from './PaletteOption.tsx';
import { usePalette } from './use-palette.ts';

interface PaletteProps {
  /** `actions` leaves the guides out. */
  readonly mode: 'all' | 'actions';
  readonly entries: readonly GuideEntry[];
  readonly vocabulary: Vocabulary;
  readonly available: Availability;
  /** Guides used last, the latest first; shown before anything is typed. */
  readonly recentPaths: readonly string[];
  /** Headings of the guide in front, found after `#` or `@`; `undefined` until they are known. */
  readonly headings: readonly GuideHeading[] | undefined;
  /** Runs a command; the palette has closed by then. */
  readonly onRun: (id: CommandId) => void;
  readonly onOpen: (path: string) => void;
  /** Shows a heading of the guide in front; UTF-16 offset. */
  readonly onHeading: (from: number) => void;
  readonly onClose: () => void;
}

/** Finds guides and actions from one field; only ↑ ↓ Enter and Esc are needed. */
export function Palette(props: PaletteProps) {
  const { mode, onRun, onOpen, onClose } = props;
  const text = useText(paletteMessages);
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const idBase = useId();
  const hits = usePalette(props, query);
  const groups = useMemo(() => groupHits(hits), [hits]);
  const flat = groups.flatMap((group) => group.hits);
  const index = Math.min(selected, flat.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);

  const choose = (hit: PaletteHit | undefined) => {
    if (hit === undefined || hit.item.disabled !== undefined) return;
    onClose();
    const { target } = hit.item;
    if (target.kind === 'command') onRun(target.id);
    else if (target.kind === 'heading') props.onHeading(target.from);
    else onOpen(target.path);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    const count = flat.length;
    if (event.key === 'Enter') choose(flat[index]);
    else if (event.key === 'ArrowDown') setSelected(count === 0 ? 0 : (index + 1) % count);
    else if (event.key === 'ArrowUp') setSelected(count === 0 ? 0 : (index - 1 + count) % count);
    else if (event.key === 'PageDown') setSelected(Math.min(index + 8, count - 1));
    else if (event.key === 'PageUp') setSelected(Math.max(index - 8, 0));
    else return;
    event.preventDefault();
  };

  const optionId = (position: number) => `${idBase}-${position}`;
  let position = -1;
  return (
    <Dialog
      bare
      size="medium"
      className="palette"
      title={text(mode === 'all' ? 'title' : 'titleActions')}
      closeLabel={text('close')}
      onClose={onClose}
    >
      <div className="q">
        <Icon name="search" size={18} className="faint" />
        <input
          autoFocus
          className="grow"
          role="combobox"
          aria-expanded
          aria-controls={`${idBase}-list`}
          aria-autocomplete="list"
          {...(index >= 0 ? { 'aria-activedescendant': optionId(index) } : {})}
          aria-label={text(mode === 'all' ? 'placeholder' : 'placeholderActions')}
          placeholder={text(mode === 'all' ? 'placeholder' : 'placeholderActions')}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setSelected(0);
          }}
          onKeyDown={onKeyDown}
        />
        <kbd>Esc</kbd>
      </div>
      <div
        ref={list}
        id={`${idBase}-list`}
        className="results"
        role="listbox"
        aria-label={text('results')}
      >
        {flat.length === 0 && <p className="nohits">{text('none', { query })}</p>}
        {groups.map(({ group, hits }) => (
          <Fragment key={group}>
            <div className="g" role="presentation">
              {text(group)}
            </div>
            {hits.map((hit) => {
              position += 1;
              const at = position;
              return (
                <PaletteOption
                  key={hit.item.id}
                  id={optionId(at)}
                  hit={hit}
                  selected={at === index}
                  onHover={() => setSelected(at)}
                  onChoose={() => choose(hit)}
                />
              );
            })}
          </Fragment>
        ))}
      </div>
      <footer className="ft">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {text('choose')}
        </span>
        <span>
          <kbd>Enter</kbd> {text('run')}
        </span>
        <span className="grow" />
        <span className="clip">{text('note')}</span>
      </footer>
    </Dialog>
  );
}
