import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { mergeMessages } from '#core/messages/merge';
import { conflictsOf, type MergedGuide } from '#core/merge/merge-guides';
import type { MergeChoice, MergeChoices } from '#core/merge/merge-place';
import { useText } from '../../stores/use-text.ts';
import { Button } from '../../ui/Button.tsx';
import { isComposing } from '../../ui/composing.ts';
import { SeverityIcon, Pill } from '../../ui/Marks.tsx';
import { placeKeys } from '../../ui/place-keys.ts';
import { PlaceHead } from '../../ui/PlaceHead.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { AutoChanges } from './AutoChanges.tsx';
import { ConflictRow } from './ConflictRow.tsx';
import { canChoose, chooseAll, neighbour, nextUndecided, resultOf } from './merge-model.ts';
import { ResultPane } from './ResultPane.tsx';
import './merge.css';

interface MergeProps {
  /** Name of the guide. */
  readonly name: string;
  readonly merged: MergedGuide;
  /** Saves the text the author has agreed to, with LF. */
  readonly onSave: (text: string) => void;
  /** Leaves everything as it is. */
  readonly onClose: () => void;
}

const choiceKeys: ReadonlyMap<string, 'mine' | 'theirs' | 'both'> = new Map([
  ['1', 'mine'],
  ['2', 'theirs'],
  ['3', 'both'],
]);

/** A place, not a dialog: what changed here and elsewhere is put together, and nothing is written before the author agrees. */
export function Merge({ name, merged, onSave, onClose }: MergeProps) {
  const text = useText(mergeMessages);
  const place = useRef<HTMLElement>(null);
  const conflicts = useMemo(() => conflictsOf(merged), [merged]);
  const automatic = useMemo(
    () => merged.places.filter(({ taken }) => taken !== undefined),
    [merged],
  );
  const [choices, setChoices] = useState<MergeChoices>(new Map());
  const [current, setCurrent] = useState(conflicts[0]?.id);
  // The row that is to take the focus; set anew at each move by key or button.
  const [target, setTarget] = useState<{ readonly id: number | undefined }>({
    id: conflicts[0]?.id,
  });
  const result = useMemo(() => resultOf(merged, choices), [merged, choices]);
  const done = conflicts.filter(({ id }) => choices.has(id)).length;
  const isDone = done === conflicts.length;

  // Where there is nothing to choose, saving is one press.
  useEffect(() => {
    if (conflicts.length === 0) {
      place.current?.querySelector<HTMLElement>('.placefoot .primary')?.focus();
    }
  }, [conflicts.length]);

  const choose = (id: number, choice: MergeChoice): void =>
    setChoices((before) => new Map([...before, [id, choice]]));
  const goTo = (id: number | undefined): void => {
    if (id === undefined) return;
    setCurrent(id);
    setTarget({ id });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    placeKeys(onClose)(event);
    if (isComposing(event) || event.defaultPrevented) return;
    const { target: element } = event;
    if (element instanceof HTMLTextAreaElement || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    const choice = choiceKeys.get(event.key);
    const present = conflicts.find(({ id }) => id === current);
    if (choice && present && canChoose(present, choice)) choose(present.id, choice);
    else if (event.key === 'ArrowDown') goTo(neighbour(conflicts, current, 1));
    else if (event.key === 'ArrowUp') goTo(neighbour(conflicts, current, -1));
    else return;
    event.preventDefault();
  };

  return (
    <section
      ref={place}
      tabIndex={-1}
      className="merge"
      aria-label={text('title')}
      onKeyDown={onKeyDown}
    >
      <PlaceHead title={text('title')} backLabel={text('back')} onBack={onClose}>
        <Pill>
          <span className="clip">{name}</span>
        </Pill>
        <span className="grow" />
        {conflicts.length > 0 && (
          <>
            <Button
              variant="ghost"
              icon="up"
              tipKey="↑"
              onPress={() => goTo(neighbour(conflicts, current, -1))}
            >
              {text('previous')}
            </Button>
            <Button
              variant="ghost"
              icon="down"
              tipKey="↓"
              onPress={() => goTo(neighbour(conflicts, current, 1))}
            >
              {text('next')}
            </Button>
            <span className="faint nowrap">{text('chooseAll')}</span>
            <Button onPress={() => setChoices(chooseAll(merged, choices, 'mine'))}>
              {text('allMine')}
            </Button>
            <Button onPress={() => setChoices(chooseAll(merged, choices, 'theirs'))}>
              {text('allTheirs')}
            </Button>
          </>
        )}
      </PlaceHead>
      <div className="mergebody">
        <div className="left">
          <p className="notice" role="status">
            <SeverityIcon severity="conflict" />
            <span>
              {text('changed')}
              <b>{text('kept')}</b>
              {conflicts.length > 0
                ? text('choose', { count: conflicts.length })
                : text('nothingToChoose')}
            </span>
          </p>
          <div className="cols top" aria-hidden="true">
            <span className="faint">{text('field')}</span>
            <span>
              <b>{text('mine')}</b> <small>{text('mineWhere')}</small>
            </span>
            <span>
              <b>{text('theirs')}</b> <small>{text('theirsWhere')}</small>
            </span>
          </div>
          <div className="rows">
            {conflicts.map((one) => (
              <ConflictRow
                key={one.id}
                place={one}
                choice={choices.get(one.id)}
                current={one.id === current}
                target={target}
                onChoose={(choice) => choose(one.id, choice)}
                onFocus={() => setCurrent(one.id)}
              />
            ))}
            <AutoChanges places={automatic} choices={choices} onChoose={choose} />
          </div>
        </div>
        <ResultPane result={result} />
      </div>
      <footer className="placefoot">
        {conflicts.length > 0 && (
          <Progress done={done} total={conflicts.length} label={text('title')} />
        )}
        <span className="faint nowrap">
          {conflicts.length > 0
            ? text('progress', { total: conflicts.length, done })
            : text('nothingLeft')}
        </span>
        {conflicts.length > 0 && <span className="faint keys">{text('keys')}</span>}
        <span className="grow" />
        <Button size="big" variant="ghost" tipKey="Esc" onPress={onClose}>
          {text('later')}
        </Button>
        {!isDone && (
          <Button size="big" onPress={() => goTo(nextUndecided(conflicts, choices, current))}>
            {text('nextUndecided')}
          </Button>
        )}
        <Button
          size="big"
          variant="primary"
          disabledReason={isDone ? undefined : text('saveReason')}
          onPress={() => onSave(result.text)}
        >
          {text('save')}
        </Button>
      </footer>
    </section>
  );
}
