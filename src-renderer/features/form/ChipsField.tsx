import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { joinPointer, valueAt } from '#core/document/pointer';
import { formMessages } from '#core/messages/form';
import { formChoiceMessages } from '#core/messages/form-choices';
import { announce } from '../../stores/announce-store.ts';
import { useLocalized, useText } from '../../stores/use-text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isComposing } from '../../ui/composing.ts';
import { SeverityIcon } from '../../ui/Marks.tsx';
import { ChipInput } from './ChipInput.tsx';
import { ChipItem } from './ChipItem.tsx';
import { chooseOffered, withWords } from './chips-model.ts';
import { Field } from './Field.tsx';
import { useForm } from './form-context.ts';
import { type NearNote, nearNotes, toKnownWords } from './near-words.ts';
import { NearWordNotes, useNearText } from './NearWordNotes.tsx';
import type { WidgetProps } from './TextField.tsx';
import { useFocusAfter } from './use-focus-after.ts';
import { reorderTarget, useAnnouncedMove, useReorder } from './use-reorder.ts';
import { UsedWords } from './UsedWords.tsx';
import { useTerms } from './use-terms.ts';

/** A list of words as chips: Enter, 、 and comma add (never while composing), Backspace goes back into the list. */
export function ChipsField({ field, pointer, columns }: WidgetProps) {
  const text = useText(formMessages);
  const choiceText = useText(formChoiceMessages);
  const localized = useLocalized();
  const nearText = useNearText();
  const { parsed, editable, change } = useForm();
  const [typed, setTyped] = useState({ text: '', composing: false });
  const [refused, setRefused] = useState('');
  const [editing, setEditing] = useState<{ readonly index: number; readonly word: string }>();
  const input = useRef<HTMLInputElement>(null);
  const chips = useRef<HTMLUListElement>(null);
  const [keysId, nearId, refusedId] = [useId(), useId(), useId()];
  const value = valueAt(parsed.data, pointer);
  const list = Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  const terms = useTerms(field);
  const known = useMemo(() => toKnownWords(terms), [terms]);
  const labels = useMemo(() => new Map(terms.map(({ id, label }) => [id, label])), [terms]);
  // Where only some words are allowed, the others are marked as such.
  const notes = field.enum ? [] : nearNotes(list, typed.composing ? '' : typed.text, known);

  // What was refused stays in the input, and is told until it is changed.
  const isRefused = refused !== '' && typed.text === refused;

  const focusChip = (index: number): void => {
    const item = chips.current?.children[index];
    if (index >= 0 && item instanceof HTMLElement && item.tabIndex === -1) item.focus();
    else input.current?.focus();
  };
  const focusLater = useFocusAfter(focusChip);
  const add = (words: readonly string[]): readonly string[] => {
    const { offered, rest } = field.enum
      ? chooseOffered(words, terms)
      : { offered: words, rest: [] };
    const next = withWords(list, offered);
    const [first] = offered;
    if (next.length > list.length) {
      change({ kind: 'set', pointer, value: next });
      const [note] = nearNotes(next, '', known).filter(({ word }) => !list.includes(word));
      if (note && !field.enum) announce(nearText(note));
    } else if (first !== undefined) announce(text('addedAlready', { value: first }));
    setRefused(rest.join('、'));
    return rest;
  };
  const remove = (index: number): void => {
    focusLater(index > 0 ? index - 1 : -1);
    change({ kind: 'remove-item', pointer, index });
  };
  const move = useAnnouncedMove(list.length, (from, to) => {
    focusLater(to);
    return change({ kind: 'move-item', pointer, from, to });
  });
  const reorder = useReorder(editable, move);
  const rename = (index: number, next: string | undefined, byKey: boolean): void => {
    setEditing(undefined);
    if (byKey) focusLater(index);
    if (next === undefined || next === '' || next === list[index]) return;
    const word = field.enum ? chooseOffered([next], terms).offered[0] : next;
    if (word === undefined) announce(choiceText('notOffered', { value: next }));
    else if (list.includes(word)) announce(text('addedAlready', { value: word }));
    else change({ kind: 'set', pointer: joinPointer(pointer, index), value: word });
  };
  const takeNear = ({ index, near, here }: NearNote): void => {
    focusLater(-1);
    if (index === undefined) {
      setTyped({ text: '', composing: false });
      add([near.id]);
    } else if (here) change({ kind: 'remove-item', pointer, index });
    else change({ kind: 'set', pointer: joinPointer(pointer, index), value: near.id });
  };

  const onChipKey = (event: KeyboardEvent, index: number, word: string): void => {
    if (isComposing(event)) return;
    const to = editable ? reorderTarget(event, index, list.length) : undefined;
    if (to !== undefined) move(index, to);
    else if (editable && ['Backspace', 'Delete'].includes(event.key)) remove(index);
    else if (editable && (event.key === 'Enter' || event.key === 'F2')) setEditing({ index, word });
    else if (event.altKey) return;
    else if (event.key === 'ArrowLeft') focusChip(Math.max(0, index - 1));
    else if (event.key === 'ArrowRight') focusChip(index + 1 < list.length ? index + 1 : -1);
    else if (event.key === 'Escape') focusChip(-1);
    else return;
    event.preventDefault();
  };

  const { max } = field.items ?? {};
  const right =
    max === undefined ? (
      <UsedWords field={field} terms={terms} list={list} onAdd={(word) => add([word])} />
    ) : (
      <span className={classNames('counter num', list.length > max && 'error')}>
        {text('countOf', { count: list.length, max })}
      </span>
    );

  return (
    <Field field={field} pointer={pointer} columns={columns} single={false} deep right={right}>
      {({ labelId, invalid, findings, 'aria-describedby': describedBy }) => (
        <>
          {/* Only a pointer needs this: a press beside the chips goes to the input. */}
          <div
            className={classNames('input chips', invalid && 'error', !editable && 'disabled')}
            role="presentation"
            onClick={(event) => {
              if (event.target === event.currentTarget) input.current?.focus();
            }}
          >
            <ul ref={chips} aria-labelledby={labelId} aria-describedby={keysId}>
              {list.map((word, index) => {
                const stray = field.enum !== undefined && !labels.has(word);
                return (
                  <ChipItem
                    // Words are unique in a sound list; in another one the place tells them apart.
                    key={list.indexOf(word) === index ? word : `${word} ${index}`}
                    word={word}
                    label={field.enum ? (labels.get(word) ?? word) : word}
                    bad={
                      stray ||
                      findings.some(
                        ({ pointer: at, severity }) =>
                          at === joinPointer(pointer, index) && severity === 'error',
                      )
                    }
                    reason={stray ? text('notInList') : undefined}
                    editable={editable}
                    editing={editable && editing?.index === index && editing.word === word}
                    drag={reorder(index)}
                    onKeyDown={(event) => onChipKey(event, index, word)}
                    onEdit={() => setEditing({ index, word })}
                    onDone={(next, byKey) => rename(index, next, byKey)}
                    onRemove={() => remove(index)}
                  />
                );
              })}
            </ul>
            {editable && (
              <ChipInput
                ref={input}
                label={text('addTo', { field: localized(field.label) })}
                describedBy={
                  [describedBy, notes.length > 0 && nearId, isRefused && refusedId]
                    .filter(Boolean)
                    .join(' ') || undefined
                }
                invalid={isRefused}
                list={list}
                terms={terms}
                typed={typed.text}
                onTyped={(next, composing) => setTyped({ text: next, composing })}
                onAdd={add}
                onBack={() => focusChip(list.length - 1)}
              />
            )}
            <span id={keysId} className="sr-only">
              {text('chipKeys')}
            </span>
          </div>
          {isRefused && (
            <div id={refusedId} className="msg t-error">
              <SeverityIcon severity="error" size={13} />
              <span className="grow">{choiceText('onlyOffered', { value: refused })}</span>
            </div>
          )}
          <NearWordNotes id={nearId} notes={notes} editable={editable} onReplace={takeNear} />
        </>
      )}
    </Field>
  );
}
