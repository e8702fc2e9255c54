import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { GuideEntry } from '#core/catalog/guide-entry';
import { joinPointer, valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { useText } from '../../stores/use-text.ts';
import { entryBySlug } from '../../stores/workspace-store.ts';
import { isComposing } from '../../ui/composing.ts';
import { Icon } from '../../ui/icons.tsx';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { siteAddress } from './form-model.ts';
import { Picker, type PickerOption } from './Picker.tsx';
import { RelationCard } from './RelationCard.tsx';
import { relationChoices } from './relations-model.ts';
import type { WidgetProps } from './TextField.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import { reorderTarget, useReorder } from './use-reorder.ts';

/** Related guides as cards, chosen by title and picture; a slug that no guide has is a red card. */
export function RelationsField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const { path, workspaceId, parsed, editable, change, entries } = useForm();
  // What the picker is for: nothing, adding, or the card whose guide is to be replaced.
  const [target, setTarget] = useState<'add' | number>();
  const anchor = useRef<HTMLElement | null>(null);
  const addButton = useRef<HTMLButtonElement>(null);
  const cards = useRef<HTMLUListElement>(null);
  const keysId = useId();
  const value = valueAt(parsed.data, pointer);
  const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const missing =
    typeof target === 'number' ? list[target] : list.find((slug) => !entryBySlug(entries, slug));

  const focusCard = (index: number): void => {
    const card = cards.current?.children[index]?.querySelector('button');
    (card ?? addButton.current)?.focus();
  };
  const focusLater = useFocusAfter(focusCard);
  const remove = (index: number): void => {
    focusLater(index > 0 ? index - 1 : -1);
    change({ kind: 'remove-item', pointer, index });
  };
  const move = (from: number, to: number): void => {
    focusLater(to);
    change({ kind: 'move-item', pointer, from, to });
  };
  const reorder = useReorder(editable, move);
  const onCardKey = (event: KeyboardEvent, index: number): void => {
    if (isComposing(event) || !editable) return;
    const to = reorderTarget(event, index, list.length);
    if (to !== undefined) move(index, to);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(index);
    else return;
    event.preventDefault();
  };
  const pick = (slug: string): void => {
    if (typeof target === 'number') {
      change({ kind: 'set', pointer: joinPointer(pointer, target), value: slug });
    } else change({ kind: 'set', pointer, value: [...list, slug] });
  };

  const toOption = (entry: GuideEntry): PickerOption => {
    const count = entry.counts.error + entry.counts.warning;
    return {
      id: entry.slug,
      name: entry.name,
      detail: entry.title === '' ? entry.slug : entry.title,
      note: count > 0 ? text('findings', { count }) : undefined,
      image: entry.thumbnail === '' ? null : siteAddress(workspaceId, entry.thumbnail),
      selected: list.includes(entry.slug),
    };
  };

  return (
    <Field
      field={field}
      pointer={pointer}
      columns={columns}
      single={false}
      deep
      right={<span className="counter num">{text('relationCount', { count: list.length })}</span>}
    >
      {({ labelId }) => (
        <div className="rels">
          <ul ref={cards} aria-labelledby={labelId} aria-describedby={keysId}>
            {list.map((slug, index) => (
              <li
                key={list.indexOf(slug) === index ? slug : `${slug} ${index}`}
                onKeyDown={(event) => onCardKey(event, index)}
                {...reorder(index)}
              >
                <RelationCard
                  slug={slug}
                  onReplace={(element) => {
                    anchor.current = element;
                    setTarget(index);
                  }}
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
          <Picker
            anchor={anchor}
            open={target !== undefined}
            onClose={() => setTarget(undefined)}
            label={text('chooseGuide')}
            placeholder={text('searchGuides')}
            many={target === 'add'}
            onPick={pick}
            groupsFor={(query) => {
              const choices = relationChoices(entries, path, query, missing);
              return [
                {
                  title: text('nearName', { value: missing ?? '' }),
                  options: choices.near.map(toOption),
                },
                { title: text('sameCategory'), options: choices.sameCategory.map(toOption) },
                { title: text('otherGuides'), options: choices.others.map(toOption) },
              ];
            }}
          />
        </div>
      )}
    </Field>
  );
}
