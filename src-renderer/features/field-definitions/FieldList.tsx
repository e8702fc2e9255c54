import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { fieldDefinitionsMessages } from '#core/messages/field-definitions';
import type { Localized } from '#core/messages/messages';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { Pill } from '../../ui/Marks.tsx';
import type { FieldRow } from './definitions-model.ts';
import { isInList } from './evidence-words.ts';
import { KindWords } from './KindWords.tsx';

interface FieldListProps {
  readonly rows: readonly FieldRow[];
  readonly labels: ReadonlyMap<string, Localized>;
  readonly selected: string | undefined;
  readonly onSelect: (pointer: string) => void;
}

/** The deepest step that is drawn; beyond it the name says enough. */
const deepest = 4;

function stepOf(key: string, index: number, length: number): number | undefined {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(index + 1, length - 1),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: length - 1,
  };
  return steps[key];
}

/** What was found, a line a field: its name, the kind of its values, in how many guides it is. */
export function FieldList({ rows, labels, selected, onSelect }: FieldListProps) {
  const text = useText(fieldDefinitionsMessages);
  const localized = useLocalized();
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const index = rows.findIndex(({ pointer }) => pointer === selected);

  useEffect(() => {
    // The dialog had nothing to give the focus to while the guides were read.
    if (document.activeElement?.getAttribute('role') === 'dialog') list.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    const to = stepOf(event.key, index, rows.length);
    const row = to === undefined ? undefined : rows[to];
    if (!row) return;
    event.preventDefault();
    onSelect(row.pointer);
  };

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      className="deflist"
      aria-label={text('fields')}
      aria-activedescendant={index < 0 ? undefined : `${id}-${String(index)}`}
      onKeyDown={onKeyDown}
    >
      {rows.map(({ pointer, name, depth, evidence }, at) => {
        const known = labels.get(pointer);
        const label = name === '' ? text('eachItem') : known ? localized(known) : name;
        const { present, of, outlierCount } = evidence;
        return (
          <div
            key={pointer}
            id={`${id}-${String(at)}`}
            role="option"
            aria-selected={pointer === selected}
            className={classNames('deffield', depth > 0 && `d${String(Math.min(depth, deepest))}`)}
            onClick={() => onSelect(pointer)}
          >
            <span className="row">
              <b className="clip" data-tip={label}>
                {label}
              </b>
              {name !== '' && label !== name && <span className="defkey clip">{name}</span>}
            </span>
            <span className="row deffacts">
              <span className="grow clip">
                <KindWords evidence={evidence} />
              </span>
              {evidence.meant !== undefined && (
                <Pill kind="warning" icon="warning">
                  {text('meantPill')}
                </Pill>
              )}
              {outlierCount > 0 && (
                <Pill kind="warning" icon="warning">
                  {text('outlierPill', { count: outlierCount })}
                </Pill>
              )}
              <span className="nowrap num">
                {text(isInList(evidence) ? 'inRows' : 'inGuides', { present, of })}
              </span>
            </span>
          </div>
        );
      })}
    </div>
  );
}
