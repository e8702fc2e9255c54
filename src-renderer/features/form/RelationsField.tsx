import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { useText } from '../../stores/use-text.ts';
import { entryByKey } from '../../stores/workspace-store.ts';
import { isComposing } from '../../ui/composing.ts';
import { Icon } from '../../ui/icons.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { RelationCard } from './RelationCard.tsx';
import { RelationPicker } from './RelationPicker.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import { reorderTarget, useAnnouncedMove, useReorder } from './use-reorder.ts';

/** Related guides as cards, chosen by title and picture; a value that no guide has is a red card. */
export function RelationsField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  const { parsed, editable, change, entries } = useForm();
  // What the picker is for: nothing, adding, or the card whose guide is to be replaced.
  const [target, setTarget] = useState<'add' | number>();
  const anchor = useRef<HTMLElement | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const cards = useRef<HTMLUListElement>(null);
  const keysId = useId();
  const relation = field.relation?.field ?? 'slug';
  const value = valueAt(parsed.data, pointer);
  const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const missing =
    typeof target === 'number'
      ? list[target]
      : list.find((one) => !entryByKey(entries, relation, one));
  const { max } = field.items ?? {};

  const focusCard = (index: number): void => {
    const card = cards.current?.children[index]?.querySelector('button');
    (card ?? addButton.current)?.focus();
  };
  const focusLater = useFocusAfter(focusCard);
  const remove = (index: number): void => {
    focusLater(Math.max(0, index - 1));
    change({ kind: 'remove-item', pointer, index });
  };
  const replace = (index: number, next: string): void => {
    focusLater(index);
    change({ kind: 'set', pointer: joinPointer(pointer, index), value: next });
  };
  const move = useAnnouncedMove(list.length, (from, to) => {
    focusLater(to);
    return change({ kind: 'move-item', pointer, from, to });
  });
  const reorder = useReorder(editable, move);
  const onCardKey = (event: KeyboardEvent, index: number): void => {
    if (isComposing(event) || !editable) return;
    const to = reorderTarget(event, index, list.length);
    if (to !== undefined) move(index, to);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else return;
    event.preventDefault();
  };
  const pick = (next: string): void => {
    if (typeof target === 'number') replace(target, next);
    else change({ kind: 'set', pointer, value: [...list, next] });
  };
  const count =
    max === undefined
      ? choiceText(list.length > 1 && editable ? 'relationCountMovable' : 'relationCount', {
          count: list.length,
        })
      : text('countOf', { count: list.length, max });

  return (
    <Field
      field={field}
      pointer={pointer}
      columns={columns}
      single={false}
      deep
      right={<span className="counter num">{count}</span>}
    >
      {({ labelId }) => (
        <div className="rels">
          <ul ref={cards} aria-labelledby={labelId} aria-describedby={keysId}>
            {list.map((one, index) => (
              <li
                // The place is the identity: a replaced card keeps the focus, a moved one is given it.
                // oxlint-disable-next-line react/no-array-index-key
                key={index}
                onKeyDown={(event) => onCardKey(event, index)}
                {...reorder(index)}
              >
                <RelationCard
                  value={one}
                  relation={relation}
                  duplicate={list.indexOf(one) < index}
                  onReplace={(element) => {
                    anchor.current = element;
                    setTarget(index);
                  }}
                  onTake={(next) => replace(index, next)}
                  onRemove={() => remove(index)}
                />
              </li>
            ))}
          </ul>
          {editable && (
            <button
              ref={addButton}
              type="button"
              className="add"
              aria-haspopup="dialog"
              aria-expanded={target === 'add'}
              onClick={(event) => {
                anchor.current = event.currentTarget;
                setTarget('add');
              }}
            >
              <Icon name="plus" size={14} />
              {text('addGuide')}
            </button>
          )}
          <span id={keysId} className="sr-only">
            {text('relationKeys')}
          </span>
          <RelationPicker
            anchor={anchor}
            open={target !== undefined}
            onClose={() => setTarget(undefined)}
            relation={relation}
            list={list}
            missing={missing}
            many={target === 'add'}
            onPick={pick}
          />
        </div>
      )}
    </Field>
  );
}
